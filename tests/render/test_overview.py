"""The overview in numbers, and long chains cut in rows."""

from __future__ import annotations

import re

import pytest

from edges import model_edges
from helpers import tree_files
from wegwijzer.render.overview import folded, overview_dot


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_the_overview_has_the_arrows_of_the_tree(name, own_trees):
    """The overview has a node with the number of every step, square for an action, and the arrows of the tree."""
    compiled = own_trees[name]
    dot = overview_dot(compiled)
    assert set(re.findall(r'^  "([^"]+)" -> "([^"]+)"', dot, re.MULTILINE)) == model_edges(compiled)
    nodes = {
        found[0]: found[1:] for found in re.findall(r'^  "([^"]+)" \[.*shape=(\w+),.* label="(\w+)"', dot, re.MULTILINE)
    }
    assert {step: label for step, (_, label) in nodes.items()} == compiled.numbers
    assert {step for step, (shape, _) in nodes.items() if shape == "box"} == set(compiled.tree.actions)


def test_a_long_chain_is_cut_in_rows():
    """Every eighth arrow of a chain of forty no longer pulls its goal to the right; a loop back and a stub stay as they are."""
    chain = "".join(f'  "a{n}" -> "a{n + 1}" [label="x"];\n' for n in range(40))
    dot = folded(f'digraph {{\n{chain}  "a2" -> "a0" [label="terug"];\n  "b" -> "c" [label="x"];\n}}', 8)
    cut = re.findall(r'"a(\d+)" -> "a\d+" \[constraint=false', dot)
    assert ["7", "15", "23", "31", "39"] == cut
    assert dot.count("->") == 42
    assert '"b" -> "c" [label' in dot
