"""PyYAML in Python alone reads a text as LibYAML does: the same events at the same places, and the same problem."""

from __future__ import annotations

import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from helpers import ROOT, mostly_slow
from mutations.mutate import MAKERS
from wegwijzer.load import nodes
from wegwijzer.load.pure import Pure

FILES = [file for folder in ("trees", "data", "frames") for file in sorted((ROOT / folder).glob("*.yml"))]
SAMPLE = (ROOT / "examples/erfenis/trees/wie-erft.yml").read_text(encoding="utf-8")
SIGNS = st.text(alphabet="ab:?-#,[]{}'\"\\|>&*!%@`~ \n\n  \té😀x1", max_size=60)


def read_by(loader, text):
    """What parsing gives with a loader: the whole tree, and the problems in words."""
    before = nodes.Parser
    try:
        nodes.Parser = loader
        root, problems = nodes.parse(text, "x.yml")
    finally:
        nodes.Parser = before
    left, found = [root] if root else [], []
    while left:
        node = left.pop()
        found.append((node.kind, node.line, node.column, node.value, node.plain, node.hash, node.flow))
        left += [*node.keys, *node.items]
    return found, problems


def assert_the_same(text):
    assert read_by(Pure, text) == read_by(yaml.CSafeLoader, text), text


@pytest.mark.parametrize("file", mostly_slow(FILES, quick=FILES[::6]), ids=lambda file: file.stem)
def test_a_file_of_the_project(file):
    assert_the_same(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "{text: Iemand in gevaar?, do: x}",
        "a: {b: wat? en dan, c: [x?, ?y]}",
        "a:\tb\n",
        "a: b\tc\n",
        'a: "x\ty"\n',
        "a: [1,\n\t2]\n",
        "{a:1, b:}",
        "? a\n: b\n",
        'a: "\\ud800"\n',
        'a: "\\U00110000"\n',
        "%YAML 1.1\n---\na: b\n",
        "a: |2\n   x\n",
        "a: b: c\n",
        "- a\nb: c\n",
        "a: 'x\n",
        "a: [x\nb: c\n",
    ],
)
def test_where_the_two_differ_by_themselves(text):
    assert_the_same(text)


@given(SIGNS)
def test_any_text(text):
    assert_the_same(text)


@given(SIGNS, st.integers(0, 200))
def test_any_text_in_a_file(text, line):
    lines = SAMPLE.splitlines(keepends=True)[:80]
    assert_the_same("".join([*lines[: line % 80], text, "\n", *lines[line % 80 :]]))


@pytest.mark.parametrize("seed", mostly_slow(range(12), quick=range(2)))
@pytest.mark.parametrize("kind", [*MAKERS])
def test_every_kind_of_fault(kind, seed):
    fault = MAKERS[kind](SAMPLE.splitlines(keepends=True), random.Random(f"{kind} {seed}"))  # noqa: S311 - no secret
    if fault:
        assert_the_same(fault.content.decode("utf-8", "replace").removeprefix("\ufeff"))
