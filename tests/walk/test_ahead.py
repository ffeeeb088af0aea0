"""How many questions are left at most: never too few, and no question twice."""

from __future__ import annotations

import gc
import weakref

import pytest

from helpers import CHOICES, tree, tree_files
from landmarks import walkable
from walks import all_walks, options
from wegwijzer.walk.remaining import MOST_KEPT, questions_left
from wegwijzer.walk.walker import Walker, clone, replay

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


def test_a_long_chain_is_counted_to_its_end():
    """Thousands of questions after one another are counted, first and again; no depth of calls is in the way."""
    size = 3000
    chain = "".join(f"  v{n}: {{text: 'V?', fill: {{kind: text}}, to: v{n + 1}}}\n" for n in range(size))
    boom = tree(f"title: Rij\nstart: v0\nquestions:\n{chain}actions:\n  v{size}: {{title: Klaar, steps: [S.]}}\n")
    assert [size] * 2 == [questions_left(Walker(boom)) for _ in range(2)]


def test_what_was_counted_is_kept_of_few_trees():
    """A tree that was counted is not kept for ever: after some others its count has made room for theirs."""
    counted = []
    for _ in range(MOST_KEPT + 1):
        boom = tree(BOOM, keuzes=CHOICES)
        questions_left(Walker(boom))
        counted.append(weakref.ref(boom))
    gc.collect()
    assert [False] + [True] * MOST_KEPT == [found() is not None for found in counted]


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_walks_of_our_own_trees_never_take_longer(name, own_trees):
    """On a long walk through each of our trees, until it ends or repeats itself, no step was promised too little."""
    walker, told = Walker(own_trees[name]).settle(), {}
    while not walker.final and walker.node not in told:
        told[walker.node] = questions_left(walker)
        walker = max(
            (clone(walker).give(walker.node, answer).settle() for answer in options(walker)), key=questions_left
        )
    asked = [step in walker.compiled.tree.questions for step in told]
    assert all(left >= sum(asked[index:]) for index, left in enumerate(told.values()))


def test_every_walk_of_a_small_tree_stays_within(own_trees):
    """No walk of a tree without loops asks more questions than was told at its start."""
    compiled = walkable(own_trees, 20, 2000)
    bound = questions_left(Walker(compiled))
    asked = [sum(step in compiled.tree.questions for step, _ in walker.path) for walker in all_walks(compiled)]
    assert max(asked) <= bound
