"""Which answers are for who does not know: below those the button "Ik weet het niet" would ask the same again."""

from __future__ import annotations

import re

import pytest

from helpers import own_tree, tree_files
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.html import live_html
from wegwijzer.walk.walker import Walker

NEAR = re.compile(
    r"wee?te?n?\b|twijfel|zeker|duidelijk|misschien|besl[ioa]|zie het|\bnog (?:altijd )?(?:niet|te)\b|te weinig",
    re.IGNORECASE,
)
"""What an answer for who does not know can hardly do without."""
FOR_WHO_DOUBTS = """
Allebei, of het blijft onduidelijk
Dat beslisten we nog niet
Dat is niet duidelijk
Dat keken we nog niet na
Dat ligt nog niet vast
Dat weet ik niet
Dat weet ik niet zeker
Dat weet ik nog niet
Dat weten we niet
Dat weten we nog niet
Een collega of een andere dienst, of ik weet het niet
Een inwoner met een mening, of ik twijfel
Een minderjarige, of ik twijfel
Een naakt of seksueel beeld van een minderjarige, of ik twijfel
Frustratie, of ik twijfel
Het blijft onduidelijk
Het gesprek blijft rustig, of ik twijfel
Het kan mensen tegen elkaar opzetten, of ik twijfel
Iets anders zonder vraag of klacht, of ik twijfel
Ik spreek niet namens de gemeente, of ik weet het niet
Ik twijfel
Ik twijfel nog altijd
Ik twijfel, of ik kan het niet lezen
Ik weet er nog te weinig van
Ik weet het niet
Ik weet het niet, of ik laat het liever
Ik weet het nog altijd niet
Ik weet het nog niet
Ik weet niet of het klopt
Ik weet niet of het oprecht is
Ik weet niet of ik zou antwoorden
Ik zie het niet
Ja, dat kan, of dat weten we niet
Ja, of ik twijfel
Ja, of ik weet het niet
Ja, of ik weet het niet zeker
Misschien een onhandige gebruiker, of ik twijfel
Nee, alleen een woordfilter, of dat weten we niet
Nee, alleen het bereik, of dat weten we niet
Nee, het gaat om één persoon, of ik weet het niet
Nee, ik zie geen zorg of ik twijfel
Nee, of dat weten we niet
Nee, of het is niet duidelijk
Nee, of ik twijfel
Nee, of ik weet het niet zeker
Nee, of niet zeker
Nee, vooral één groep, of ik twijfel
Ze bedaart, anderen kalmeren, of ik twijfel
"""
"""Sorted by eye, as the ones below: an answer that is new in a tree has to be put in one of both."""
FOR_WHO_KNOWS = """
Duidelijk per ongeluk, ook van een kind
Een collega die de eerste keer niet besliste
Een doorverwijzing naar wie beslist
Een kind loopt misschien gevaar
Iets dat misschien niet klopt
Ik weet het al, of ik schrijf zelf iets
Ik weet het zelf
Ik wil weten wat er leeft
Ja, dat is duidelijk
Ja, dat weten we van de doelgroep zelf
Ja, ik weet waar inwoners hun informatie halen
Ja, maar iemand anders beslist
Ja, we weten wie
Lezers weten hoe het zit
Mensen die duidelijk tegen zijn
Mensen die duidelijk voor zijn
Mensen die twijfelen of zwijgen
Mijn lezers zijn duidelijk tegen
Mijn lezers zijn duidelijk voor
Nee, daar dacht ik nog niet aan
Nee, dat vroegen we nog niet
Nee, het is zeker een volwassene
Nee, nog niet
Nee, nog niet helemaal
Nee, nog niet of niet volledig
Nee, we beslissen nu veel mee
Ook mensen die twijfelen over diversiteit
We hebben een beleid en willen weten of het werkt
"""


def lines(text):
    return set(text.strip().split("\n"))


@pytest.fixture(scope="module")
def answers():
    """Every answer to a question with one answer, of every tree."""
    return {
        plain(answer.text or "")
        for file in tree_files()
        for question in own_tree(file.stem).tree.questions.values()
        if question.choose == "one" and not question.fill
        for answer in question.answers.values()
    }


def test_answers_for_who_does_not_know_are_known(answers):
    """All answers that come near were sorted by eye; the words find those, and no other answer at all."""
    words = re.compile(say("doubt.words"), re.IGNORECASE)
    found = {answer for answer in answers if words.search(answer)}
    assert found == lines(FOR_WHO_DOUBTS)
    assert {answer for answer in answers if NEAR.search(answer)} - found == lines(FOR_WHO_KNOWS)


@pytest.mark.parametrize(
    ("tree", "start", "asks"),
    [("polarisatie", "begin", False), ("frame-herkennen", "begin", False), ("signalen", "begin", True)],
)
def test_the_button_stands_where_no_answer_is_for_who_does_not_know(tree, start, asks):
    """One way in for who doubts: an answer, or the button."""
    html = live_html(Walker(own_tree(tree), {}, start).settle())
    assert (say("doubt.open") in html) is asks
