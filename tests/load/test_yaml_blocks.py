"""A text that is read again block by block is what reading it whole gives; anything else is read whole."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import ROOT, mostly_slow
from mutations.mutate import MAKERS
from wegwijzer.load.blocks import read_again
from wegwijzer.load.nodes import parse

TREE = (ROOT / "examples/erfenis/trees/wie-erft.yml").read_text(encoding="utf-8")
SMALL = """\
title: Voorbeeld # een opmerking
summary: >-
  Een tekst
  op twee regels

questions:
  # over de toon
  toon:
    text: "Welke toon heeft het: boos?"
    answers:
      boos: {text: Boos 😀, to: luister}

  twee:
    text: |
      Regel

      # geen opmerking
actions:
  luister:
    title: Luister
    steps:
    - Luister.
    - text: Vraag
        door.
cases:
  - title: Eén
    answers: {toon: boos}
  -
    title: Twee
"""
PIECES = [
    "  x: 1\n",
    "  toon:\n",
    "    ",
    "\n",
    "# x\n",
    "- a\n",
    "  - b\n",
    '"',
    "'",
    "{",
    "}",
    "[a",
    ": ",
    "|\n",
    ">",
    "x",
    "---\n",
    "\t",
    "é",
    "😀",
    "&a ",
    "*a",
]


def shape(node):
    """All that a node knows."""
    if node is None:
        return None
    held = [shape(each) for each in (*node.keys, *node.items)]
    return (node.kind, node.line, node.column, node.value, node.plain, node.hash, node.flow, held)


def agrees(before, text):
    """Whether reading again gives what reading gives; whether it was done at all."""
    root, wrong = parse(before, "x.yml")
    if root is None or wrong:
        return None
    as_it_was = deepcopy(root)
    found = read_again(before, root, text, "x.yml")
    whole, problems = parse(text, "x.yml")
    if found is None or found:
        assert shape(root) == shape(as_it_was)
    if found is not None:
        assert found == problems
        assert found or shape(root) == shape(whole)
    return found is not None


@given(st.data())
def test_any_change_of_a_small_text(data):
    text = SMALL
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(text)))
        end = min(len(text), begin + data.draw(st.sampled_from([0, 0, 1, 5, 30])))
        text = text[:begin] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    agrees(SMALL, text)
    agrees(text, SMALL)


@given(st.data())
def test_lines_that_come_go_and_move(data):
    lines = SMALL.splitlines(keepends=True)
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(lines))] * 2)))
    moved = lines[:first] + data.draw(st.permutations(lines[first:last][:6])) + lines[last:]
    agrees(SMALL, "".join(moved))


@pytest.mark.parametrize(
    ("new", "apart"),
    [
        ("  b: c\n  d: x\nf: g\n", True),
        ("  b: c\nx: y\n  d: e\nf: g\n", False),  # ends what holds it
        ("  b: c\n x: y\n  d: e\nf: g\n", False),
        ("  b: c\n  # x\n  d: e\nf: g\n", True),
        ("  b: c\n# x\n  d: e\nf: g\n", True),
        ("  b: c\n  d: e\n---\nf: g\n", False),
        ("  b: c\n  d: e\nf:\tg\n", False),
    ],
)
def test_what_could_end_its_block_is_read_whole(new, apart):
    assert agrees("a:\n  b: c\n  d: e\nf: g\n", f"a:\n{new}") is apart


@pytest.mark.parametrize(
    "text", ["a: >-\n  b\n  d\nc: e\n", "a:\n  - b\n  - d\n  - e\n", "a:\n  b: c\n  e:\n    - f: d\n"]
)
def test_an_entry_is_read_alone(text):
    """Of the file, of a list, and of what stands under a key."""
    assert agrees(text, text.replace("d", "x"))


@pytest.mark.parametrize("seed", mostly_slow(range(20), quick=range(1)))
@pytest.mark.parametrize("kind", mostly_slow(MAKERS, quick=[*MAKERS][::4]))
def test_every_kind_of_fault(kind, seed):
    fault = MAKERS[kind](TREE.splitlines(keepends=True), random.Random(f"{kind} {seed}"))  # noqa: S311 - no secret
    if fault:
        text = fault.content.decode("utf-8", "replace").removeprefix("\ufeff")
        agrees(TREE, text)
        agrees(text, TREE)


@pytest.mark.parametrize("step", mostly_slow(range(1, 40, 5), quick=[21]))
def test_typing_in_a_step_reads_that_step_alone(step):
    """Letter by letter, also where a quote or a bracket stays open for a while."""
    before, done = TREE, []
    at = [place for place in range(len(TREE)) if TREE.startswith("    text: ", place)][step]
    begin = TREE.index("\n", at)
    for count in range(1, 14):
        text = TREE[:begin] + ' "open [nu'[:count] + TREE[begin:]
        done.append(agrees(before, text))
    assert done.count(True) > 0.9 * len(done)
