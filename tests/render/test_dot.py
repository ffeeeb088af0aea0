"""The diagram as DOT text."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from edges import arrows_in, dot_edges
from helpers import tree, tree_files
from wegwijzer.render.dot import chapter_nodes, tree_dot
from wegwijzer.render.drawing import WRAP

DOT = shutil.which("dot")

CHAPTERS = """
title: Delen
start: begin
chapters:
  een: {title: Deel één, start: eerste}
  twee: {title: Deel twee, start: tweede}
questions:
  begin: {text: 'Waarheen?', answers: {a: {text: Naar een, to: eerste}, b: {text: Naar twee, to: tweede}}}
  eerste: {text: 'Eerste?', answers: {a: {text: Door, to: slot-een}, b: {text: Toch twee, to: tweede}}}
  tweede: {text: 'Tweede?', answers: {a: {text: Door, to: slot-twee}}}
actions:
  slot-een: {title: Eén, steps: [Stap.]}
  slot-twee: {title: Twee, steps: [Stap.]}
"""


def nodes(dot):
    """The nodes of a drawing, without what lies elsewhere and the answers on the arrows."""
    return re.findall(r'^  "([^"@>]+)" \[', dot, re.MULTILINE)


def test_diagram_of_a_small_tree(sample, golden):
    """The DOT of a whole tree, byte for byte. Made anew with `pytest --update-golden`."""
    golden("vuilnis.dot", tree_dot(sample))


def test_diagram_of_a_chapter(sample, golden):
    """The DOT of one chapter, with stubs for what lies outside. Made anew with `pytest --update-golden`."""
    golden("vuilnis-antwoord.dot", tree_dot(sample, chapter="antwoord"))


def test_chapters_share_out_the_steps():
    """A chapter is what its start leads to without passing the start of another; the rest comes before."""
    expected = {"": ["begin"], "een": ["eerste", "slot-een"], "twee": ["tweede", "slot-twee"]}
    assert expected == chapter_nodes(tree(CHAPTERS))


def test_chapter_shows_where_it_goes_on():
    """A diagram of a chapter has its own steps, and a stub for each step elsewhere that it leads to."""
    dot = tree_dot(tree(CHAPTERS), chapter="een")
    assert ["eerste", "slot-een"] == nodes(dot)
    assert ["tweede@eerste"] == re.findall(r'^  "([^"]+)" \[[^]]*class="ww-node ww-node-stub"', dot, re.MULTILINE)
    assert {("eerste", "slot-een"), ("eerste", "tweede")} == set(arrows_in(dot))


def test_chapters_together_have_every_arrow():
    """No arrow of the tree is lost between the chapters."""
    boom = tree(CHAPTERS)
    parts = (tree_dot(boom, chapter=name) for name in ("een", "twee"))
    found = {edge for part in parts for edge in arrows_in(part)}
    assert dot_edges(boom) - {("begin", "eerste"), ("begin", "tweede")} == found


def test_arrows_to_one_step_are_drawn_once():
    """Answers that lead to the same step share one arrow, with both their words on it."""
    boom = tree("""
        title: B
        start: q
        questions: {q: {text: 'Q?', answers: {a: {text: Aa, to: k}, b: {text: Bee, to: k}}}}
        actions: {k: {title: K, steps: [Stap.]}}
    """)
    assert ['"Aa / Bee"'] == re.findall(r'class="ww-pill".* label=("[^"]*")', tree_dot(boom))


def test_long_texts_are_wrapped():
    """A box stays narrow: its text breaks at about two dozen characters."""
    title = "Een titel die veel te lang is voor één regel in een vakje"
    boom = tree(f"title: B\nstart: k\nactions: {{k: {{title: {title}}}}}\n")
    (label,) = re.findall(r'label="1([^"]*)"', tree_dot(boom))
    lines = [line.strip() for line in label.split(r"\l")]
    assert title == " ".join(lines).strip()
    assert all(len(line) <= WRAP for line in lines)


def test_quotes_and_slashes_stay_inside_their_string():
    """A quote, a backslash or a line end in a text cannot end the string of the DOT."""
    boom = tree(r"""
        title: B
        start: q
        questions:
          q: {text: 'Zei "hij" a\b?', answers: {a: {text: 'Ja "echt"] ; x \', to: k}}}
        actions: {k: {title: "Regel\neen", steps: [Stap.]}}
    """)
    dot = tree_dot(boom)
    assert r"\"hij\"" in dot
    assert [("q", "k")] == sorted(dot_edges(boom))
    assert re.sub(r'"(?:[^"\\]|\\.)*"', "", dot).count('"') == 0


def test_backslash_in_a_text_stays_a_backslash():
    """A backslash that a contributor writes shows as such, whatever letter follows."""
    dot = tree_dot(tree("title: B\nstart: k\nactions: {k: {title: 'Map a\\nieuw'}}\n"))
    assert r'a\\nieuw\l"' in dot


@pytest.mark.skipif(DOT is None, reason="Graphviz is not here")
@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_graphviz_takes_our_own_trees(name, own_trees):
    """Graphviz reads the diagram of each tree without a warning and draws every node and arrow of it."""
    dot = tree_dot(own_trees[name])
    drawn = subprocess.run([DOT, "-Tplain"], input=dot, check=True, capture_output=True, text=True)
    assert "" == drawn.stderr
    assert len(re.findall(r'^  "[^"]+" \[', dot, re.MULTILINE)) == drawn.stdout.count("\nnode ")
