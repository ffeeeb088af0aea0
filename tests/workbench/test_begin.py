"""Something new in the workbench: a tree from the template, and texts that somebody brings."""

from __future__ import annotations

import pytest

from helpers import mostly_slow
from wegwijzer.check.checker import check
from wegwijzer.load.project import load_paths
from wegwijzer.locale.catalogue import document
from wegwijzer.workbench.begin import begin, bring

TREE = "title: Boze buur\nstart: begin\nquestions:\n  begin: {}\n"
DAY = "2027-11-30"


def begun(desk, title: str) -> dict:
    return begin(desk, {"title": title, "template": document("new-tree.yml"), "today": DAY})


@pytest.mark.slow
def test_a_new_tree_is_right_and_has_its_page(desk):
    """What `wegwijzer new` gives, under a name made from the title."""
    reply = begun(desk, "  Een buur is   bóós! ")
    assert reply["path"] == "trees/een-buur-is-boos.yml"
    assert set(reply["files"]) == {reply["path"], "docs/keuzehulp/een-buur-is-boos.md"}
    assert 'title: "Een buur is bóós!"' in reply["files"][reply["path"]]
    for path, text in reply["files"].items():
        desk.put(path, text)
    loaded = load_paths([desk.folder], cwd=desk.folder, whole=True)
    assert [problem for problem in check(loaded, today=DAY) if problem.path in reply["files"]] == []


@pytest.mark.parametrize("title", mostly_slow(["???", "日本", "CON", "constructor"], quick=["CON"]))
def test_a_title_of_which_no_name_can_be_made(desk, title):
    """Gets one all the same, that no tree has yet."""
    first = begun(desk, title)["path"]
    desk.put(first, TREE)
    second = begun(desk, title)["path"]
    assert first != second
    assert first not in desk.published
    assert "constructor" not in first


def test_a_file_goes_where_one_of_its_name_stands(desk):
    """Whatever folder it came from; a name that several files have says nothing."""
    known = next(path for path in desk.texts if path.startswith("data/"))
    name = known.rpartition("/")[2]
    assert bring(desk, {"name": f"C:\\map\\{name}", "text": "x"}) == {"files": {known: "x"}, "path": known}
    assert bring(desk, {"name": "index.md", "text": "# x"})["path"] == "docs/index.md"
    assert bring(desk, {"name": "../../nieuw.md", "text": "# x"})["path"] == "docs/nieuw.md"


def test_a_tree_finds_its_place_by_its_name_or_its_title(desk):
    """Also when it was pasted, and has no name."""
    assert bring(desk, {"name": "buren.yml", "text": TREE})["path"] == "trees/buren.yml"
    assert bring(desk, {"name": "Mijn Buren.yml", "text": TREE})["path"] == "trees/mijn-buren.yml"
    assert bring(desk, {"name": "", "text": TREE})["path"] == "trees/boze-buur.yml"
    desk.put("trees/boze-buur.yml", TREE)
    assert bring(desk, {"name": "", "text": TREE})["path"] == "trees/boze-buur-2.yml"


NOWHERE = [("foto.png", "x"), ("", "wat tekst"), ("lijst.yml", "terms: {}")]


@pytest.mark.parametrize("file", mostly_slow(NOWHERE, quick=NOWHERE[:1]))
def test_what_has_no_place_is_told(desk, file):
    """In words, and nothing is made of it."""
    name, text = file
    reply = bring(desk, {"name": name, "text": text})
    assert set(reply) == {"error"}
    assert reply["error"].endswith(".")
