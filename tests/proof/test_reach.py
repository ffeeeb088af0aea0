"""What nobody can reach, and the figures of a tree."""

from __future__ import annotations

from helpers import tree
from wegwijzer.proof.situations import prove
from wegwijzer.proof.unreached import Unreachable, figures, unreachable

LOST = """
title: Boom
start: toon
questions:
  toon:
    text: Toon?
    answers:
      boos: {text: Boos, to: [{when: {any: [toon.blij]}, to: weg}, {to: luister}]}
      blij: {text: Blij, to: luister}
  verdwaald: {text: 'Waar?', answers: {hier: {text: Hier, to: weg}}}
actions:
  luister: {title: Luister, steps: [Luister.]}
  weg: {title: Weg, steps: [Ga weg.]}
"""


def test_what_no_situation_visits_is_unreachable():
    """A step without a way to it is lost with all its answers; a guard that cannot hold loses its route."""
    boom = tree(LOST)
    expected = Unreachable(("verdwaald",), (("verdwaald", "hier"),), (("toon--boos", 0),), ("weg",))
    assert expected == unreachable(boom, prove(boom))


def test_nothing_is_unreachable_in_a_tree_that_is_right(sample):
    """In a tree without faults everything is reached by somebody."""
    assert Unreachable((), (), (), ()) == unreachable(sample, prove(sample))


def test_figures_count_what_a_maintainer_wants_to_know(sample):
    """The figures of a tree: what it has, what the proof visited, and how many walks there are."""
    assert {
        "questions": 4,
        "answers": 9,
        "routes": 2,
        "actions": 3,
        "situations": 11,
        "walks": 20,
        "unreachable": {"questions": 0, "answers": 0, "routes": 0, "actions": 0},
    } == figures(sample)


def test_walks_with_several_options_count_each_allowed_choice():
    """Three options with at least one, and ‘none of these’, are eight answers."""
    boom = tree("""
        title: B
        start: wat
        questions:
          wat:
            text: Wat?
            choose: many
            answers: {een: {text: E}, twee: {text: T}, drie: {text: D}, geen: {text: G, exclusive: true}}
            to: klaar
        actions: {klaar: {title: K, steps: [Stap.]}}
    """)
    assert figures(boom)["walks"] == 8


def test_endless_walks_have_no_number():
    """A loop with an exit can be gone round for ever: there is no number of walks."""
    boom = tree("""
        title: B
        start: nog
        questions: {nog: {text: 'Nog?', answers: {ja: {text: J, to: nog}, nee: {text: E, to: klaar}}}}
        actions: {klaar: {title: K, steps: [Stap.]}}
    """)
    assert figures(boom)["walks"] is None
