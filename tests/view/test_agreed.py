"""What a reader is told of what the municipality decided: the tasks that follow from it, and the questions that it passed."""

from __future__ import annotations

import pytest

from helpers import tree
from wegwijzer.render.html import live_html
from wegwijzer.view.nodes import live_view, static_view
from wegwijzer.walk.walker import replay

CHOICES = """\
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    short: Verbergen?
    default: verbergen
    answers:
      verbergen: {text: Verbergen}
      laten-staan: {text: Laten staan}
      nog-niet-beslist: {text: Nog niet beslist}
    to: termijn
  termijn:
    text: Binnen hoeveel uur antwoorden jullie?
    fill: {kind: number, unit: uur}
    default: "24"
    to: klaar
actions:
  klaar: {title: Klaar, steps: [{text: Bespreek ze.}]}
"""
TREE = """\
title: Voorbeeld
uses: [keuzes]
start: begin
questions:
  begin:
    text: Gaat het verder?
    answers:
      ja: {text: Ja, to: zicht}
  zicht:
    policy: keuzes.zicht
    to: laatste
  laatste:
    text: Is het van ons?
    answers:
      ja: {text: Ja, to: doe}
actions:
  doe:
    title: Doe dit
    steps:
      - text: Leg het vast.
      - text: Verberg het.
        when: {all: [keuzes.zicht.verbergen]}
      - text: Antwoord binnen $keuzes.termijn uur.
"""
GIVEN = {"keuzes.zicht": "verbergen"}
TO_THE_END = [("begin", "ja"), ("laatste", "ja")]


@pytest.fixture(scope="module")
def made():
    return tree(TREE, keuzes=CHOICES)


def own(made, given):
    """The tasks of the result that are told as following from what was decided."""
    answers = TO_THE_END if given else [("begin", "ja"), ("zicht", "verbergen"), ("laatste", "ja")]
    return [line.text for line in live_view(replay(made, answers, given=given)).about("tasks") if line.own]


def test_a_task_says_that_it_follows_from_what_was_decided(made):
    """By its guard, or by a value in its text; not what holds by default, or was only chosen on this walk."""
    assert own(made, GIVEN) == ["Verberg het."]
    assert own(made, {**GIVEN, "keuzes.termijn": "8"}) == ["Verberg het.", "Antwoord binnen 8 uur."]
    assert own(made, {}) == []
    html = live_html(replay(made, TO_THE_END, given=GIVEN))
    assert html.count("volgens jullie afspraken") == 1


def test_a_form_without_memory_says_nothing_of_it(made):
    """There nobody decided anything."""
    assert not any(line.own for line in static_view(made, "doe").about("tasks"))


def test_a_question_that_was_passed_is_told_where_the_reader_comes(made):
    """On the next node, and not any more after that; who answered it there and then needs no line."""
    passed = live_view(replay(made, [("begin", "ja")], given=GIVEN))
    assert [(use.id, use.origin) for use in passed.followed] == [("keuzes.zicht", "kept")]
    assert "Volgens jullie afspraken: Verbergen:" in live_html(replay(made, [("begin", "ja")], given=GIVEN)).replace(
        "<strong>", ""
    )
    asked = live_view(replay(made, [("begin", "ja"), ("zicht", "verbergen")]))
    assert asked.followed == ()
