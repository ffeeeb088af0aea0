"""The project's own content: its trees, cases, actions and contacts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from helpers import TODAY, own_project, tree_files
from wegwijzer.check.checker import check
from wegwijzer.check.coverage import coverage
from wegwijzer.compile.compiled import is_final
from wegwijzer.walk.walker import walk_mapping

TREES = [file.stem for file in tree_files()]
TREE = pytest.mark.parametrize("name", TREES)

LOADED = own_project()
CASES = [
    pytest.param(name, number, id=f"{name}-{number}")
    for name, tree in LOADED.library.trees.items()
    for number in range(len(tree.cases))
]


def wrong_in(folder, name=None):
    """What the checker finds in some of the files; advice is for a person to weigh."""
    files = [file for file in LOADED.files if file.shown.startswith(f"{folder}/") and name in (None, file.name)]
    assert files
    return [problem for problem in check(replace(LOADED, files=files), today=TODAY) if problem.level != "advice"]


@TREE
def test_tree_has_no_problem(name):
    """The checker finds no error and no warning in this tree."""
    assert [] == wrong_in("trees", name)


@pytest.mark.parametrize("folder", ["data", "frames", "docs"])
def test_other_content_has_no_problem(folder):
    """The checker finds no error and no warning in the other files."""
    assert [] == wrong_in(folder)


@pytest.mark.parametrize(("name", "number"), CASES)
def test_case_ends_where_it_says(name, number, own_trees):
    """The answers of a case lead to the action that it names."""
    case = own_trees[name].tree.cases[number]
    walker = walk_mapping(own_trees[name], case.answers, given=case.given)
    assert (case.ends_in, True) == (walker.node, walker.final)


@TREE
def test_every_action_can_be_carried_out(name, own_trees):
    """Every action has steps or a document, each with words, and says what it rests on."""
    for key, action in own_trees[name].tree.actions.items():
        assert action.steps or action.document, key
        assert all(part.text for part in (*action.steps, *action.document)), key
        assert action.sources or all(part.sources for part in (*action.steps, *action.document)), key


@TREE
def test_every_question_has_a_short_name(name, own_trees):
    """Every question has at most four words for in a diagram."""
    for key, question in own_trees[name].tree.questions.items():
        assert question.short, key
        assert len(question.short.split()) <= 4, key


@TREE
def test_every_action_has_a_short_name_or_title(name, own_trees):
    """An action's short name has at most four words."""
    for key, action in own_trees[name].tree.actions.items():
        assert len((action.short or "").split()) <= 4, key


@TREE
def test_no_action_is_a_copy_of_another(name, own_trees):
    """No two actions of a tree have the same steps: a sibling with another title is no advice."""
    steps = Counter(tuple(step.text for step in action.steps) for action in own_trees[name].tree.actions.values())
    assert [] == [texts for texts, count in steps.items() if texts and count > 1]


@TREE
def test_tree_says_who_looks_after_it(name, own_trees):
    """Every tree has a summary, sources and someone who reviews it by a date."""
    tree = own_trees[name].tree
    assert tree.summary
    assert tree.sources
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", tree.review.by)


def test_main_tree_is_proven_by_many_cases(own_trees):
    """The tree on reactions has at least thirty cases, none of them twice."""
    cases = own_trees["reactie"].tree.cases
    assert len(cases) >= 30
    assert len({case.title for case in cases}) == len(cases)


def test_addresses_are_web_or_mail():
    """Addresses of contacts and sources are http(s) or mailto, mail addresses look like one."""
    library = LOADED.library
    for key, entry in [*library.contacts.items(), *library.sources.items()]:
        assert entry.url is None or re.match(r"https?://|mailto:", entry.url), key
    for key, contact in library.contacts.items():
        assert contact.email is None or "@" in contact.email, key


def test_sources_lead_somewhere():
    """Every place in a source belongs to a source that is listed, and every contact names sources that exist."""
    library = LOADED.library
    known = {*library.sources, *library.parts}
    assert set() == {part.source for part in library.parts.values()} - set(library.sources)
    refs = {ref.id for record in (*library.contacts.values(), *library.steps.values()) for ref in record.sources}
    assert set() == refs - known


@TREE
def test_local_choices_of_standard_steps_are_in_use(name):
    """A tree that uses a standard step with `$beleid.…` in it has that tree in `uses`."""
    tree = LOADED.library.trees[name]
    used = {step.use for action in tree.actions.values() for step in action.steps if step.use}
    used |= {step.use for step in tree.closing if step.use}
    steps = [LOADED.library.steps[key] for key in used]
    texts = " ".join(text for step in steps for text in (step.text or "", *step.points))
    assert set() == set(re.findall(r"\$([a-z-]+)\.[a-z-]", texts)) - set(tree.uses)


@TREE
def test_hand_over_leads_to_a_beginning(name):
    """Who is handed over to another tree begins there at its start or at the start of a chapter."""
    for key, action in LOADED.library.trees[name].actions.items():
        for route in action.to.routes if action.to and is_final(action) else ():
            other, _, step = route.to.partition("/")
            goal = LOADED.library.trees[other]
            assert step in {goal.start.routes[0].to, *(chapter.start for chapter in goal.chapters.values())}, key


def test_every_part_of_every_source_has_a_place():
    """Each part of a source, or a part inside it, is named by a page, a tree, a frame or a data file."""
    named = coverage(LOADED.files)
    nowhere = [
        code
        for code in LOADED.library.parts
        if not any(f"{name}.".startswith((f"{code}.", f"{code}-")) for name in named)
    ]
    assert [] == nowhere
