"""The start page and the page for a wrong address: what somebody in a hurry finds first, and everything else within two clicks."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from posixpath import normpath

import pytest

from helpers import ROOT
from wegwijzer.publish.lost import help_the_lost, lost

SITE = ROOT / "site"
ONCE = (
    *(
        f"keuzehulp/{name}/"
        for name in (
            "reactie",
            "aangevallen",
            "externe-kanalen",
            "trol",
            "reageren",
            "melden",
            "drie-r",
            "frame-herkennen",
            "counterframe",
            "polarisatie",
            "berichtcheck",
            "signalen",
            "ontmoeting",
            "campagne",
            "gesprek",
            "beleid",
            "beleidsplan",
            "gedragscode",
            "visie",
        )
    ),
    *(
        f"keuzehulp/reactie/#reactie-{name}"
        for name in ("dreiging", "privegegevens", "beeld", "zelfdoding", "kind", "bericht", "prive", "meelezer")
    ),
    *("gids/", "frames/", "drie-r/", "oefeningen/", "begrippen/", "keuzehulp/", "noodkaart/"),
)
"""What the start page before this one led to."""


class Links(HTMLParser):
    """Where the text of a page leads: addresses from the root of the site."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.inside, self.found = page, False, []
        self.feed((SITE / page / "index.html").read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inside |= tag == "article"
        href = given.get("href") or ""
        if self.inside and tag == "a" and not re.match(r"[a-z]+:|#", href):
            path, mark, anchor = href.partition("#")
            place = normpath(f"{self.page}/{path}").strip("/").removeprefix(".")
            self.found.append(f"{place}/{mark}{anchor}".lstrip("/"))

    def handle_endtag(self, tag: str) -> None:
        self.inside &= tag != "article"


def test_danger_comes_first():
    """Before its title the start page says whom to call, and the first row is the gravest."""
    html = (SITE / "index.html").read_text(encoding="utf-8").partition("<article")[2]
    assert html.index('href="tel:101"') < html.index("<h1")
    assert html.index('href="tel:1813"') < html.index("<h1")
    assert next(found for found in Links("").found if "reactie" in found) == "keuzehulp/reactie/#reactie-dreiging"


def test_nothing_is_further_than_two_clicks():
    """What the start page led to once, it leads to now: at once, or by one page between."""
    near = set(Links("").found)
    pages = {place.partition("#")[0] for place in near}
    far = {link for page in pages if (SITE / page / "index.html").is_file() for link in Links(page).found}
    assert [place for place in ONCE if place not in near | far] == []


def test_the_menu_has_at_most_six_words():
    """One word each, besides the start page, which the logo leads to."""
    html = (SITE / "index.html").read_text(encoding="utf-8")
    words = re.findall(r'class="md-tabs__link">\s*([^<]+?)\s*<', html)
    assert words[0] == "Start"
    assert 3 < len(words[1:]) <= 6
    assert all(len(word.split()) <= 2 for word in words)


@pytest.mark.parametrize("address", ["https://gemeente.be/", "https://gemeente.be/hulp/wegwijzer/"])
def test_a_wrong_address_helps_at_any_depth(tmp_path, address):
    """The page says so in the language of the site; each of its links begins at the root of the host."""
    start = (SITE / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(start, encoding="utf-8")
    (tmp_path / "404.html").write_text("<article><h1>404 - Not found</h1></article>", encoding="utf-8")
    help_the_lost(tmp_path, address)
    page = (tmp_path / "404.html").read_text(encoding="utf-8")
    base = address.removeprefix("https://gemeente.be")
    assert "Deze pagina bestaat niet" in page
    assert "404" not in page
    links = re.findall(r'href="([^"]*)"', page)
    assert {f"{base}?q=", base, f"{base}keuzehulp/melden/"} <= {*links}
    assert len(links) > 10
    assert all(link.startswith(base) for link in links)
    for link in links:
        path = link.removeprefix(base).partition("#")[0].partition("?")[0]
        assert (SITE / path / "index.html").is_file(), link


def test_without_ways_there_is_the_start():
    """A project with another start page has a page that leads there."""
    page = lost("<h1>Start</h1>", "/x/")
    assert re.findall(r'href="([^"]*)"', page) == ["/x/?q=", "/x/"]


def test_the_built_page_has_it():
    page = (SITE / "404.html").read_text(encoding="utf-8")
    assert page.count("<h1>") == 1
    assert "Deze pagina bestaat niet" in page
