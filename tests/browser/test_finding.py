"""Finding the way: one click from a situation to its wizard, two from anywhere, and a search that knows our words."""

from __future__ import annotations

import pytest
from finding import whole
from places import ROOT, SITE
from playwright.sync_api import Locator, Page, expect

from helpers import mostly_slow, tree_files
from named import ANGRY, WORDS
from wegwijzer.load.moved import read_moved

TREES = {f"/keuzehulp/{file.stem}/" for file in tree_files()}
SOME = ["/", "/gids/modereren/", "/frames/controle/", "/oefeningen/opwarmer/", "/over/privacy/", min(TREES)]
ZENSICAL = (SITE / "search.json").exists()
PLACES = "all => all.map((link) => new URL(link.href).pathname)"


def search(page: Page, word: str) -> Locator:
    """Look for a word from the start page, as a reader does; the links that are offered, best first."""
    page.goto("/")
    if ZENSICAL:  # it opens a window of its own
        page.get_by_role("button", name="Zoeken").first.click()
        page.get_by_role("combobox", name="Search").fill(word)
        found = page.get_by_role("option")
    else:
        whole(page, word)
        found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible()
    return found


def test_an_angry_reaction_is_one_click_away(page):
    """The first situation of the start page opens its wizard at once."""
    page.goto("/")
    link, tree = ANGRY
    page.get_by_role("link", name=link).click()
    expect(page.locator(f"wegwijzer-wizard[tree={tree}]")).to_be_visible()


@pytest.mark.parametrize("path", mostly_slow(SOME, quick=SOME[1:3]))
def test_every_wizard_is_two_clicks_away(page, path):
    """Every page leads to the list of wizards, and the list leads to each of them."""
    page.goto(path)
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Nu doen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alle keuzehulpen")
    listed = set(page.locator(".md-content a[href]").evaluate_all(PLACES))
    assert listed >= TREES


@pytest.mark.parametrize("known", mostly_slow(WORDS, quick=[WORDS[0], WORDS[-1]]), ids=" ".join)
def test_search_finds_it(page, known):
    """A word that people use leads to the page that is about it, among the first results."""
    word, expected = known
    found = search(page, word)
    assert expected in found.evaluate_all(PLACES)[:10]


def test_search_leads_to_existing_pages(page):
    """What search offers exists."""
    for place in search(page, "moderator").evaluate_all(PLACES):
        assert (SITE / place.strip("/") / "index.html").is_file(), place


@pytest.mark.parametrize(
    ("old", "new"),
    [(each.old, each.new) for each in read_moved(ROOT / "moved.yml")[0] if "#" not in each.old + each.new],
)
def test_an_old_address_leads_on(page, base_url, old, new):
    """Who opens the old address of a page stands on the new one, at the same part of it."""
    page.goto(f"/{old}#deel")
    page.wait_for_url(f"{base_url}/{new}#deel")
