"""Which facts can hold where content is shown: guards on steps and paragraphs."""

from __future__ import annotations

import pytest

from helpers import CHOICES, codes, tree
from wegwijzer.proof.content import ContentFlow, TooManyFacts

BOOM = """
title: Boom
uses: [keuzes]
start: toon
questions:
  toon:
    text: Toon?
    answers:
      boos: {text: Boos, to: zeker}
      blij: {text: Blij, to: danken}
      raar: {text: Raar, marks: [vreemd], to: zeker}
  zeker:
    text: Zeker?
    answers:
      ja: {text: Jawel, to: luister}
      nee: {text: Neen, to: toon}
marks: {vreemd: {text: het vreemd is}}
actions:
  luister: {title: Luister, steps: [Luister., %s]}
  danken: {title: Dank, steps: [Dank je.]}
"""


def step(guard):
    return f"{{text: Nog iets., when: {guard}}}"


@pytest.mark.parametrize(
    ("guard", "seen"),
    [
        ("{all: [toon.boos]}", True),
        ("{all: [toon.blij]}", False),
        ("{all: [toon.boos, toon.raar]}", False),
        ("{none: [toon.boos]}", True),
        ("{none: [toon.boos, toon.raar]}", False),
        ("{all: [vreemd]}", True),
        ("{none: [vreemd]}", True),
        ("{all: [toon.boos, vreemd]}", True),
        ("{all: [zeker.ja]}", True),
        ("{all: [zeker.nee]}", False),
        ("{none: [zeker.ja]}", False),
        ("{all: [keuzes.zicht.verbergen]}", True),
        ("{all: [keuzes.zicht.verbergen, keuzes.zicht.laten-staan]}", False),
        ("{none: [keuzes.zicht.verbergen, keuzes.zicht.laten-staan]}", False),
        ("{all: [keuzes.zicht.nog-niet-beslist]}", False),
    ],
)
def test_guard_on_content_is_judged_by_what_can_hold_there(guard, seen):
    """A step that no reader can ever see gives W208; one that some reader sees gives nothing."""
    assert ([] if seen else ["W208"]) == codes(BOOM % step(guard), keuzes=CHOICES)


@pytest.mark.parametrize(("marks", "seen"), [("marks: [vreemd], ", False), ("", True)])
def test_a_mark_that_every_way_sets_surely_holds(marks, seen):
    """Where no reader comes without a mark, content that asks for its absence is never seen."""
    text = (BOOM % step("{none: [vreemd]}")).replace("ja: {text: Jawel, ", f"ja: {{text: Jawel, {marks}")
    assert ([] if seen else ["W208"]) == codes(text, keuzes=CHOICES)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["{all: [toon.boos]}", "{all: [toon.raar]}"], []),
        (["{all: [toon.boos]}", "{all: [vreemd]}"], ["W208"]),
        (["{all: [keuzes.zicht.verbergen]}", "{none: [keuzes.zicht.verbergen]}"], []),
        (["{all: [keuzes.zicht.verbergen]}", "{all: [keuzes.zicht.laten-staan]}"], []),
        (["{any: [toon.boos, toon.raar]}"], []),
    ],
)
def test_action_whose_steps_all_have_guards_must_never_be_empty(steps, expected):
    """An action without unconditional step is right when its guards cover everything that can hold there."""
    text = BOOM.replace("[Luister., %s]", "[" + ", ".join(map(step, steps)) + "]")
    assert expected == codes(text, keuzes=CHOICES)


def test_closing_is_judged_over_all_results():
    """A guarded step of the closing must be visible at some result, not at each."""
    closing = "closing: [{text: Slot., when: {all: [%s]}}]\n"
    assert [] == codes(BOOM % "Klaar." + closing % "toon.blij", keuzes=CHOICES)
    assert ["W208"] == codes(BOOM % "Klaar." + closing % "toon.boos, toon.blij", keuzes=CHOICES)


def test_worlds_are_the_combinations_that_can_hold():
    """Where content is shown, the answers to one question exclude each other and a mark may hold or not."""
    flow = ContentFlow(tree(BOOM % "Klaar.", keuzes=CHOICES))
    worlds = flow.worlds("luister", {"toon.boos", "toon.blij", "toon.raar", "vreemd"})
    assert {("toon.boos",), ("toon.boos", "vreemd"), ("toon.raar",), ("toon.raar", "vreemd")} == {
        tuple(sorted(fact for fact, value in world.items() if value)) for world in worlds
    }


def test_guard_over_too_many_facts_is_refused():
    """A guard over so many facts that they cannot all be tried gives W208 instead of a guess."""
    answers = "{a: {text: Aa}, b: {text: Bee}, c: {text: Cee}}"
    questions = "".join(f"  q{i}: {{text: 'V?', to: q{i + 1}, answers: {answers}}}\n" for i in range(17))
    facts = ", ".join(f"q{i}.a" for i in range(17))
    text = (
        f"title: B\nstart: q0\nquestions:\n{questions}actions:\n  q17:\n    title: Q\n    steps:\n"
        f"      - Klaar.\n      - {{text: Nog iets., when: {{none: [{facts}]}}}}\n"
    )
    assert ["W208"] == codes(text)
    with pytest.raises(TooManyFacts, match=r"q0\.a"):
        list(ContentFlow(tree(text)).worlds("q17", set(facts.split(", "))))


def test_guards_on_every_option_of_several_cover_all():
    """When at least one option must be chosen and each has a step, the action is never empty."""
    assert [] == codes("""
        title: B
        start: wat
        questions:
          wat: {text: 'Wat?', choose: many, answers: {een: {text: Eén}, twee: {text: Twee}}, to: klaar}
        actions:
          klaar:
            title: Klaar
            steps: [{text: Stap een., when: {all: [wat.een]}}, {text: Stap twee., when: {all: [wat.twee]}}]
    """)
