"""Three invented municipalities with opposite policies: their trees differ where their choices do, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
import yaml
from jsonschema import Draft202012Validator

from edges import dot_edges, html_edges, model_edges, text_edges
from helpers import ROOT, mostly_slow, own_project, own_tree, tree_files
from wegwijzer.check.checker import check_local
from wegwijzer.check.rules.own import Own
from wegwijzer.compare.diff import compare_tree
from wegwijzer.compile.codec import encode
from wegwijzer.kinds.schema import schemas
from wegwijzer.load import load_paths
from wegwijzer.proof.instead import instead
from wegwijzer.proof.pruned import left_under
from wegwijzer.render.html import tree_html
from wegwijzer.render.text import tree_text

PLACES = {file.parent.name: file for file in sorted(ROOT.glob("examples/gemeenten/*/local.yml"))}
NAMES = pytest.mark.parametrize("name", PLACES)
COUPLES = [*combinations(PLACES, 2)]
PAIRS = pytest.mark.parametrize(("one", "other"), mostly_slow(COUPLES, quick=COUPLES[:1], several=True))


@cache
def file_of(name):
    """The file of a municipality, as the loader reads it."""
    return load_paths([ROOT / "trees/polarisatie.yml"], cwd=ROOT, local=PLACES[name]).local


@cache
def decisions(name):
    """What a municipality decided."""
    file = file_of(name)
    return Own(file.record, file.path.parent, replace(own_project(), local=file)).decided


def tree_of(name, decided):
    """A tree of the site under decisions."""
    return left_under(own_tree(name), decided)


def looks_at(name):
    """The choices that a tree looks at, or keeps itself."""
    tree = own_tree(name)
    return {*tree.policies, *tree.own_choices}


def shown(tree):
    """All that a reader can meet of a tree."""
    packed = encode(tree)
    return {key: value for key, value in packed.items() if key not in {"decided", "settled"}}


def different(one, other):
    """The choices on which two municipalities differ; one that is not decided is another choice than any."""
    return {name for name in {*one, *other} if one.get(name) != other.get(name)}


def test_there_are_three_and_two_of_them_disagree():
    """Most of what the first two both decided, they decided otherwise."""
    assert len(PLACES) == 3
    one, other = decisions("voorbeeldegem"), decisions("modeldorp")
    both = one.keys() & other.keys()
    assert len(both) > 12
    assert len(different(one, other) & both) == len(both)


@NAMES
def test_file_is_right_and_its_trees_are_whole(name):
    """Not one error or warning, also not in the proof of every tree under these choices."""
    file = file_of(name)
    found = [*file.problems, *check_local(file, replace(own_project(), local=file))]
    assert [problem for problem in found if problem.level != "advice"] == []
    assert file.record.name.casefold() == name
    plain = yaml.load(file.text, yaml.BaseLoader)  # noqa: S506 - texts alone, as an editor reads it
    assert [error.message for error in Draft202012Validator(schemas()["local"]).iter_errors(plain)] == []


@PAIRS
def test_trees_differ_exactly_where_choices_do(one, other):
    """A tree is another one when it looks at a choice on which they differ, and the same one otherwise."""
    differ = different(decisions(one), decisions(other))
    names = [file.stem for file in tree_files()]
    changed = {name for name in names if shown(tree_of(name, decisions(one))) != shown(tree_of(name, decisions(other)))}
    assert changed == {name for name in names if looks_at(name) & differ}
    assert changed
    assert changed != set(names)


@PAIRS
def test_pages_and_texts_are_the_same_where_choices_are(one, other):
    """What a reader gets of a tree that looks at no choice on which they differ, on its page and as text."""
    differ = different(decisions(one), decisions(other))
    for name in (file.stem for file in tree_files() if not looks_at(file.stem) & differ):
        mine, theirs = tree_of(name, decisions(one)), tree_of(name, decisions(other))
        assert tree_html(mine) == tree_html(theirs), name
        assert tree_text(mine) == tree_text(theirs), name


@NAMES
def test_every_form_of_what_is_left_has_its_arrows_and_numbers(name):
    """Diagram, text and page agree, the steps count on without a gap, and what is gone leads to a step that is left."""
    for tree_id in (file.stem for file in tree_files()):
        left = tree_of(tree_id, decisions(name))
        assert model_edges(left) == dot_edges(left) == text_edges(left) == html_edges(left), tree_id
        assert [left.numbers[step] for step in left.lines] == [str(number) for number in range(1, len(left.lines) + 1)]
        led = instead(own_tree(tree_id), left)
        assert led.keys() >= own_tree(tree_id).lines.keys() - left.lines.keys()
        assert left.lines.keys() >= set(led.values())
        assert bool(led) == (left.lines.keys() != own_tree(tree_id).lines.keys())


def test_one_choice_changes_what_rests_on_it_alone():
    """The table of differences in `reactie` when the first takes over one choice of the second at a time."""
    one, other = decisions("voorbeeldegem"), decisions("modeldorp")
    before = tree_of("reactie", one)
    silent = set()
    for name in sorted(one.keys() & other.keys()):
        found = compare_tree(before, tree_of("reactie", {**one, name: other[name]}))
        if found is None:
            silent.add(name)
            continue
        told = {change.id.partition(".")[0] for change in found.changes if change.thing in {"question", "action"}}
        gone = [change for change in found.changes if change.kind in {"added", "removed"}]
        steps = {change.id for change in found.changes if change.thing == "action" and change.key == "steps"}
        assert told or gone, name
        for step in steps:
            facts = {
                fact for part in own_tree("reactie").tree.actions[step].parts if part.when for fact in part.when.facts()
            }
            assert any(fact.startswith(f"{name}.") for fact in facts), (name, step)
    assert {"beleid.zichtbaarheid", "beleid.aanspreken", "beleid.kritiek"}.isdisjoint(silent)
