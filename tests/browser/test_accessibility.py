"""Rules that a machine can check, by axe, in light and dark, on a phone and on a desktop."""

from __future__ import annotations

import os

import pytest
from places import ROOT, SITE
from wizard import Wizard

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RUN = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations"


def violations(page):
    """What axe finds, as short lines."""
    page.evaluate(AXE)
    return [
        f"{found['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for found in page.evaluate(RUN)
        for node in found["nodes"]
    ]


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)], ids=lambda p: f"{p[0]}-{p[1]}")
def reader(request, chromium, base_url):
    scheme, width = request.param
    context = chromium.new_context(base_url=base_url, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    yield page
    context.close()


PAGES = sorted(page.parent.relative_to(SITE).as_posix() for page in SITE.rglob("index.html"))
KINDS = [
    ".",
    "keuzehulp",
    "frames",
    "frames/controle",
    "gids/modereren",
    "drie-r/respons",
    "begrippen",
    "over/verschillen",
]


@pytest.mark.parametrize("path", PAGES if os.environ.get("WEGWIJZER_TEST_FULL") else KINDS)
def test_pages(reader, path):
    """Axe finds nothing on a page, in light and dark, on a phone and on a desktop; and nothing scrolls sideways."""
    reader.goto(f"/{path}/")
    assert violations(reader) == []
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_a_phone(page, path):
    """At 320 pixels only diagrams and wide tables scroll sideways, never the page."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"/{path}/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "fragment",
    [
        "reactie-waar",
        "reactie-zichtbaarheid",
        "reactie-bevestig-ontvangst",
        "reactie-verberg-en-waarschuw",
    ],
)
def test_wizard_states(reader, fragment):
    """Axe finds nothing on a question, a local choice, an interim action and a result."""
    Wizard.open(reader, "reactie", fragment).leading()
    assert violations(reader) == []


@pytest.mark.parametrize("fragment", ["afspraken-kanalen", "afspraken-begin"])
def test_fill_in(reader, fragment):
    """Axe finds nothing on a fill-in and on a first question of a builder."""
    Wizard.open(reader, "afspraken", fragment).leading()
    assert violations(reader) == []


def test_static_version(reader):
    """Axe finds nothing on the static version, all steps at once."""
    reader.route("**/assets/wizard.js", lambda route: route.abort())
    reader.goto("/keuzehulp/gesprek/")
    assert violations(reader) == []
