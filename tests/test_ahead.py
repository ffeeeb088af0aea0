"""How many questions are left at most: never too few, and no question twice."""

from __future__ import annotations

import time

import pytest

from bench import large_tree
from helpers import CHOICES, load, tree, tree_files
from walks import all_walks, options
from wegwijzer.ahead import questions_left
from wegwijzer.compiled import compile_tree
from wegwijzer.view import clone
from wegwijzer.walk import Walker, replay

BOOM = """
title: Boom
uses: [keuzes]
start: een
questions:
  een: {text: 'Een?', answers: {kort: {text: Kort, to: klaar}, lang: {text: Lang, to: twee}}}
  twee: {text: 'Twee?', answers: {weer: {text: Weer, to: drie}, klaar: {text: Klaar, to: klaar}}}
  drie: {text: 'Drie?', answers: {terug: {text: Terug, to: twee}, door: {text: Door, to: eerst}}}
  zicht: {policy: keuzes.zicht, answers: {verbergen: {to: klaar}, laten-staan: {to: vijf}, nog-niet-beslist: {to: vijf}}}
  vijf: {text: 'Vijf?', fill: {kind: text}, to: klaar}
actions:
  eerst: {title: Eerst, steps: [Stap.], to: zicht}
  klaar: {title: Klaar, steps: [Stap.]}
"""


@pytest.fixture(scope="module")
def boom():
    return tree(BOOM, keuzes=CHOICES)


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ([], 5),
        ([("een", "lang")], 4),
        ([("een", "lang"), ("twee", "weer")], 3),
        ([("een", "lang"), ("twee", "weer"), ("drie", "terug")], 4),
        ([("een", "lang"), ("twee", "weer"), ("drie", "door")], 2),
        ([("een", "lang"), ("twee", "weer"), ("drie", "door"), ("eerst", "verder"), ("zicht", "laten-staan")], 1),
        ([("een", "kort")], 0),
    ],
)
def test_longest_way_without_repeats(boom, answers, left):
    """The longest way counts every question once, also where the tree loops; an action counts for nothing."""
    assert left == questions_left(replay(boom, answers))


@pytest.mark.parametrize(("choice", "left"), [("verbergen", 3), ("laten-staan", 4)])
def test_what_the_municipality_decided_is_not_counted(boom, choice, left):
    """A question that a local choice answers is not asked, and only its own way goes on."""
    assert left == questions_left(Walker(boom, {"keuzes.zicht": choice}))


def test_a_fork_counts_where_memory_is_missing(sample):
    """Opened in the middle, a fork is a question too; from the start it is never asked."""
    assert 1 == questions_left(replay(sample, [("toon", "boos"), ("zicht", "laten-staan"), ("naam", "An")]))
    assert 2 == questions_left(Walker(sample, start="klachten"))


def test_a_large_knot_gets_a_bound():
    """Where too many ways cross, every question counts once: never too low, and quickly found."""
    steps = [f"v{n}" for n in range(40)]
    lines = [
        f"  {step}: {{text: 'V?', answers: {{"
        + ", ".join(f"a{goal}: {{text: A, to: {goal}}}" for goal in (*steps, "klaar") if goal != step)
        + "}}"
        for step in steps
    ]
    knot = tree(
        "title: Knoop\nstart: v0\nquestions:\n"
        + "\n".join(lines)
        + "\nactions:\n  klaar: {title: Klaar, steps: [S.]}\n"
    )
    assert 40 == questions_left(Walker(knot))


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_walks_of_our_own_trees_never_take_longer(name, own_trees):
    """On walks through our own trees each question brings the end at least one nearer."""
    walker, left = Walker(own_trees[name]), questions_left(Walker(own_trees[name]))
    while not walker.final:
        asked = walker.kind == "question"
        walker = max((clone(walker).give(walker.node, answer) for answer in options(walker)), key=questions_left)
        assert questions_left(walker) <= left - asked
        left = questions_left(walker)
    assert left == 0


def test_every_walk_of_a_small_tree_stays_within(own_trees):
    """No walk of a tree asks more questions than was told at its start."""
    compiled = own_trees["aangevallen"]
    bound = questions_left(Walker(compiled))
    asked = [sum(step in compiled.tree.questions for step, _ in walker.path) for walker in all_walks(compiled)]
    assert max(asked) <= bound


def test_a_tree_of_ten_thousand_questions_takes_a_moment():
    """Ten thousand questions are counted in a moment the first time, and at once afterwards."""
    compiled = compile_tree("boom", load(large_tree(10_000)).library)
    start = time.perf_counter()
    assert 10_000 == questions_left(Walker(compiled))
    first = time.perf_counter() - start
    assert first < 5  # a quarter of a second on an idle machine
    start = time.perf_counter()
    questions_left(Walker(compiled))
    assert time.perf_counter() - start < first
