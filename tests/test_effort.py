"""How far a reader must go: taps and words counted by hand, and the same words as the page shows."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from helpers import FIXTURES, each_tree, own_tree, project_problems, tree
from wegwijzer.effort import (
    Effort,
    Limits,
    asked_words,
    count,
    effort,
    efforts,
    figure_of,
    figures_of,
    heaviest,
    passed,
    told_words,
)
from wegwijzer.render.html import live_html
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker, walk_mapping

CHOICES = (FIXTURES / "valid/keuzes.yml").read_text(encoding="utf-8")
STIL = (FIXTURES / "valid/stil.yml").read_text(encoding="utf-8")
TREE = """
title: Boom
start: waar
questions:
  waar:
    text: Waar staat het bericht?
    help: Kijk naar de pagina.
    answers:
      hier: {text: Bij ons, help: Ook in een groep., to: soort}
      elders: {text: Elders, to: laat}
  soort:
    text: Wat zie je?
    choose: many
    answers: {naam: {text: Een naam}, beeld: {text: Een beeld}}
    to: dek-af
  wie:
    text: Wie schreef het?
    fill: {kind: text}
    to: meld
actions:
  dek-af: {title: Dek het af, urgency: meteen, steps: [Verberg het bericht.], to: wie}
  laat: {title: Laat het staan, steps: [Doe niets.]}
  meld:
    title: Meld het
    steps: [{text: Bel wie het aangaat., who: moderator, within: 24h, points: [Zeg wat je zag.]}]
    reply: Dag, we verborgen [jouw bericht](https://voorbeeld.be).
    contacts: [unia]
closing: [Zorg voor elkaar.]
entries:
  bij-ons: {text: Bij ons, answers: {waar: hier}}
  beeld: {text: Een beeld bij ons, answers: {waar: hier, soort: [beeld]}}
cases:
  - {title: Bij ons, answers: {waar: hier, soort: [naam, beeld], wie: Jan}, ends_in: meld}
  - {title: Elders, answers: {waar: elders}, ends_in: laat}
  - {title: Nergens, answers: {waar: elders, wie: Jan}, ends_in: laat}
"""
CONTACTS = "contacts:\n  unia: {name: Unia, for: Discriminatie melden., phone: 0800 12 800}\n"


@pytest.fixture
def boom():
    return tree(TREE, contacts=CONTACTS)


def test_taps_and_words_are_those_counted_by_hand(boom):
    """Every answer, box and text is a tap; every word that is passed counts, the answers that were not tapped too."""
    far, near = efforts(boom)
    # ‘Waar staat het bericht?’ 4, its help 4, ‘Bij ons’ 2 with help 4, ‘Elders’ 1
    # ‘Wat zie je?’ 3, ‘Je mag meer dan één antwoord kiezen.’ 7, two answers of 2, ‘Ga verder’ 2
    # ‘Dek het af’ 3, ‘Meteen’ 1, ‘Doe dit eerst’ 3, the task 3, ‘Gedaan, ga verder’ 3
    # ‘Wie schreef het?’ 3, ‘Jouw antwoord’ 2, ‘Ga verder’ 2
    where, boxes, cover, who = 15, 16, 13, 7
    # ‘Meld het’ 2, the task 4, ‘Wie: moderator, binnen 24 uur’ 5, its point 4, ‘Voorbeeldantwoord’ 1 with help 8, the reply 5
    # and its address 1, the card of Unia 1 with its number 3 and what for 2
    told = 2 + 4 + 5 + 4 + 1 + 8 + 5 + 1 + 1 + 3 + 2
    # ‘Wie kan helpen’ 3, the contact 3 and its number 3, ‘Bij elk resultaat’ 3, the closing 3
    folded = 3 + 3 + 3 + 3 + 3
    taps = 1 + 1 + 3 + 1 + 2  # from the start page, an answer, two boxes and on, on, a text and on
    assert Effort("Bij ons", taps, where + boxes + cover + who, 5, where + boxes, told, told + folded) == far
    assert Effort("Elders", 2, where, 2, where, 3 + 2, 3 + 2 + 3 + 3) == near


def test_a_door_of_the_start_page_saves_what_it_knows(boom):
    """Of the doors that fit the longest counts; its answers cost no tap and no word. One that does not fit saves nothing."""
    (far, near), (through, same) = efforts(boom), efforts(boom, ["bij-ons", "beeld"])
    assert (far.taps - 1, far.words - 15) == (through.taps, through.words)
    assert near == same


def test_answers_that_lead_to_no_advice_have_no_effort(boom):
    """A case that breaks off or does not fit is told by the checker; here it is left out."""
    assert ["Bij ons", "Elders"] == [each.title for each in efforts(boom)]
    assert effort(boom, "half", {"waar": "hier"}, {}) is None


class Visible(HTMLParser):
    """The words of the section of a node in two heaps: in sight and folded; what is hidden or for taking along is passed.

    Help counts also where a phone has no room for all of it: who doubts reads on. The word on its fold is passed, as is
    that of the one fold which every action has.
    """

    def __init__(self, markup):
        super().__init__()
        self.open, self.folded, self.stack, self.within = [], [], [], []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        if tag in {"input", "br", "img"}:
            return
        told = dict(attributes)
        style = (told.get("class") or "").split()
        hidden = "hidden" in told or bool({"ww-take", "ww-hidden", "ww-number"} & {*style}) or tag == "button"
        hidden |= tag == "summary" and self.within[-1:] in (["ww-help-more"], ["ww-more"])
        folds = bool({"ww-more", "ww-undecided", "ww-sources"} & {*style}) or any(fold for *_, fold in self.stack[-1:])
        folds &= not (tag == "summary" and self.within[-1:] == ["ww-undecided"])
        self.within.append(style[0] if style else "")
        self.stack.append((tag, hidden, folds))

    def handle_endtag(self, tag):
        if tag not in {"input", "br", "img"}:
            self.stack.pop()
            self.within.pop()

    def handle_data(self, data):
        tags = [tag for tag, _, _ in self.stack]
        if "section" not in tags or any(hidden for _, hidden, _ in self.stack):
            return
        (self.folded if self.stack[-1][2] else self.open).append(data)


def differing(compiled):
    """The nodes on which the page shows in sight more or fewer words than are counted, on the way of every case."""
    found = {}
    for case in compiled.tree.cases:
        walked = walk_mapping(compiled, case.answers, given=case.given)
        again = Walker(compiled, walked.given)
        for index, (node, answer) in enumerate([*walked.path, (walked.node, None)]):
            if index in walked.decided:
                continue
            view = live_view(again.settle(until=(node,)))
            counted = told_words(view)[0] if answer is None else asked_words(view)
            found[node] = counted - count(" ".join(Visible(live_html(again)).open))
            if answer is not None:
                again.give(node, answer)
    assert bool(found) == bool(compiled.tree.cases)
    return {node: more for node, more in found.items() if more}


@pytest.mark.parametrize("name", each_tree())
def test_words_are_those_that_the_page_shows(name):
    """On every node of every case the page shows in sight as many words as are counted."""
    assert {} == differing(own_tree(name))


def test_what_is_followed_without_asking_costs_its_words_and_no_tap():
    """The line about a choice that was followed is read; nobody taps for it."""
    stil = tree(STIL, keuzes=CHOICES)
    assert {} == differing(stil)
    assert [1 + 2, 1 + 1 + 2, 1 + 2, 1 + 2] == [
        each.taps for each in efforts(stil)
    ]  # the second changes what is followed


def made(*taps):
    return [Effort(f"Voorbeeld {number}", each, 10 * each, 1, 0, 100, 120) for number, each in enumerate(taps, 1)]


def test_figures_are_the_nearest_rank():
    """Of ten walks five need no more than p50, nine no more than p90; of none there is nothing to say."""
    ten = made(3, 1, 4, 1, 5, 9, 2, 6, 5, 3)  # sorted: 1 1 2 3 3 4 5 5 6 9
    assert {"p50": 3, "p90": 6, "worst": 9} == figures_of(ten)["taps"]
    assert (7, 7, 0) == (figure_of(made(7), "taps", 50), figure_of(made(7), "taps", 90), figure_of([], "taps", 50))


def test_a_limit_is_passed_by_more_and_not_by_as_much():
    """What is as much as the limit is fine; what is more names the three heaviest, the worst first."""
    (over,) = passed(made(2, 8, 4, 6), Limits({"taps": {"p50": 4, "worst": 7}, "words": {"worst": 80}}))
    assert ("taps", "worst", 8, 7) == (over.measure, over.figure, over.value, over.most)
    assert ["Voorbeeld 2", "Voorbeeld 4", "Voorbeeld 3"] == [each.title for each in over.worst]
    assert over.worst == heaviest(made(2, 8, 4, 6), "taps")


def told(settings):
    found = project_problems({"wegwijzer.toml": settings, "trees/boom.yml": SMALL})
    return [(p.path, p.line, p.column, p.code, p.level, p.message, p.hint) for p in found]


SMALL = """title: Boom
start: waar
questions:
  waar: {text: Waar staat het?, answers: {hier: {text: Bij ons, to: laat}, elders: {text: Elders, to: laat}}}
actions:
  laat: {title: Laat het staan, steps: [Doe niets.]}
cases:
  - {title: Een vuil park, answers: {waar: hier}, ends_in: laat}
"""


def test_a_tree_that_passes_a_limit_gets_an_advice_with_its_cases():
    """The advice stands at the title of the tree, with the figure and the heaviest cases; below the limit is nothing."""
    assert [] == told("[effort.boom]\ntaps = {p50 = 2, worst = 2}\nwords = {worst = 6}\n")
    ((*place, message, hint),) = told("[effort.boom]\nwords = {worst = 5}\n")
    assert ["trees/boom.yml", 1, 8, "W307", "advice"] == place
    assert "woorden tot het advies, ergste: 6" in message
    assert "‘Een vuil park’ (6)" in hint


@pytest.mark.parametrize(
    ("settings", "place", "said", "hint"),
    [
        ("[effort.bom]\ntaps = {p50 = 5}\n", (1, 9), "geen boom ‘bom’", "‘boom’"),
        ("[effort.boom]\ndoors = true\n", (2, 9), "lijst met namen", "doors ="),
        ('[effort.boom]\ndoors = ["hier"]\n', (2, 9), "geen ingang ‘hier’", ""),
        ("[effort.boom]\ntap = {p50 = 5}\n", (2, 1), "‘tap’ is geen instelling", "‘taps’"),
        ("[effort.boom]\ntaps = {p5O = 5}\n", (2, 9), "‘p5O’ is geen instelling", "‘p50’"),
        ("[effort.boom]\ntaps = {p50 = '5'}\n", (2, 15), "‘5’ is geen geheel getal", "p50 = 5"),
        ("[effort.boom]\ntaps = {p50 = 0}\n", (2, 15), "‘0’ is geen geheel getal", "p50 = 5"),
        ("[effort.boom]\ntaps = 5\n", (2, 8), "‘taps’ is geen blok", "taps = {p50 = 5"),
        ("effort = 5\n", (1, 10), "‘effort’ is geen blok", "[effort.boom]"),
    ],
)
def test_a_limit_that_cannot_be_is_told_with_its_place(settings, place, said, hint):
    """As any setting: one error with line and column, what is wrong and what to write instead."""
    ((path, line, column, code, level, message, told_hint),) = told(settings)
    assert ("wegwijzer.toml", *place, "W016", "error") == (path, line, column, code, level)
    assert said in message
    assert hint in told_hint
