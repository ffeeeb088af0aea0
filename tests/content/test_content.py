"""The project's own content: the checker finds nothing in it, and asks enough."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from helpers import ROOT, TODAY, own_project, tree_files
from wegwijzer.check.checker import check
from wegwijzer.check.settings import settings_in

TREES = [file.stem for file in tree_files()]
TREE = pytest.mark.parametrize("name", TREES)

LOADED = own_project()


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


def test_main_tree_is_proven_by_many_cases(own_trees):
    """The tree on reactions has at least thirty cases."""
    assert len(own_trees["reactie"].tree.cases) >= 30


def test_this_site_asks_more_of_its_content_than_the_kit():
    """What used to be asked in tests alone is asked by rules, and each is an error here."""
    asked = {"W122", "W213", "W214", "W215", "W304", "W305", "W306", "W410", "W512"}
    settings, wrong = settings_in(LOADED.settings)
    assert () == wrong
    assert asked <= {code for code, level in settings.levels.items() if level == "error"}


def test_doors_are_what_the_start_page_opens(own_trees):
    """What is measured from the start page begins at the entries that its rows open, and at no other."""
    start = (ROOT / "docs/index.md").read_text("utf-8")
    opened = set(re.findall(r'"reactie/([\w-]+)"', start))
    for page in re.findall(r"\]\(keuzehulp/([\w-]+)\.md\)", start):
        text = (ROOT / f"docs/keuzehulp/{page}.md").read_text("utf-8")
        opened.update(re.findall(r'wizard\("reactie", entry="([\w-]+)"\)', text))
    doors = settings_in(LOADED.settings)[0].effort["reactie"].doors
    assert sorted(doors) == sorted(opened & own_trees["reactie"].tree.entries.keys())
    assert opened <= {*own_trees["reactie"].tree.entries, *own_trees["reactie"].tree.questions}
