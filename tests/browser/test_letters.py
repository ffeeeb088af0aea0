"""Readers see our letter, on every kind of page, and nothing comes from elsewhere."""

from __future__ import annotations

import pytest
from places import SITE

from helpers import mostly_slow

GUIDE, WIZARD, EMBED = "/gids/modereren/", "/keuzehulp/{small}/", "/embed/{small}/"
OURS = {("Public Sans Thin", True)}
"""The letter by the name in its file, which is that of its thinnest weight; and that the file came with the page."""


def letters_used(page, selector):
    """The names of the letters that Chromium draws an element with, and whether those came with the page."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in fonts}


def open_page(page, address):
    page.goto(address)
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize(
    ("address", "selector"),
    mostly_slow(
        [
            (GUIDE, ".md-content h1"),
            (GUIDE, ".md-content p"),
            (GUIDE, ".md-tabs__item + .md-tabs__item .md-tabs__link"),
            (WIZARD, ".ww-step .ww-heading"),
            (WIZARD, ".ww-answer > b"),
            (EMBED, "h1"),
            (EMBED, ".ww-answer > b"),
        ],
        quick=[(GUIDE, ".md-content p"), (WIZARD, ".ww-answer > b"), (EMBED, "h1")],
        several=True,
    ),
)
def test_a_page_is_set_in_our_letter(page, small, address, selector):
    """Titles, text, navigation and answers; the letter is a file of the site."""
    open_page(page, address.format(small=small))
    assert OURS == letters_used(page, selector)


def test_a_diagram_is_set_in_our_letter(page, small):
    """The words in the boxes have the letter that the boxes were measured for."""
    open_page(page, f"/kaart/{small}/")
    page.locator(".ww-scroll svg").first.wait_for()
    page.evaluate("document.fonts.ready")
    assert OURS == letters_used(page, ".ww-scroll g.node text:last-of-type")


def test_words_stay_within_their_box(page, large):
    """No word of a diagram sticks out of its box, in the page as in the drawing."""
    open_page(page, f"/kaart/{large}/")
    page.evaluate("for (const sheet of document.querySelectorAll('.ww-sheet')) sheet.hidden = false")
    page.evaluate("document.fonts.ready")
    outside = page.evaluate("""() => [...document.querySelectorAll(".ww-scroll g.node")].flatMap((node) => {
      const box = node.querySelector("path, polygon").getBBox();
      return [...node.querySelectorAll("text")].filter((text) => {
        const words = text.getBBox();
        return words.x < box.x || words.x + words.width > box.x + box.width;
      }).map((text) => text.textContent);
    })""")
    assert outside == []


def test_one_file_carries_its_letter(chromium, small):
    """Without a connection and without a site beside it, too."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    open_page(page, (SITE / f"assets/offline/{small}.html").as_uri())
    assert OURS == letters_used(page, "h1")
    context.close()


def test_a_plain_page_asks_for_one_letter(page, asked):
    """What is not on the page is not fetched: no italics, no letters of other languages."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    open_page(page, "/over/licentie/")
    assert ["public-sans-latin-wght-normal.woff2"] == [name for name in asked if name.endswith("woff2")]
