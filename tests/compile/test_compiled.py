"""A tree ready to walk: references filled in, numbers, forks, and a version over its shape alone."""

from __future__ import annotations

import pytest

from helpers import CHOICES, FIXTURES, load, tree
from wegwijzer.compile.compiled import Cited, compile_tree, fork_id, is_final
from wegwijzer.model import Action, Route, Target
from wegwijzer.view.nodes import node_ids

SOURCE = (FIXTURES / "valid" / "vuilnis.yml").read_text(encoding="utf-8")


def version(text):
    return tree(text, keuzes=CHOICES).version


def test_every_step_has_a_number_in_file_order(sample):
    """Steps are numbered from 1 in the order of the file; a fork has the number of its step and a letter."""
    assert {
        "toon": "1",
        "zicht": "2",
        "naam": "3",
        "klachten": "4",
        "verberg": "5",
        "overleg": "6",
        "bedank": "7",
        "klachten--": "4a",
    } == sample.numbers
    assert {name: SOURCE.splitlines().index(f"  {name}:") + 1 for name in sample.lines} == sample.lines
    assert ["toon", "zicht", "naam", "klachten", "klachten--", "verberg", "overleg", "bedank"] == list(node_ids(sample))


def test_forks_of_one_step_get_letters_in_order():
    """Each guarded list of a step is a fork of its own: 1a, 1b … and after z comes aa."""
    to = "[{when: {all: [q.a0]}, to: weg}, {to: weg}]"
    answers = ", ".join(f"a{i}: {{text: Antwoord, to: {to}}}" for i in range(28))
    questions = f"{{q: {{text: 'Q?', answers: {{{answers}}}}}}}"
    boom = tree(f"title: B\nstart: q\nquestions: {questions}\nactions: {{weg: {{title: W}}}}\n")
    assert ["1a", "1b", "1z", "1aa", "1ab"] == [boom.numbers[f"q--a{i}"] for i in (0, 1, 25, 26, 27)]


def test_fork_at_the_start_comes_before_step_one():
    """When the start is a guarded list, its fork stands first."""
    start = "[{when: {all: [m]}, to: een}, {to: twee}]"
    boom = tree(f"title: B\nstart: {start}\nactions: {{een: {{title: E}}, twee: {{title: T}}}}\n")
    assert (["start--", "een", "twee"], "0a") == (list(node_ids(boom)), boom.numbers["start--"])


@pytest.mark.parametrize(("name", "answer", "expected"), [("toon", None, "toon--"), ("toon", "boos", "toon--boos")])
def test_fork_ids_cannot_clash_with_steps(name, answer, expected):
    """The id of a fork holds two hyphens in a row, which no name of a step may."""
    assert expected == fork_id(name, answer)


@pytest.mark.parametrize(
    ("to", "final"),
    [
        (None, True),
        (Target((Route("verder"),)), False),
        (Target((Route("trol/begin"),)), True),
        (Target((Route("a/b"), Route("c/d")), guarded=True), True),
    ],
)
def test_action_is_final_unless_it_leads_on_in_this_tree(to, final):
    """An action ends the walk when it leads nowhere or hands the reader over to another tree."""
    assert final is is_final(Action("Doe iets", to=to))


@pytest.mark.parametrize(
    "change",
    [
        ("Welke toon heeft het bericht?", "Hoe klinkt het?"),
        ("Boos & fel", "Kwaad"),
        ("short: Toon?", "short: Klank?"),
        ("max: 40", "max: 50"),
        ("urgency: later", "urgency: vandaag"),
        ("text: je twijfelde", "text: je aarzelde"),
        ("Toon begrip.", "Toon dat je het begrijpt."),
        ("title: Het antwoord", "title: Antwoorden"),
    ],
)
def test_wording_does_not_change_the_version(change):
    """Another word, number of characters or urgency leaves links valid."""
    assert change[0] in SOURCE
    assert version(SOURCE) == version(SOURCE.replace(*change))


@pytest.mark.parametrize(
    "change",
    [
        ("to: naam", "to: klachten"),
        ("twijfel:", "aarzel:"),
        ("any: [grensgeval", "all: [grensgeval"),
        ("any: [grensgeval, toon.boos]", "any: [toon.boos]"),
        ("start: toon", "start: naam"),
        ("marks: [grensgeval]", "marks: []"),
        ("policy: keuzes.zicht", "policy: keuzes.kanalen"),
    ],
)
def test_shape_changes_the_version(change):
    """Another route, guard, name or mark makes links of before recognisable as older."""
    assert change[0] in SOURCE
    assert version(SOURCE) != version(SOURCE.replace(*change))


def test_version_is_eight_digits_and_always_the_same(sample):
    """The version is a short hash that depends on nothing but the tree."""
    assert "41fe4d72" == sample.version


def test_local_choice_brings_its_own_words(sample):
    """A question with `policy` takes text, options and arguments from the local choice, and adds its routes."""
    question = sample.tree.questions["zicht"]
    assert ("Verberg je een kwetsend bericht?", "verbergen") == (question.text, question.default)
    assert ("Zo zien anderen het niet.", "verberg") == (
        question.answers["verbergen"].argument,
        question.answers["verbergen"].to.routes[0].to,
    )


def test_local_choice_never_brings_its_routes():
    """What follows a choice in its own tree does not leak into the tree that asks it."""
    boom = tree(
        """
        title: B
        uses: [keuzes]
        start: uur
        questions: {uur: {policy: keuzes.termijn, to: klaar}}
        actions: {klaar: {title: K}}
    """,
        keuzes=CHOICES,
    )
    assert Target((Route("klaar"),)) == boom.tree.questions["uur"].to
    assert (None, {}) == (boom.policies["keuzes.termijn"].to, boom.policies["keuzes.termijn"].answers)


def test_values_give_their_options_and_own_words_go_first():
    """With `from` the options come from data/; an answer under the same name replaces words, another is added."""
    boom = tree(
        """
        title: B
        start: w
        questions:
          w: {text: 'W?', choose: many, from: values, answers: {a: {text: Eigen}, c: {text: Cee}}, to: k}
        actions: {k: {title: K}}
    """,
        values="values: {a: {text: Aa, help: Uitleg}, b: {text: Bee}}\n",
    )
    answers = boom.tree.questions["w"].answers
    assert {"a": "Eigen", "b": "Bee", "c": "Cee"} == {key: answer.text for key, answer in answers.items()}
    assert "Uitleg" == answers["a"].help


def test_standard_step_is_filled_in_and_what_is_said_here_goes_first(sample):
    """`use` takes text, who, term, points and sources of a standard step; a step may say some of these itself."""
    step = sample.tree.actions["verberg"].steps[0]
    assert ("Leg het bericht vast.", "moderator", "30m") == (step.text, step.who, step.within)
    text = "title: B\nstart: a\nactions: {a: {title: A, steps: [{use: s, who: collega, within: 2d}]}}\n"
    own = tree(text, steps="steps: {s: {text: Stap., who: moderator, within: 1h}}\n").tree.actions["a"].steps[0]
    assert ("Stap.", "collega", "2d") == (own.text, own.who, own.within)


def test_sources_are_readable(sample):
    """A source shows its title with publisher and year, a place in it, and whether it is our own addition."""
    assert Cited("Gids voor gesprekken (Een uitgever, 2024)") == sample.cited["gids"]
    assert Cited("Gids voor gesprekken (Een uitgever, 2024)", "Deel 1: luisteren") == sample.cited["G-1.2"]
    assert sample.cited["redactie"].editorial


def test_tree_carries_only_what_it_needs(sample):
    """Contacts, titles of other trees and local choices are there when the tree mentions them, and no others."""
    assert ({"bemiddelaar"}, {"keuzes": "Keuzes van onze gemeente"}) == (set(sample.contacts), sample.titles)
    other = "title: Anders\nstart: klaar\nactions: {klaar: {title: Klaar}}\n"
    assert {} == tree(other.replace("Anders", "keuzes/of niet"), keuzes=CHOICES).titles
    assert {"keuzes.zicht", "keuzes.termijn"} == set(sample.policies)


def test_unknown_references_are_left_out():
    """A tree with faults can still be compiled: the checker has reported them."""
    loaded = load("title: B\nuses: [weg]\nstart: q\nquestions: {q: {policy: weg.wat, to: nergens}}\nactions: {}\n")
    assert {} == compile_tree("boom", loaded.library).policies
