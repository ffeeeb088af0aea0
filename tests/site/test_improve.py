"""Where a reader can change a text: the exact line, once the address of the repository is known, and never before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.improve import OWN_PAGES, page_url, record_url, site_of
from macros.project import project
from municipal.pages.exercises import exercise
from municipal.pages.registers import glossary
from municipal.records import Exercise, Term
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.site import Site

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://git.voorbeeld.be/edit/"
SITE = Site(source_url=BASE + "{file}#L{line}")


def offered(html: str) -> list[tuple[str, int]]:
    """The files and lines that a block offers to change."""
    return [(file, int(line)) for file, line in re.findall(rf'href="{BASE}([^"#]+)#L(\d+)"', html)]


def test_the_settings_come_from_mkdocs():
    """What stands under `extra` is used; nothing there is nothing offered."""
    assert site_of({"extra": {"source_url": "x", "contact": "y@z"}}) == Site("x", "y@z")
    assert site_of({}) == Site()


def test_every_term_leads_to_its_own_line():
    """In a block of the guide each record leads to the place where it begins."""
    lines = (ROOT / "data/glossary.yml").read_text(encoding="utf-8").splitlines()
    terms = project().library.of(Term)
    places = offered(glossary(PlaceOnSite(project().library, "../", lambda record: record_url(SITE, record))))
    assert len(places) == len(terms)
    assert {file for file, _ in places} == {"data/glossary.yml"}
    assert {lines[line - 2].strip(" :") for _, line in places} == set(terms)


def test_nothing_is_offered_without_an_address():
    """A site that does not know its repository has no link to it, in no block and on no page."""
    library = project().library
    assert offered(exercise(PlaceOnSite(library, "../"), next(iter(library.of(Exercise))))) == []
    assert record_url(Site(), library.of(Exercise)[next(iter(library.of(Exercise)))]) == ""
    assert page_url(Site(), "index.md") == ""


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("index.md", "docs/index.md"),
        ("gids/modereren.md", "docs/gids/modereren.md"),
        ("keuzehulp/reactie.md", "trees/reactie.yml"),
        ("keuzehulp/index.md", "docs/keuzehulp/index.md"),
        ("frames/controle.md", "frames/controle.yml"),
        ("frames/vergelijken.md", "docs/frames/vergelijken.md"),
    ],
)
def test_a_page_leads_to_the_file_with_its_text(page, file):
    """The pencil opens the Markdown, or the YAML when the page shows nothing but that."""
    assert page_url(SITE, page) == f"{BASE}{file}#L1"


@pytest.mark.parametrize("folder", OWN_PAGES)
def test_pages_of_one_file_hold_nothing_else(folder):
    """Where the pencil opens the YAML, the Markdown has no text of its own."""
    for page in (ROOT / "docs" / folder).glob("*.md"):
        if (ROOT / OWN_PAGES[folder] / f"{page.stem}.yml").is_file():
            body = page.read_text(encoding="utf-8").split("---\n")[-1]
            assert re.fullmatch(r"\s*# .+\n\s*\{\{ .+ \}\}\s*", body), page
