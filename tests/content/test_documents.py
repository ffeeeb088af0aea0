"""The builders: municipalities with opposite choices get different texts, each with exactly what they chose."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from helpers import ROOT, own_project, own_tree
from wegwijzer.model.text import plain
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import walk_mapping

LIBRARY = own_project().library
BUILDERS = ("gedragscode", "beleidsplan", "afspraken", "visie", "ontmoeting", "campagne")
CASES = [
    pytest.param(name, case, id=f"{name}-{case.ends_in}-{index}")
    for name in BUILDERS
    for index, case in enumerate(LIBRARY.trees[name].cases)
    if LIBRARY.trees[name].actions[case.ends_in].document
]


def written(name, case):
    """The document at the end of a case: its lines."""
    walker = walk_mapping(own_tree(name), dict(case.answers), given=dict(case.given))
    assert walker.node == case.ends_in
    return [line.text for line in live_view(walker).about("document")]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_document_can_be_used_as_it_is(name, case):
    """A document is long enough to be one, has no open places but for what is not decided, and says nothing twice."""
    lines = written(name, case)
    assert len(lines) > 10
    assert not [line for line in lines if "$" in line or "[" in plain(line).replace("[nog te beslissen", "")]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(("name", "case"), CASES)
def test_choices_of_a_municipality_decide_the_paragraphs(name, case):
    """A paragraph for one option of a decided choice stands in the document when that option was chosen, and only then."""
    lines = written(name, case)
    action = LIBRARY.trees[name].actions[case.ends_in]
    for part in action.document:
        facts = list(part.when.facts()) if part.when else []
        if len(facts) != 1 or part.when.none or "$" in part.text:
            continue
        choice, _, option = facts[0].rpartition(".")
        chosen = case.given.get(choice, "nog-niet-beslist")
        if "nog-niet-beslist" not in chosen:
            assert (part.text in lines) == (option in ([chosen] if isinstance(chosen, str) else chosen)), part.text


@pytest.mark.parametrize("name", ["gedragscode", "beleidsplan"])
def test_three_municipalities_get_three_texts(name):
    """Of the municipalities that made choices, no two get the same text, and each pair differs in many lines."""
    texts = [set(written(name, case)) for n, case in (p.values for p in CASES) if n == name and len(case.given) > 8]
    assert len(texts) >= 3
    assert all(len(one ^ other) >= 12 for one, other in combinations(texts, 2))


def test_undecided_choices_fall_back_on_the_default_and_say_so():
    """Without any decision a policy follows the defaults, and the reader is told which."""
    case = max(LIBRARY.trees["beleidsplan"].cases, key=lambda case: len(case.given))
    undecided = {name: "nog-niet-beslist" for name in case.given if "termijn" not in name and "uren" not in name}
    walker = walk_mapping(own_tree("beleidsplan"), dict(case.answers), given={**case.given, **undecided})
    view = live_view(walker)
    assert len(view.followed) > 5
    assert view.about("document")


def test_page_on_texts_names_every_tree_that_ends_in_one():
    """Who makes a text from the command line reads there which trees have one."""
    page = (ROOT / "docs/over/eigen-teksten.md").read_text(encoding="utf-8")
    listed = page.partition("eindigen in een tekst:")[2].partition(".")[0]
    with_text = {name for name, tree in LIBRARY.trees.items() if any(each.document for each in tree.actions.values())}
    assert {*re.findall("`([a-z-]+)`", listed)} == with_text
