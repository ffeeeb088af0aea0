"""Pages that moved: their old address opens the new one, with and without JavaScript."""

from __future__ import annotations

import pytest

from helpers import ROOT
from wegwijzer.load.moved import Moved, former_trees, read_moved
from wegwijzer.publish.moved import SCRIPT, write_moved

WALK = "boom-doel;toon.boos;1a2b3c4d"
WIZARD = f'<section id="boom-doel"><span class="ww-entry" id="boom-ingang" data-walk="{WALK}"></span><h3>Over wie?</h3></section>'


def listed(moved):
    """A list as it is read from moved.yml, a line each."""
    return [Moved(old, new, line) for line, (old, new) in enumerate(moved.items(), 1)]


@pytest.fixture
def site(tmp_path):
    """A site with two pages."""
    for name in ("nieuw", "over/nieuw"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(WIZARD, encoding="utf-8")
    return tmp_path


def test_the_old_address_leads_on(site):
    """The page at the old place links to the new one, relative, and holds the one script."""
    assert write_moved(site, listed({"over/oud/": "over/nieuw/", "oud/": "over/nieuw/", "a/b/c/": "nieuw/"})) == []
    for old, target in {"over/oud": "../nieuw/", "oud": "../over/nieuw/", "a/b/c": "../../../nieuw/"}.items():
        page = (site / old / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{target}">' in page
        assert f"<script>{SCRIPT}</script>" in page


def test_each_part_of_a_page_that_moved_leads_where_it_is_now(site):
    """The page at the old place knows where its parts are; any other part of it leads where the page does."""
    parts = {"oud/#oud-doel": "nieuw/#boom-doel", "oud/#oud-weg": "over/nieuw/#boom-ingang"}
    assert write_moved(site, listed({"oud/": "nieuw/#boom-ingang", **parts})) == []
    page = (site / "oud/index.html").read_text(encoding="utf-8")
    assert '<a href="../nieuw/#boom-ingang">' in page
    assert '<a id="oud-doel" href="../nieuw/#boom-doel" hidden></a>' in page
    assert '<a id="oud-weg" href="../over/nieuw/#boom-ingang" hidden></a>' in page
    assert page.index("<p>") < page.index(
        "oud-doel"
    )  # without JavaScript, and for what is not listed, the first link counts


def test_a_part_with_another_name_is_still_found(site):
    """On a page that stays, the old name of a node lies where the node is, and that of one that became an entry has its walk."""
    assert write_moved(site, listed({"nieuw/#boom-eind": "#boom-doel", "nieuw/#boom-in": "nieuw/#boom-ingang"})) == []
    page = (site / "nieuw/index.html").read_text(encoding="utf-8")
    assert '<section id="boom-doel"><span class="ww-entry" id="boom-eind" data-walk="boom-doel"></span><span' in page
    assert (
        f'<span class="ww-entry" id="boom-in" data-walk="{WALK}"></span><span class="ww-entry" id="boom-ingang"' in page
    )
    assert (site / "over/nieuw/index.html").read_text(encoding="utf-8") == WIZARD


@pytest.mark.parametrize(
    "moved",
    [
        {"oud/": "weg/"},
        {"nieuw/": "over/nieuw/"},
        {"/oud/": "nieuw/"},
        {"oud": "nieuw/"},
        {"oud/": "nieuw/#weg"},
        {"nieuw/#oud": "#weg"},
        {"nieuw/#boom-doel": "#boom-ingang"},
        {"oud/#deel": "nieuw/#boom-doel"},
    ],
)
def test_a_wrong_line_is_told_and_writes_nothing(site, moved):
    """A target that is not there, a place that is taken and an address that is none give one sentence each."""
    before = sorted(site.rglob("*"))
    (problem,) = write_moved(site, listed({"goed/": "nieuw/", **moved}))
    assert problem.startswith("moved.yml:2: ")
    assert before == sorted(site.rglob("*"))


def test_trees_that_became_another_one_are_known():
    """A page of a tree that leads on to the page of another tree tells which tree that one became; other pages do not."""
    moved = {"hulp/een/": "hulp/alle/", "hulp/twee/": "hulp/alle/", "hulp/drie/": "gids/drie/", "gids/a/": "hulp/alle/"}
    assert former_trees(listed(moved), "hulp/{0}/") == {"een": "alle", "twee": "alle"}
    assert former_trees(listed(moved), "{0}/") == {}


@pytest.mark.parametrize("text", ["- een lijst", "oud/: [nieuw/]", "goed/: nieuw/\noud/: {a: b}", "oud/: 'nieuw/"])
def test_a_list_that_is_none_is_told_with_its_line(tmp_path, text):
    """What is no address beside an address gives one sentence, with the line, and no traceback."""
    file = tmp_path / "moved.yml"
    file.write_text(f"# verhuisd\n{text}\n", encoding="utf-8")
    moved, (problem,) = read_moved(file)
    assert moved == []
    assert problem.startswith("moved.yml:")
    assert int(problem.split(":")[1]) >= 2


def test_our_own_list_is_right():
    """The built site has a page, or an anchor, at each old address."""
    moved, problems = read_moved(ROOT / "moved.yml")
    assert problems == []
    for each in moved:
        page = (ROOT / "site" / each.page / "index.html").read_text(encoding="utf-8")
        assert f'id="{each.part}"' in page if each.part else SCRIPT in page
