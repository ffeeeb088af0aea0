"""All outputs agree: diagram, numbered text and static HTML have the arrows of the model, and a reader follows them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edges import arrows_in, dot_edges, html_edges, html_links, model_edges, text_edges
from generated import compiled, trees
from helpers import tree_files
from wegwijzer.compile.compiled import fork_id
from wegwijzer.render.map_page import sheet_dot
from wegwijzer.render.regions import MOST, sheets_of
from wegwijzer.view.nodes import node_ids
from wegwijzer.walk.walker import Walker, WalkError

EFFORT = settings.default.max_examples
TREES = pytest.mark.parametrize("name", [file.stem for file in tree_files()])
ANY_TREE = st.one_of(trees(), trees(listed=True))


@given(ANY_TREE)
@settings(max_examples=2 * EFFORT)
def test_every_form_has_the_arrows_of_the_tree(tree):
    """Diagram, text and static HTML show the same arrows as the model: none missing, none extra."""
    boom = compiled(tree)
    expected = model_edges(boom)
    assert expected == dot_edges(boom)
    assert expected == text_edges(boom)
    assert expected == html_edges(boom)


@TREES
def test_every_form_of_our_own_trees_has_the_arrows_of_the_tree(name, own_trees):
    """The same holds for each tree of the project."""
    expected = model_edges(own_trees[name])
    assert expected == dot_edges(own_trees[name])
    assert expected == text_edges(own_trees[name])
    assert expected == html_edges(own_trees[name])


@given(ANY_TREE)
@settings(max_examples=EFFORT)
def test_sheets_of_a_map_have_every_node_and_arrow_once(tree):
    """A tree over sheets loses no node and no arrow, and says none twice."""
    boom = compiled(tree)
    sheets = sheets_of(boom)
    assert sorted(node_ids(boom)) == sorted(name for sheet in sheets for name in sheet.nodes)
    assert all(len(sheet.nodes) <= MOST and sheet.first in sheet.nodes for sheet in sheets)
    drawn = [arrow for sheet in sheets for arrow in arrows_in(sheet_dot(boom, sheet, sheets))]
    assert model_edges(boom) == set(drawn)
    assert len(drawn) == len(set(drawn))


@TREES
def test_sheets_of_our_own_trees_have_every_arrow_and_lead_on(name, own_trees):
    """The same for our own, and from the first sheet each can be reached: in the overview, and by following arrows."""
    boom = own_trees[name]
    sheets = sheets_of(boom)
    assert model_edges(boom) == {arrow for sheet in sheets for arrow in arrows_in(sheet_dot(boom, sheet, sheets))}
    above = {sheet.number: sheet.before for sheet in sheets}
    for sheet in sheets:
        seen, here = set(), sheet.number
        while above[here] is not None and here not in seen:
            seen.add(here)
            here = above[here]
        assert here == sheets[0].number


@TREES
def test_static_links_lead_to_a_step_on_the_page(name, own_trees):
    """Every link of an answer in the static version points at a section that is there."""
    links = html_links(own_trees[name])
    assert set() == {href for href in links.hrefs.values() if href.removeprefix("#") not in links.anchors}
    assert {f"{name}-{step}" for step in node_ids(own_trees[name])} == links.anchors


@given(ANY_TREE, st.data())
@settings(max_examples=2 * EFFORT)
def test_reader_follows_arrows(tree, data):
    """Each answer brings a reader along an arrow of the diagram, straight or through the fork of its guarded list."""
    boom = compiled(tree)
    arrows = dot_edges(boom)
    try:
        walker = Walker(boom)
        for _ in range(10):
            if walker.final:
                break
            here = walker.node
            answer = data.draw(st.sampled_from(sensible_answers(walker)))
            walker.give(here, answer)
            assert arrived(boom, arrows, here, answer, walker.node)
    except WalkError:
        return  # a dead end: the checker reports those


def sensible_answers(walker):
    question = walker.compiled.tree.questions.get(walker.node)
    if question is None:
        return ["verder"]
    if question.fill:
        return ["tekst"]
    if question.choose == "one":
        return list(question.answers)
    alone = [key for key, answer in question.answers.items() if answer.exclusive]
    together = tuple(key for key in question.answers if key not in alone)
    return [*((key,) for key in alone), *([together] if len(together) >= question.min else [])]


def arrived(boom, arrows, here, answer, there):
    forks = [fork for fork in (fork_id(here, None), fork_id(here, str(answer))) if fork in boom.forks]
    return (here, there) in arrows or any({(here, fork), (fork, there)} <= arrows for fork in forks)


@TREES
def test_steps_have_one_number_in_file_order(name, own_trees):
    """The numbers of a tree count its questions and actions in the order of the file, a fork after its step."""
    boom = own_trees[name]
    whole = [boom.numbers[step] for step in boom.lines]
    assert [str(number) for number in range(1, len(whole) + 1)] == whole
    assert sorted(boom.lines.values()) == list(boom.lines.values())
    for fork in boom.forks.values():
        assert boom.numbers[fork.id].rstrip("abcdefghijklmnopqrstuvwxyz") == boom.numbers.get(fork.owner, "0")
