"""The texts of three invented municipalities: whole, without a word of the tool, and other where their choices are."""

from __future__ import annotations

import re

import pytest
from test_municipalities import NAMES, PAIRS, decisions, different, looks_at

from helpers import own_project, own_tree, tree_files
from wegwijzer.compare.own import compare_own, text_changes
from wegwijzer.compile.choices import local_choices
from wegwijzer.compile.decided import decide
from wegwijzer.proof.texts import text_ends
from wegwijzer.render.documents import Made, text
from wegwijzer.walk.walker import Walker

TEXTS = [
    (file.stem, step)
    for file in tree_files()
    for step, action in own_tree(file.stem).tree.actions.items()
    if action.document
]
LEFTOVERS = re.compile(r"wegwijzer|redactie|standaardkeuze|S00\d-|\$|Als je bij|boom:|begrip:", re.IGNORECASE)


def text_of(name, decided, step):
    """A text of the site under decisions, without its version."""
    walker = Walker(own_tree(name), decided, start=step)
    return [block.text for block in text(walker, Made()) if block.kind != "version"]


@PAIRS
def test_texts_differ_exactly_where_the_comparison_says(one, other):
    """Every line that went or came in a text stands in what is told of it, and nothing is told of a text that is the same."""
    old, new = decisions(one), decisions(other)
    for name in dict.fromkeys(name for name, _ in TEXTS):
        told = {each.step: each for each in text_changes(own_tree(name), old, new)}
        for step in {step for decided in (old, new) for step in text_ends(decide(own_tree(name), decided))}:
            before, after = (text_of(name, decided, step) for decided in (old, new))
            said = " ".join(
                line for clause in (told[step].clauses if step in told else ()) for line in (*clause.gone, *clause.came)
            )
            assert [line for line in {*before} ^ {*after} if line not in said and "[" not in line] == [], (name, step)
            assert step not in told or looks_at(name) & different(old, new)


def test_comparison_tells_of_what_differs_and_no_more():
    """The choices that differ, in the trees that look at them; where nothing differs, nothing."""
    old, new = decisions("voorbeeldegem"), decisions("modeldorp")
    trees = {name: own_tree(name) for name in ("visie", "ontmoeting", "berichtcheck", "frame-herkennen")}
    found = compare_own(trees, local_choices(own_project().library), old, new)
    assert {choice.name for choice in found.choices} == different(old, new)
    changed = {each.id for each in found.trees} | {each.tree for each in found.texts}
    assert changed <= {name for name in trees if looks_at(name) & different(old, new)}
    assert {"visie", "ontmoeting", "berichtcheck"} <= changed
    assert compare_own(trees, local_choices(own_project().library), old, old).empty


@NAMES
@pytest.mark.parametrize(("tree", "step"), TEXTS)
def test_text_holds_nothing_of_the_tool(name, tree, step):
    """No mark, no name, no number of a step and no guard of ours stands in a text, whatever was decided; no line twice."""
    if tree == "beleid":  # an appendix of every choice, which says of each whether it is one
        return
    lines = text_of(tree, decisions(name), step)
    assert [line for line in lines if LEFTOVERS.search(line)] == []
    sentences = [line for line in lines if not line.startswith("[")]
    assert len(set(sentences)) == len(sentences)
