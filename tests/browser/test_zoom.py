"""Larger: the page at 400 %, text at 200 %, more room between letters, and the map between two fingers."""

from __future__ import annotations

import pytest
from places import FITS
from playwright.sync_api import expect
from wizard import Wizard

from helpers import mostly_slow
from landmarks import choices

PAGES = ["/", "/frames/", "/drie-r/respons/", "/gids/reageren/", "/trainers/"]
READ = [*PAGES, "/keuzehulp/{large}/", "/keuzehulp/{choices}/"]

# The four distances of WCAG 1.4.12, as a reader's own style sheet sets them.
SPACING = """() => {
  const own = new CSSStyleSheet();
  own.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, own];
}"""
# Material's sizes hang on the root's: twice its size is what a browser's text zoom of 200 % does.
TWICE = "() => { const { style } = document.documentElement; style.fontSize = '250%'; }"

# Texts whose box is smaller than they are, and hides the rest.
CUT_OFF = """() => [...document.querySelectorAll(".md-content *")].filter((each) => {
  const { overflowX, overflowY, display } = getComputedStyle(each);
  if (display === "inline" || !each.checkVisibility() || each.closest("svg, [aria-hidden=true]")) return false;
  if (each.clientWidth <= 1) return false; // only for who listens
  return (overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1)
    || (overflowY === "hidden" && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 160))"""


@pytest.fixture
def close_up(chromium, base_url):
    """A window of 1280 × 1024 at 400 %: 320 × 256 is what a page gets of it."""
    context = chromium.new_context(
        base_url=base_url, viewport={"width": 320, "height": 256}, device_scale_factor=4, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", mostly_slow(PAGES, quick=PAGES[:4:2]))
def test_a_page_at_four_times_its_size(close_up, path):
    """Nothing sticks out, nothing is cut off, and what stays on the screen leaves half of it to the text."""
    close_up.goto(path)
    close_up.mouse.wheel(0, 900)
    assert close_up.evaluate(FITS)
    assert close_up.evaluate(CUT_OFF) == []
    header = close_up.locator(".md-header").bounding_box()
    assert header["y"] + header["height"] <= 128


def test_a_walk_at_four_times_the_size(close_up, row):
    """At 400 % every answer can be reached by keyboard, is seen whole when it has the focus, and leads on."""
    wizard = Wizard.open(close_up, row.tree).leading()
    wizard.step.locator(".ww-heading").focus()
    before = wizard.node
    for _ in range(40):
        close_up.keyboard.press("Tab")
        focused = wizard.step.locator("a[data-answer]:focus")
        if focused.count():
            break
    box = focused.bounding_box()
    header = close_up.locator(".md-header").bounding_box()
    assert box["y"] >= header["y"] + header["height"] - 1
    assert box["y"] + box["height"] <= 257
    close_up.keyboard.press("Enter")
    expect(wizard.root).not_to_have_attribute("data-node", before)
    assert close_up.evaluate(FITS)


@pytest.mark.parametrize("change", [TWICE, SPACING], ids=["tekst-200", "ruimte"])
@pytest.mark.parametrize("path", mostly_slow(READ, quick=["/drie-r/respons/", "/keuzehulp/{large}/"]))
def test_larger_or_wider_text_is_never_cut_off(page, own_trees, large, path, change):
    """With text twice as large, or with more room between lines, words and letters, no text disappears."""
    page.goto(path.format(large=large, choices=choices(own_trees).id))
    page.evaluate(change)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(FITS)


def test_nobody_is_kept_from_zooming(page, large):
    """The page leaves pinch zoom to the reader."""
    page.goto(f"/keuzehulp/{large}/")
    meta = page.locator("meta[name=viewport]").get_attribute("content")
    assert "user-scalable" not in meta
    assert "maximum-scale" not in meta


def test_two_fingers_zoom_the_map(chromium, base_url, large):
    """Two fingers that move apart on the map make it larger, and the page itself stays as it was."""
    context = chromium.new_context(base_url=base_url, viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"/kaart/{large}/")
    page.locator("body.ww-js").wait_for()
    frame = page.locator(".ww-sheet:visible .ww-scroll")
    drawing = frame.locator("svg").first
    whole = [float(value) for value in drawing.get_attribute("viewBox").split()]
    box = frame.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = context.new_cdp_session(page)

    def fingers(kind, apart):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if kind != "touchEnd" else []})

    fingers("touchStart", 20)
    for apart in (30, 45, 60, 80):
        fingers("touchMove", apart)
    fingers("touchEnd", 80)
    seen = [float(value) for value in drawing.get_attribute("viewBox").split()]
    assert seen[2] < whole[2] / 2
    assert page.evaluate("visualViewport.scale") == 1
    context.close()
