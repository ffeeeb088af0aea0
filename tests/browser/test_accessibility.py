"""Rules that a machine can check, by axe, in light and dark, on a phone and on a desktop."""

from __future__ import annotations

import json

import pytest
from looks import in_looks
from places import FITS, PAGES, ROOT
from playwright.sync_api import expect
from wizard import Wizard, opened, quiet

from helpers import mostly_slow, tree_files
from landmarks import builder, decisive_choice, final_action, first_question, interim_action, local_choice
from wegwijzer.view.nodes import node_ids

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RUN = """async (part) => (await axe.run(
  part, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations"""
SEEN = """async () => {
  for (const section of document.querySelectorAll(".ww-steps > section")) {
    section.scrollIntoView();
    await new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)));
  }
}"""
"""Scrolls through a page, as a reader does: what was never in sight has no measures yet."""
STILL = """async () => {
  for (let frames = 0; frames < 3; frames++) {
    await new Promise((on) => requestAnimationFrame(on));
    for (const moving of document.getAnimations()) {
      if (moving.playState !== "running" || moving.effect.getComputedTiming().endTime === Infinity) continue;
      moving.finish();
      frames = 0;
    }
  }
}"""
"""Brings what is fading to its end: a header that goes away while one scrolls has no contrast halfway."""


def violations(page, part="html"):
    """What axe finds in a part of the page, as short lines."""
    page.evaluate(AXE)
    page.evaluate(STILL)
    return [
        f"{found['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for found in page.evaluate(RUN, part)
        for node in found["nodes"]
    ]


KINDS = [
    "/",
    "/keuzehulp",
    "/frames",
    "/frames/controle",
    "/gids/modereren",
    "/drie-r/respons",
    "/begrippen",
    "/over/verschillen",
]
STATES = {"question": first_question, "choice": local_choice, "interim": interim_action, "result": final_action}


@pytest.mark.parametrize(("reader", "path"), in_looks(PAGES, quick=KINDS), indirect=["reader"])
def test_pages(reader, path):
    """Axe finds nothing on a page, in light and dark, on a phone and on a desktop; and nothing scrolls sideways."""
    reader.goto(path)
    assert violations(reader) == []
    assert reader.evaluate(FITS)


@pytest.mark.parametrize(
    "path", mostly_slow(["/over/privacy", "/keuzehulp/reactie", "/werkplaats"], quick=["/keuzehulp/reactie"])
)
def test_no_letter_is_a_command(page, path):
    """The theme would go to the next page, the previous one, or search: somebody who speaks to a computer would be lost."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    address = page.url
    for letter in "npfs,./":
        page.keyboard.press(letter)
        quiet(page)
        assert (page.url, page.evaluate("document.activeElement.matches('[data-md-component=search-query]')")) == (
            address,
            False,
        )


@pytest.mark.parametrize(("reader", "state"), in_looks(STATES, quick=STATES), indirect=["reader"])
def test_wizard_states(reader, own_trees, state):
    """Axe finds nothing on a question, a local choice, an interim action and a result."""
    opened(reader, STATES[state](own_trees))
    assert violations(reader) == []


@pytest.mark.parametrize("at", mostly_slow(["field", "start"], quick=["field"]))
def test_fill_in(reader, gap, at):
    """Axe finds nothing on a fill-in and on the first question of its tree."""
    Wizard.open(reader, gap.tree, gap.link if at == "field" else "").leading()
    assert violations(reader) == []


def test_error_tells_and_shows(reader, gap):
    """Axe finds nothing on a step that tells what is missing."""
    wizard = opened(reader, gap)
    wizard.step.locator("[data-continue]").click()
    wizard.step.locator(".ww-problem").wait_for()
    assert violations(reader) == []


def test_result_with_everything_open(reader, result):
    """Axe finds nothing on a result with its reasons, choices, QR code and case file open."""
    wizard = opened(reader, result)
    wizard.step.locator("[data-tick]").first.check()
    for fold in wizard.root.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    wizard.root.locator("[data-qr]").click()
    wizard.root.locator(".ww-qr svg").wait_for()
    wizard.root.locator("[data-dossier]").click()
    reader.locator("#ww-dossier").wait_for()
    assert violations(reader) == []


@pytest.mark.parametrize("script", mostly_slow([True, False], quick=[True]))
def test_map(reader, large, result, script):
    """Axe finds nothing on a map: on its overview, on a sheet with a route, and with all sheets below each other."""
    if not script:
        reader.route("**/assets/map.js", lambda route: route.abort())
    for place in ("", f"#{result.link}") if script else ("",):
        reader.goto("about:blank")
        reader.goto(f"/kaart/{result.tree if place else large}/{place}")
        reader.locator(".ww-sheet:visible").first.wait_for()
        assert violations(reader) == []


@pytest.mark.slow
def test_own_map(reader, own_trees):
    """Axe finds nothing on a map of the tree under one's own choices."""
    boom, given, _ = decisive_choice(own_trees)
    reader.goto("/noodkaart/")
    reader.evaluate("given => localStorage.setItem('wegwijzer-beleid', given)", json.dumps(given))
    reader.goto(f"/kaart/{boom.id}/#onze-boom")
    expect(reader.locator(".ww-own-keep")).to_be_visible(timeout=60_000)
    assert violations(reader) == []


def test_built_document(reader, own_trees):
    """Axe finds nothing on the result of a builder."""
    wizard = Wizard.open(reader, builder(own_trees).id).leading()
    while wizard.root.get_attribute("data-final") is None:
        first = wizard.step.locator("[data-answer]").first
        if first.count() and first.evaluate("element => element.matches('a')"):
            wizard.answer(first.get_attribute("data-answer"))
        elif first.count():
            wizard.answer([first.get_attribute("data-answer")])
        else:
            wizard.answer("12")
    assert violations(reader) == []


@pytest.mark.parametrize(
    ("reader", "tree"), in_looks([file.stem for file in tree_files()], quick=()), indirect=["reader"]
)
def test_every_state(reader, own_trees, tree):
    """Axe finds nothing on any step of any tree; around the wizard the page stays the same, and is looked at once."""
    wizard = Wizard.open(reader, tree).leading()
    assert violations(reader) == []
    for step in node_ids(own_trees[tree]):
        reader.evaluate("place => { location.hash = place; }", f"{tree}-{step}")
        wizard.expect_node(step)
        assert violations(reader, "wegwijzer-wizard") == [], step


def test_static_version(reader, small):
    """Axe finds nothing on the static version, all steps at once."""
    reader.route("**/assets/wizard.js", lambda route: route.abort())
    reader.goto(f"/keuzehulp/{small}/")
    reader.evaluate(SEEN)
    assert violations(reader) == []


@pytest.mark.parametrize("at", mostly_slow(["vraag", "resultaat"], quick=["resultaat"]))
def test_controls_are_large_enough(chromium, base_url, at, result):
    """On a phone every control of a wizard is at least 24 pixels, an answer at least 44, and nothing sticks out."""
    context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 700})
    page = context.new_page()
    wizard = Wizard.open(page, result.tree, result.link if at == "resultaat" else "").leading()
    for fold in wizard.root.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    sizes = wizard.root.locator("button:visible, .ww-answer:visible, input:visible, textarea:visible").evaluate_all(
        "all => all.map((each) => [each.className, ...[each.getBoundingClientRect()].map((box) => [box.width, box.height])])"
    )
    assert sizes
    for name, (width, height) in sizes:
        assert min(width, height) >= (44 if "ww-answer" in name else 24), name
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.slow
def test_high_contrast_keeps_every_border(chromium, base_url, large):
    """With forced colours the answers, their numbers (for who wants them) and where the reader is on the map keep an edge."""
    context = chromium.new_context(base_url=base_url, forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    wizard = Wizard.open(page, large).leading()
    wizard.root.locator("[data-numbers]").check()
    border = "element => getComputedStyle(element).borderBottomWidth"
    assert wizard.step.locator(".ww-answers > li").first.evaluate(border) != "0px"
    assert wizard.step.locator(".ww-number").first.evaluate(border) != "0px"
    assert wizard.step.locator(".ww-answer").first.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
    page.goto(f"/kaart/{large}/#{large}-{wizard.root.get_attribute('data-node')}")
    here = page.locator(".ww-here a > path, .ww-here a > polygon").first
    assert here.evaluate("element => getComputedStyle(element).stroke") != "none"
    context.close()
