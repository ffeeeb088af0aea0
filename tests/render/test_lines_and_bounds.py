"""Texts with several lines, and texts that are too long: kept or refused, never silently changed."""

from __future__ import annotations

import json

import pytest

from helpers import mostly_slow, problems, tree
from wegwijzer.draw.measure import REGULAR, lines_of
from wegwijzer.model.text import Span
from wegwijzer.render.blocks import Block, own
from wegwijzer.render.deck import Button, Card, deck_of
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.render.html import tree_html
from wegwijzer.render.text import tree_text
from wegwijzer.slides.spread import pages_of
from wegwijzer.walk.walker import Walker

LINES = """
title: Boom
start: klaar
actions:
  klaar:
    title: Klaar
    steps:
      - text: |
          Eerste regel.
          Tweede regel.
          Derde regel.
        who: jij
        points: [Een punt.]
    document:
      - |
        Vierde regel.
        Vijfde regel.
      - text: |
          Zesde regel.
          Zevende regel.
        style: item
    reply: |
      Achtste regel.
      Negende regel.
cases:
  - {title: Geval, post: "Een bericht.", answers: {}, ends_in: klaar}
"""
EACH = ["Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Zevende", "Achtste", "Negende"]


def test_lines_of_a_text_stay_lines_in_every_form():
    """What stands on three lines in the file stands on three lines for every reader."""
    assert [] == [p for p in problems(LINES) if p.level == "error"]
    compiled = tree(LINES)
    blocks = paper(Walker(compiled), Made())
    forms = [
        tree_text(compiled),
        tree_html(compiled, whole=True).replace("<li>", "\n").replace("<p>", "\n"),
        "\n".join(block.text for card in deck_of(compiled).cards for block in card.body),
        markdown(blocks),
        as_text(blocks),
        as_html(blocks).replace("<li>", "\n").replace("<p>", "\n"),
    ]
    for form in forms:
        places = [next(at for at, line in enumerate(form.split("\n")) if f"{word} regel" in line) for word in EACH]
        assert len(set(places)) == len(EACH)
        for text in (places[:3], places[3:7], places[7:]):  # a page has the reply beside the tasks
            assert text == sorted(text)
    assert len([block for block in blocks if "regel" in block.text]) == len(EACH)
    assert docx(blocks)


@pytest.mark.parametrize("field", ["title", "help", "short"])
def test_lines_elsewhere_are_refused_with_what_to_do(field):
    """Where a text stands in one piece, lines are told of, in every way they can be written."""
    text = "title: Boom\nstart: klaar\nactions:\n  klaar:\n    title: Klaar\n    steps: [Stap.]\n"
    for written in (
        "|\n      Een.\n      Twee.\n      Drie.",
        "|-\n      Een.\n      Twee.",
        ">\n      Een.\n\n      Twee.",
    ):
        changed = text.replace(
            "title: Klaar", f"title: Klaar\n    {field}: {written}" if field != "title" else f"title: {written}"
        )
        assert ["W015"] == [p.code for p in problems(changed) if p.level == "error"]
    folded = text.replace("    steps", "    help: >\n      Een.\n      Twee.\n    steps")
    assert [] == [p for p in problems(folded) if p.level == "error"]


WORDS = "Een lange zin die blijft duren. "


def filled(**texts):
    """A tree with these texts at the places where they stand large."""
    said = {
        "boom": "Boom",
        "vraag": "Wat?",
        "antwoord": "Ja",
        "actie": "Klaar",
        "hoofdstuk": "Deel",
        "stap": "Stap.",
    } | texts
    said = {name: json.dumps(text, ensure_ascii=False) for name, text in said.items()}
    return (
        f"title: {said['boom']}\nstart: q\nchapters: {{deel: {{title: {said['hoofdstuk']}, start: q}}}}\n"
        f"questions:\n  q:\n    text: {said['vraag']}\n    answers:\n      ja: {{text: {said['antwoord']}, to: klaar}}\n"
        f"      nee: {{text: Nee, to: klaar}}\nactions:\n  klaar:\n    title: {said['actie']}\n    steps: [{said['stap']}]\n"
    )


@pytest.mark.parametrize("place", ["boom", "vraag", "antwoord", "actie", "hoofdstuk"])
def test_text_that_no_slide_can_hold_is_an_error(place):
    """2,099 characters where a text stands large are refused before anything is drawn; so is one word without end."""
    for text in ((WORDS * 70)[:2099], "a" * 4000, "é" * 81, "-" * 300, "a/" * 200, "🙂" * 300):
        assert "W012" in [p.code for p in problems(filled(**{place: text})) if p.level == "error"]


def test_word_without_end_is_an_error_in_any_text():
    """Also in a step, where 2,099 characters are fine, a word of 4,000 letters is refused; an address may be long."""
    assert ["W012"] == [p.code for p in problems(filled(stap="a" * 4000)) if p.level == "error"]
    fine = (WORDS * 60)[:1900] + " https://voorbeeld.be/" + "deel-van-het-adres/" * 10
    assert [] == [p for p in problems(filled(stap=fine)) if p.level == "error"]


ENDLESS = [WORDS * 70, "a" * 4000, WORDS * 300, "W" * 20000]


@pytest.mark.parametrize("text", mostly_slow(ENDLESS, quick=ENDLESS[:2]))
def test_drawing_always_ends(text):
    """A text that the checker refuses still gives slides, in time that grows with its length."""
    for card in (
        Card("a", "1", "question", "", "Titel", buttons=(Button(text, "b", "2"), Button("Nee", "c", "3"))),
        Card("a", "1", "question", "", text, buttons=tuple(Button(text, "b", "2") for _ in range(5))),
    ):
        shown = [placed.button for page in pages_of(card) for placed in page.buttons]
        assert list(card.buttons) == shown


def test_long_word_is_cut_and_nothing_is_lost():
    """The pieces of a word that is too long make the word again, and each fits."""
    word = "abcdefghij" * 400
    assert word == "".join(lines_of(word, REGULAR, 16, 300))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("&lt;b&gt; &amp; R&D &#60; &x", "\\&lt;b\\&gt; \\&amp; R&D \\&\\#60; &x"),
        ("a\rb\r\nc\u2028d", "a b c d"),
        ("Kijk!", "Kijk!"),
    ],
)
def test_markdown_shows_signs_as_they_are(text, written):
    """An entity stays as written, and no line end of another system breaks a line."""
    assert f"{written}\n" == markdown([own("text", text)])


def test_exclamation_mark_before_a_link_makes_no_picture():
    """In Markdown `!` before a link would show a picture."""
    spans = (Span("Kijk!"), Span("hier", "https://a.be"), Span("!"))
    assert "Kijk\\![hier](<https://a.be>)!\n" == markdown([Block("text", spans)])
