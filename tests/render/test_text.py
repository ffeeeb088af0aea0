"""The numbered text: complete without a screen."""

from __future__ import annotations

import re

import pytest

from helpers import tree, tree_files
from wegwijzer.render.text import WIDTH, tree_text, view_text
from wegwijzer.view.nodes import live_view, node_ids
from wegwijzer.walk.walker import replay


def test_text_version_of_a_small_tree(sample, golden):
    """The whole numbered text, byte for byte. Made anew with `pytest --update-golden`."""
    golden("vuilnis.txt", tree_text(sample))


def test_last_step_of_a_reader_as_text(sample, golden):
    """The end of one walk as text. Made anew with `pytest --update-golden`."""
    walker = replay(sample, [("toon", "vriendelijk"), ("naam", "An"), ("klachten", ("zakken",))])
    golden("vuilnis-bedank.txt", view_text(live_view(walker)) + "\n")


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_every_step_stands_in_the_text_once_in_order(name, own_trees):
    """Each step and fork has its block, in the order of the numbers, and no line is too wide to print."""
    boom = own_trees[name]
    text = tree_text(boom)
    heads = re.findall(r"^(\d+[a-z]*)\. ", text, re.MULTILINE)
    assert [boom.numbers[step] for step in node_ids(boom)] == heads
    wide = [line for line in text.splitlines() if len(line) > WIDTH and "://" not in line]
    assert [] == [line for line in wide if line.startswith(" ")]


def test_link_shows_its_address_on_paper():
    """A link in a text reads as its words and its address."""
    boom = tree("title: B\nstart: k\nactions:\n  k: {title: K, steps: ['Lees [dit stuk](https://a.be/x) na.']}\n")
    assert "Lees dit stuk (https://a.be/x) na." in tree_text(boom)


@pytest.mark.parametrize("key", ["help", "reply"])
def test_link_shows_its_address_on_paper_everywhere(key):
    """The same holds for explanations and model answers."""
    more = f"{key}: 'Lees [dit](https://a.be/x) na.'"
    boom = tree(f"title: B\nstart: k\nactions:\n  k: {{title: K, steps: [Stap.], {more}}}\n")
    assert "Lees dit (https://a.be/x) na." in tree_text(boom)


def test_text_says_where_to_begin():
    """A reader is told to begin at the step where the tree starts, also when that is not the first in the file."""
    boom = tree(
        "title: B\nstart: twee\nquestions:\n  een: {text: 'E?', answers: {a: {text: Aa, to: k}}}\n"
        "  twee: {text: 'T?', answers: {a: {text: Aa, to: een}}}\nactions: {k: {title: K, steps: [Stap.]}}\n"
    )
    assert "Begin bij 2." in tree_text(boom)
