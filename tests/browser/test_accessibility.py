"""Rules that a machine can check, by axe, in light and dark, on a phone and on a desktop."""

from __future__ import annotations

import pytest
from places import ROOT
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


@pytest.mark.parametrize("path", ["/", "/keuzehulp/", "/over/", "/over/bijdragen/", "/over/regels/"])
def test_pages(reader, path):
    """Axe finds nothing on a page of text."""
    reader.goto(path)
    assert violations(reader) == []


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


def test_nothing_scrolls_sideways_on_a_phone(chromium, base_url):
    """At 320 pixels only the diagram scrolls sideways, never the page."""
    context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 700})
    page = context.new_page()
    for path in ("/", "/keuzehulp/reactie/", "/keuzehulp/beleid/", "/over/regels/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
