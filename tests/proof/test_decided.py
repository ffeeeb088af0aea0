"""A tree of which policies were decided: the same walks, without what those settle."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from helpers import own_project, own_tree, tree_files
from walks import options
from wegwijzer.compile.choices import local_choices
from wegwijzer.compile.codec import decode, encode
from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.decided import decide, settle
from wegwijzer.model import UNDECIDED, Condition
from wegwijzer.proof.pruned import left_under
from wegwijzer.proof.situations import prove
from wegwijzer.proof.unreached import unreachable
from wegwijzer.testing import compiled
from wegwijzer.view.nodes import live_view
from wegwijzer.view.records import Line
from wegwijzer.walk.walker import Walker, clone

POLICY = """\
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je?
    default: verbergen
    answers:
      verbergen: {text: Verbergen, argument: A.}
      laten-staan: {text: Laten staan, argument: B.}
      nog-niet-beslist: {text: Nog niet}
    to: termijn
  termijn: {text: Hoeveel uur?, fill: {kind: number}, default: "24", to: kanalen}
  kanalen:
    text: Welke kanalen?
    choose: many
    default: facebook
    answers: {facebook: {text: Facebook, argument: A.}, post: {text: Post, argument: B.}}
    to: klaar
actions: {klaar: {title: Klaar, steps: [Stap.]}}
"""
TREE = """\
title: Boom
uses: [keuzes]
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      grof:
        text: Grof
        to:
          - {when: {all: [keuzes.zicht.laten-staan], any: [keuzes.kanalen.post]}, to: brief}
          - to: zicht
      mild: {text: Mild, to: zicht}
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: verberg}, laten-staan: {to: tussen}, nog-niet-beslist: {to: verberg}}
actions:
  brief: {title: Brief, steps: [Stap.]}
  tussen: {title: Tussen, steps: [Stap.], to: luister}
  verberg:
    title: Verberg
    steps:
      - Stap.
      - {text: Antwoord niet., when: {all: [keuzes.zicht.verbergen]}}
      - {text: Antwoord binnen $keuzes.termijn uur., when: {none: [keuzes.zicht.verbergen]}}
  luister: {title: Luister, steps: [Antwoord binnen $keuzes.termijn uur via $keuzes.kanalen.]}
"""


def left(tree, **decided):
    """What is left of a tree when these are decided, keys written with two underscores for the dot."""
    return left_under(tree, {name.replace("__", ".").replace("_", "-"): value for name, value in decided.items()})


@pytest.fixture(scope="module")
def boom():
    return compiled({"trees/keuzes.yml": POLICY, "trees/boom.yml": TREE})


def test_routes_that_nobody_can_take_are_gone(boom):
    """One way is left, its question is not asked, and what nobody reaches is not there."""
    made = left(boom, keuzes__zicht="verbergen")
    assert list(made.lines) == ["toon", "verberg"]
    assert [answer.to.routes[0].to for answer in made.tree.questions["toon"].answers.values()] == ["verberg"] * 2
    assert not made.forks
    assert [task.text for task in made.tree.actions["verberg"].steps] == ["Stap.", "Antwoord niet."]
    assert all(task.when is None for task in made.tree.actions["verberg"].steps)


def test_guard_keeps_what_is_still_open(boom):
    """Of a guard on two policies the half that is not decided is left, and still proven."""
    made = left(boom, keuzes__zicht="laten-staan")
    (fork,) = made.forks.values()
    assert fork.target.routes[0].when == Condition(any=("keuzes.kanalen.post",))
    assert list(made.tree.actions) == ["brief", "tussen", "luister"]
    both = left(boom, keuzes__zicht="laten-staan", keuzes__kanalen=("post",))
    assert not both.forks
    assert both.tree.questions["toon"].answers["grof"].to.routes[0].to == "brief"


def test_text_and_list_that_were_decided_stand_in_the_text(boom):
    """In every form: with a walk and without one."""
    made = left(boom, keuzes__zicht="laten-staan", keuzes__termijn="48", keuzes__kanalen=("facebook", "post"))
    walker = Walker(made).give("toon", "mild").give("tussen", "verder")
    shown = str(live_view(walker).sections)
    assert "binnen 48 uur via Facebook en Post" in shown
    assert "24" not in shown


def test_nothing_decided_changes_nothing(boom):
    """Not one byte of what a page gets is other; what no tree looks at does not count either."""
    assert decide(boom, {}) is boom
    assert decide(boom, {"elders.keuze": "a"}) is boom
    assert "decided" not in encode(boom)


def test_what_was_decided_travels_to_the_page(boom):
    """The page gets the tree that is left, and walks it."""
    made = left(boom, keuzes__zicht="verbergen", keuzes__kanalen=("post",))
    again = decode(Compiled, json.loads(json.dumps(encode(made))))
    assert Walker(again).give("toon", "grof").node == "verberg"
    assert again.decided == made.decided


def test_choice_kept_in_a_browser_does_not_go_before_that_of_the_municipality(boom):
    """What was settled stays settled, whatever a reader kept before."""
    made = left(boom, keuzes__termijn="48")
    walker = Walker(made, {"keuzes.termijn": "1", "keuzes.zicht": "laten-staan"}).give("toon", "mild").settle()
    assert "binnen 48 uur" in str(live_view(walker.give("tussen", "verder")).sections)


def test_question_that_is_asked_anew_stays_a_question():
    """`ask: always` asks whoever decided; what looks at it waits for the answer."""
    tree = compiled(
        {
            "trees/keuzes.yml": POLICY,
            "trees/boom.yml": TREE.replace("policy: keuzes.zicht\n", "policy: keuzes.zicht\n    ask: always\n"),
        }
    )
    made = left(tree, keuzes__zicht="verbergen")
    assert "zicht" in made.lines
    assert {"verberg", "tussen"} <= set(made.lines)
    assert Walker(made).give("toon", "mild").node == "zicht"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition(all=("ja", "open")), Condition(all=("open",))),
        (Condition(all=("nee", "open")), False),
        (Condition(any=("ja", "open")), True),
        (Condition(any=("nee", "open")), Condition(any=("open",))),
        (Condition(any=("nee",)), False),
        (Condition(none=("nee", "open")), Condition(none=("open",))),
        (Condition(none=("ja", "open")), False),
        (Condition(all=(Condition(any=("nee",)),)), False),
        (Condition(none=(Condition(all=("ja",)),)), False),
        (Condition(all=(Condition(none=("nee",)), "open")), Condition(all=("open",))),
        (Condition(all=("open",), any=("nee",)), False),
    ],
)
def test_guard_is_settled_as_far_as_facts_are_known(condition, expected):
    """True and false are left out or decide; what is open stays."""
    assert settle(condition, {"ja": True, "nee": False}.get) == expected


def some_policy(seed, share=0.7):
    """Decisions at random, of about this share of all policies."""
    dice, made = random.Random(seed), {}  # noqa: S311 - which one does not matter, but always the same
    for name, question in local_choices(own_project().library).items():
        if dice.random() > share:
            continue
        keys = [key for key in question.answers if key != UNDECIDED]
        if question.fill:
            fills = {
                "number": "7",
                "url": "https://voorbeeldegem.example",
                "email": "a@b.example",
                "date": "2026-11-30",
            }
            made[name] = fills.get(question.fill.kind, "de dienst")
        elif question.choose == "many":
            shared = [key for key in keys if not question.answers[key].exclusive]
            made[name] = tuple(dice.sample(shared, dice.randint(min(question.min, len(shared)), len(shared)))) or (
                shared[0],
            )
        else:
            made[name] = dice.choice(keys)
    return made


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_walks_are_those_of_who_kept_the_same_choices(name, seed):
    """Whoever walks the tree that is left sees, question by question, what a reader sees who kept these choices."""
    tree, decided = own_tree(name), some_policy(seed)
    made = left_under(tree, decided)
    lost = unreachable(made, prove(made))
    assert (lost.questions, lost.actions) == ((), ())
    dice = random.Random(seed)  # noqa: S311 - as above
    for _ in range(12):
        one, other = Walker(tree, decided).settle(), Walker(made).settle()
        for _ in range(60):
            assert one.node == other.node
            if one.final:
                break
            asked = made.tree.questions.get(one.node)
            assert asked is None or list(asked.answers) == list(tree.tree.questions[one.node].answers)
            answer = dice.choice(options(one))
            one, other = (clone(walker).give(walker.node, answer).settle() for walker in (one, other))
        told = [{each.name: unmarked(each) for each in live_view(walker).sections} for walker in (one, other)]
        shown, left_over = ({key: value for key, value in each.items() if key not in LESS} for each in told)
        assert shown == left_over
        before, after = (own_choices_shown(walker) for walker in (one, other))
        assert after == before or (made.tree.actions[other.node].document and after < before)


def unmarked(section):
    """What a section says, without the mark of own agreements: who is given only what was agreed sees no mark."""
    return [replace(entry, own=False) if isinstance(entry, Line) else entry for entry in section.entries]


LESS = {"sources", "undecided", "policies"}
"""Below an action stand the sources of all that it may say, and below a text all choices that a part of it may rest on: less
is left of both where a part cannot show any more."""


def own_choices_shown(walker):
    """What the reader hears of the own policy: each choice with what counts, and why."""
    sections = live_view(walker).sections
    return {(use.id, use.value, use.origin) for each in sections if each.name == "policies" for use in each.entries}
