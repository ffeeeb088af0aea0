"""PyYAML in Python alone reads a text as LibYAML does: the same values at the same places."""

from __future__ import annotations

import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers import ROOT, mostly_slow
from mutations.mutate import MAKERS
from wegwijzer.load import nodes
from wegwijzer.load.characters import clean
from wegwijzer.load.pure import Pure

FILES = [file for folder in ("trees", "data", "frames") for file in sorted((ROOT / folder).glob("*.yml"))]
SAMPLE = (ROOT / "examples/erfenis/trees/wie-erft.yml").read_text(encoding="utf-8")
SIGNS = st.text(alphabet="ab:?-#,[]{}'\"\\|>&*!%@`~ \n\n  é😀x1", max_size=40)


def read_by(loader, text):
    """What parsing gives with a loader: the whole tree, and the problems in words."""
    root, problems = nodes.read_by(loader, clean(text, "x.yml").text, "x.yml")
    left, found = [root] if root else [], []
    while left:
        node = left.pop()
        found.append((node.kind, node.line, node.column, node.value, node.plain, node.hash, node.flow))
        left += [*node.keys, *node.items]
    return found, problems


def assert_the_same(text):
    """What LibYAML finds nothing wrong with, is the same by both; of the rest something is said, or it is read, by one of them."""
    quick, ours = read_by(yaml.CSafeLoader, text), read_by(Pure, text)
    if quick[0] and not quick[1] and not nodes.ODD.search(text):
        assert ours == quick, text


@pytest.mark.parametrize("file", mostly_slow(FILES, quick=FILES[::6]), ids=lambda file: file.stem)
def test_a_file_of_the_project(file):
    assert_the_same(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "{text: Iemand in gevaar?, do: x}",
        "a: {b: wat? en dan, c: [x?]}",
        "a: |#b\n  c\n",
        "a: >2-#b\n    c\n",
        "a: b # c",
        "a:\n  b\n\n  c: d\n",
        "a: b\n  c\n\n  d\n\n\n  e f\n",
        "a: b  \n  c:d e:,f\n",
        "{a: b\n  c, d: e:f\n\n  g}",
        "a:\n  - b\n    c\n  - d\n",
    ],
)
def test_where_the_two_differ_by_themselves(text):
    assert_the_same(text)


@pytest.mark.parametrize(
    "text", ['a: "\\ud800"\n', 'a: "\\U00110000"\n', "a: b\tc\n", "a: [x\nb: c\n", "%YAML 9\n---\na: b\n", "---", "..."]
)
def test_what_is_wrong_is_told_from_one_place(text):
    """The whole text is told of as a page tells of it."""
    root, problems = nodes.parse(text, "x.yml")
    assert problems == read_by(Pure, text)[1]
    assert (root is None) == (read_by(Pure, text)[0] == [])


@pytest.mark.parametrize(("text", "column"), [("{a:,b: c}", 3), ("[a:]", 3), ("[a:?]", 3), ("{a:{b: c}}", 3)])
def test_colon_that_touches_a_bracket_is_a_fault(text, column):
    (problem,) = read_by(Pure, text)[1]
    assert (problem.line, problem.column) == (1, column)


@given(SIGNS)
def test_any_text(text):
    assert_the_same(text)


@given(SIGNS, st.integers(0, 200))
def test_any_text_in_a_file(text, line):
    lines = SAMPLE.splitlines(keepends=True)[:80]
    assert_the_same("".join([*lines[: line % 80], text, "\n", *lines[line % 80 :]]))


@pytest.mark.parametrize("seed", mostly_slow(range(12), quick=range(2)))
@pytest.mark.parametrize("kind", mostly_slow(MAKERS, quick=[*MAKERS][::3]))
def test_every_kind_of_fault(kind, seed):
    fault = MAKERS[kind](SAMPLE.splitlines(keepends=True), random.Random(f"{kind} {seed}"))  # noqa: S311 - no secret
    if fault:
        assert_the_same(fault.content.decode("utf-8", "replace").removeprefix("\ufeff"))
