"""Guards and terms in Dutch, as a form without memory asks them."""

from __future__ import annotations

import pytest

from helpers import CHOICES, tree
from wegwijzer.model import Condition, Route, Target
from wegwijzer.words import clause, fork_answer, fork_question, question, term

BOOM = """
title: Boom
uses: [keuzes]
start: toon
questions:
  toon: {text: 'Toon?', answers: {boos: {text: Boos, to: wie}, blij: {text: Blij, marks: [vrolijk], to: wie}}}
  wie: {text: 'Wie?', answers: {ik: {text: Ik, to: klaar}, jij: {text: Jij, to: klaar}}}
marks: {vrolijk: {text: het bericht vrolijk klinkt}}
actions:
  klaar: {title: Klaar, steps: [{text: "$keuzes.zicht", when: {none: [keuzes.zicht.verbergen]}}]}
"""


@pytest.fixture(scope="module")
def boom():
    return tree(BOOM, keuzes=CHOICES)


@pytest.mark.parametrize(
    ("guard", "expected"),
    [
        (Condition(all=("toon.boos",)), "je bij 1 ‘Boos’ koos"),
        (Condition(any=("toon.boos", "wie.ik")), "je bij 1 ‘Boos’ koos of je bij 2 ‘Ik’ koos"),
        (Condition(all=("toon.boos",), none=("wie.ik",)), "je bij 1 ‘Boos’ koos en je bij 2 niet ‘Ik’ koos"),
        (Condition(all=("vrolijk",)), "het bericht vrolijk klinkt"),
        (Condition(none=("vrolijk",)), "het niet zo is dat het bericht vrolijk klinkt"),
        (Condition(all=("keuzes.zicht.verbergen",)), "jullie bij ‘Verbergen?’ kozen voor ‘Verbergen’"),
        (
            Condition(none=("keuzes.zicht.verbergen",)),
            "het niet zo is dat jullie bij ‘Verbergen?’ kozen voor ‘Verbergen’",
        ),
        (Condition(all=("onverklaard",)), "‘onverklaard’ geldt"),
    ],
)
def test_guard_reads_as_a_clause(boom, guard, expected):
    """A guard becomes a clause that fits after ‘als’, with the number of the question where it was decided."""
    assert expected == clause(boom, guard)


def test_one_answer_is_asked_directly(boom):
    """When a guard looks at one answer, the question simply asks whether that was chosen."""
    assert question(boom, Condition(any=("toon.blij",))) == "Koos je bij 1 ‘Blij’?"
    assert question(boom, Condition(none=("toon.blij",))) == "Klopt het dat je bij 1 niet ‘Blij’ koos?"
    assert question(boom, Condition(all=("vrolijk",))) == "Klopt het dat het bericht vrolijk klinkt?"


def test_fork_of_two_is_a_yes_or_no(boom):
    """With two routes of which the last always holds, a fork asks yes or no."""
    target = Target((Route("klaar", Condition(any=("toon.boos",))), Route("wie")), guarded=True)
    assert "Koos je bij 1 ‘Boos’?" == fork_question(boom, target, [0, 1])
    assert ["Ja", "Nee"] == [fork_answer(boom, target, [0, 1], index) for index in (0, 1)]


def test_fork_of_more_asks_which_fits(boom):
    """With more routes a fork lists what each is for; the one without guard is for all other cases."""
    routes = (Route("klaar", Condition(all=("toon.boos",))), Route("wie", Condition(all=("wie.ik",))), Route("toon"))
    target = Target(routes, guarded=True)
    assert "Wat past bij jouw situatie?" == fork_question(boom, target, [0, 1, 2])
    assert ["Als je bij 1 ‘Boos’ koos", "Als je bij 2 ‘Ik’ koos", "In alle andere gevallen"] == [
        fork_answer(boom, target, [0, 1, 2], index) for index in range(3)
    ]


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("1m", "1 minuut"),
        ("30m", "30 minuten"),
        ("1h", "1 uur"),
        ("24h", "24 uur"),
        ("1d", "1 dag"),
        ("2d", "2 dagen"),
        ("10d", "10 dagen"),
    ],
)
def test_term_is_told_in_words(within, expected):
    """A term is told with its unit, one or many."""
    assert expected == term(within)


def test_clauses_that_mean_different_things_read_differently(boom):
    """Two guards that mean different things do not have the same words."""
    one = Condition(all=("vrolijk",), any=("toon.boos", "wie.ik"))
    other = Condition(any=(Condition(all=("vrolijk", "toon.boos")), "wie.ik"))
    assert clause(boom, one) != clause(boom, other)
