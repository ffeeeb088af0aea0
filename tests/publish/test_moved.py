"""Pages that moved: their old address opens the new one, with and without JavaScript."""

from __future__ import annotations

import pytest

from helpers import ROOT
from wegwijzer.load.moved import former_trees, read_moved
from wegwijzer.publish.moved import SCRIPT, write_moved


@pytest.fixture
def site(tmp_path):
    """A site with two pages."""
    for name in ("nieuw", "over/nieuw"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text("<p>Hier</p>", encoding="utf-8")
    return tmp_path


def test_the_old_address_leads_on(site):
    """The page at the old place links to the new one, relative, and holds the one script."""
    assert write_moved(site, {"over/oud/": "over/nieuw/", "oud/": "over/nieuw/", "a/b/c/": "nieuw/"}) == []
    for old, target in {"over/oud": "../nieuw/", "oud": "../over/nieuw/", "a/b/c": "../../../nieuw/"}.items():
        page = (site / old / "index.html").read_text(encoding="utf-8")
        assert f'<a href="{target}">' in page
        assert f"<script>{SCRIPT}</script>" in page


@pytest.mark.parametrize("moved", [{"oud/": "weg/"}, {"nieuw/": "over/nieuw/"}, {"/oud/": "nieuw/"}, {"oud": "nieuw/"}])
def test_a_wrong_line_is_told_and_writes_nothing(site, moved):
    """A target that is not there, a place that is taken and an address that is none give one sentence each."""
    before = sorted(site.rglob("*"))
    assert len(write_moved(site, {"goed/": "nieuw/", **moved})) == 1
    assert before == sorted(site.rglob("*"))


def test_trees_that_became_another_one_are_known():
    """A page of a tree that leads on to the page of another tree tells which tree that one became; other pages do not."""
    moved = {"hulp/een/": "hulp/alle/", "hulp/twee/": "hulp/alle/", "hulp/drie/": "gids/drie/", "gids/a/": "hulp/alle/"}
    assert former_trees(moved, "hulp/{0}/") == {"een": "alle", "twee": "alle"}
    assert former_trees(moved, "{0}/") == {}


def test_our_own_list_is_right():
    """The built site has a page at each old address."""
    for old in read_moved(ROOT / "moved.yml"):
        assert SCRIPT in (ROOT / "site" / old / "index.html").read_text(encoding="utf-8")
