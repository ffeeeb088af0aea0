"""Guards and terms in Dutch, as a form without memory asks them."""

from __future__ import annotations

import pytest

from helpers import CHOICES, tree
from wegwijzer.model import Condition, Route, Target
from wegwijzer.view.words import clause, fork_answer, fork_question, question, term

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
    assert "Wat past bij jouw situatie? Neem het eerste dat past." == fork_question(boom, target, [0, 1, 2])
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


LANDS = [f"land-{number}" for number in range(32)]
MANY = (
    "title: Boom\nuses: [keuzes]\nstart: land\nquestions:\n  land:\n    text: Welk land?\n    answers:\n"
    + "".join(f"      {name}: {{text: Land {name[5:]}, marks: [ver]}}\n" for name in LANDS)
    + "    to: wat\n  wat: {text: 'Wat?', choose: many, answers: {a: {text: Aap}, b: {text: Beer}}, to: klaar}\n"
    "marks: {ver: {text: het ver is}, dicht: {text: het dicht is}}\n"
    "actions:\n  klaar: {title: Klaar, steps: ['$keuzes.zicht']}\n"
)


@pytest.fixture(scope="module")
def many():
    return tree(MANY, keuzes=CHOICES)


def test_answers_to_one_question_are_told_together(many):
    """A guard on 32 answers names its question once; so do guards that bar answers, and local choices."""
    said = clause(many, Condition(any=tuple(f"land.{name}" for name in LANDS)))
    assert 1 == said.count("je bij 1")
    assert all(f"‘Land {number}’" in said for number in range(32))
    assert "je bij 1 ‘Land 0’ of ‘Land 1’ koos" == clause(many, Condition(any=("land.land-0", "land.land-1")))
    assert "je bij 2 ‘Aap’ en ‘Beer’ koos" == clause(many, Condition(all=("wat.a", "wat.b")))
    assert "je bij 1 niet ‘Land 0’ of ‘Land 1’ koos" == clause(many, Condition(none=("land.land-0", "land.land-1")))
    either = Condition(any=("keuzes.zicht.verbergen", "keuzes.zicht.laten-staan"))
    assert "jullie bij ‘Verbergen?’ kozen voor ‘Verbergen’ of ‘Laten staan’" == clause(many, either)
    assert "Koos je bij 1 ‘Land 0’ of ‘Land 1’?" == question(many, Condition(any=("land.land-0", "land.land-1")))


def test_fork_over_one_question_asks_it_once(many):
    """A fork of 32 routes over one question asks what was chosen there, and lists the answers alone."""
    routes = [Route("klaar", Condition(all=(f"land.{name}",))) for name in LANDS]
    target = Target((*routes, Route("wat")), guarded=True)
    every = list(range(33))
    assert "Wat koos je bij 1?" == fork_question(many, target, every)
    said = [fork_answer(many, target, every, index) for index in every]
    assert [*(f"‘Land {number}’" for number in range(32)), "In alle andere gevallen"] == said


FIRST = "Neem het eerste dat past."


@pytest.mark.parametrize(
    ("guards", "apart"),
    [
        ([{"all": ["land.land-0"]}, {"all": ["land.land-1"]}], True),
        ([{"any": ["land.land-0", "land.land-1"]}, {"any": ["land.land-2", "land.land-3"]}], True),
        ([{"any": ["land.land-0", "land.land-1"]}, {"any": ["land.land-1", "land.land-3"]}], False),
        ([{"all": ["ver"]}, {"none": ["ver"]}], True),
        ([{"all": ["ver"]}, {"all": ["dicht"]}], False),
        ([{"all": ["wat.a"]}, {"all": ["wat.b"]}], False),
        ([{"all": ["wat.a"]}, {"all": ["wat.b"], "none": ["wat.a"]}], True),
        ([{"all": ["land.land-0"]}, {"all": ["ver"]}], False),
        ([{"all": ["land.land-0", "ver"]}, {"all": ["land.land-1"]}, {"all": ["land.land-1", "ver"]}], False),
        ([{"all": ["keuzes.zicht.verbergen"]}, {"all": ["keuzes.zicht.laten-staan"]}], True),
        ([{"all": ["keuzes.kanalen.post"]}, {"all": ["keuzes.kanalen.chat"]}], False),
        ([{"any": ["land.land-0", "land.land-1"]}, {"none": ["land.land-0", "land.land-1"]}], True),
        ([{"all": ["land.land-0"]}, {"all": ["land.land-0"]}], False),
    ],
)
def test_fork_says_when_the_first_counts(many, guards, apart):
    """Where two guards can hold at once, the fork says that the first counts; where they cannot, it does not."""
    made = [Condition(**{key: tuple(facts) for key, facts in guard.items()}) for guard in guards]
    target = Target((*(Route("klaar", guard) for guard in made), Route("wat")), guarded=True)
    asked = fork_question(many, target, list(range(len(made) + 1)))
    assert apart is (FIRST not in asked)
