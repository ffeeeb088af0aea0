"""‘Wat zou je doen?’: every case with its advice, beside other ends that differ in one answer."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

import pytest

from helpers import tree_files
from landmarks import most_cases, without_a_quiz
from wegwijzer.compile.compiled import is_final
from wegwijzer.model.text import plain
from wegwijzer.render.quiz import OTHERS, cases_for, quiz_html
from wegwijzer.walk.alternatives import alternatives, case_walk

NAMES = [file.stem for file in tree_files()]


@pytest.mark.parametrize("name", NAMES)
def test_alternatives_are_other_final_actions(name, own_trees):
    """Each alternative is a final action that is not the advice, and no action is offered twice."""
    compiled = own_trees[name]
    for case in compiled.tree.cases:
        others = alternatives(compiled, case, OTHERS)
        ends = [other.action for other in others]
        assert len(ends) == len(set(ends)) <= OTHERS
        assert case.ends_in not in ends
        assert all(is_final(compiled.tree.actions[action]) for action in ends)


def test_an_alternative_differs_in_the_answer_that_it_names(own_trees):
    """The question of an alternative is one that the case answers, otherwise than the alternative does."""
    compiled = most_cases(own_trees)
    for case in compiled.tree.cases[:20]:
        given = dict(case_walk(compiled, case).path)
        for other in alternatives(compiled, case, OTHERS):
            assert given[other.node] == other.instead_of != other.answer


def test_cases_are_spread_over_the_advice(own_trees):
    """Few cases of a large tree show many different actions."""
    chosen = cases_for(most_cases(own_trees), 10)
    assert len(chosen) == 10
    assert len({case.ends_in for case, _ in chosen}) == 10


def test_a_quiz_never_begins_with_a_heavy_case(own_trees):
    """A case with a warning comes after all others, and its post stays closed behind the warning."""
    compiled = most_cases(own_trees)
    first, second = (case for case, _ in cases_for(compiled, 2))
    heavy = replace(first, warning="zelfdoding")
    changed = replace(compiled, tree=replace(compiled.tree, cases=(heavy, second)))
    assert [second, heavy] == [case for case, _ in cases_for(changed, 2)]
    opening, closing = quiz_html([changed], root="", most=2).split("<article")[1:]
    assert "data-heavy" not in opening
    assert "ww-heavy" not in opening
    assert "data-heavy" in closing
    warned, folded = closing.split('<details class="ww-heavy">')
    assert "zelfdoding" in warned
    assert "ww-post" not in warned
    assert "ww-answers" not in warned
    assert "ww-post" in folded


def test_what_heavy_cases_lead_to_is_no_choice_elsewhere(own_trees):
    """An answer of a case without a warning never leads where one with a warning ends: its title says what that is about."""
    hard = 0
    for compiled in own_trees.values():
        ends = {case.ends_in for case in compiled.tree.cases if case.warning is not None}
        hard += len(ends)
        for case, others in cases_for(compiled, 999):
            if case.warning is None:
                assert not ends & {case.ends_in, *(other.action for other in others)}, case.title
    assert hard


def test_a_case_keeps_its_name(own_trees):
    """The address of a case says what it is called, and not which number it has; no two have the same."""
    compiled = most_cases(own_trees)
    few, many = (re.findall(r'id="(geval-[^"]+)"', quiz_html([compiled], root="", most=most)) for most in (5, 999))
    assert len(many) == len(set(many)) > 100
    assert set(few) <= set(many)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in many)


def test_the_page_says_where_ways_part(own_trees):
    """Of each other choice: the question of the tree, both answers, and the letters of the actions that they lead to."""
    compiled = most_cases(own_trees)
    (case, others), *_ = cases_for(compiled, 1)
    html = quiz_html([compiled], root="", most=1)
    parting = html.split('<ul class="ww-parting">')[1]
    assert re.findall(r'data-at="(\d+)"', parting) == [str(other.at) for other in others]
    given = case_walk(compiled, case).path
    for other, said in zip(others, parting.split("data-at=")[1:], strict=True):
        assert given[other.at] == (other.node, other.instead_of)
        question = compiled.tree.questions[other.node]
        for answer, action in ((other.answer, other.action), (other.instead_of, case.ends_in)):
            assert escape(plain(question.answers[answer].text)) in said
            assert escape(plain(compiled.tree.actions[action].title)) in said


def test_cases_of_a_tree_of_heavy_cases_are_still_there(own_trees):
    """Where every case weighs there is a quiz all the same, each behind its warning."""
    compiled = most_cases(own_trees)
    cases = tuple(replace(case, warning="geweld") for case in compiled.tree.cases[:40])
    changed = replace(compiled, tree=replace(compiled.tree, cases=cases))
    html = quiz_html([changed], root="", most=5)
    assert html.count('class="ww-heavy"') == html.count("<article") == 5


def test_the_quiz_is_complete_without_a_script(own_trees):
    """Every case has a post, options, one advised action and the advice in a fold."""
    nothing = without_a_quiz(own_trees)
    html = quiz_html([most_cases(own_trees), nothing], root="../../", most=5)
    assert html.count("<article") == html.count("data-advised") == html.count('class="ww-advice"') == 5
    assert html.count('class="ww-post"') == 5
    assert html.count("<h2>") == 1  # a tree that leaves nothing to choose has no place in a quiz
    assert escape(nothing.tree.title) not in html
    names = re.findall(r'<input type="radio" name="([^"]+)"', html)
    assert all(names.count(name) in range(2, OTHERS + 2) for name in set(names))
