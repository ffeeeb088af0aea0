"""The map of a tree that is being edited: each node leads to its place, the text and its faults show on it."""

from __future__ import annotations

import re

import pytest
from at_desk import AtDesk
from looks import LOOKS
from places import FITS
from playwright.sync_api import expect
from test_accessibility import violations

import landmarks
from helpers import mostly_slow
from wegwijzer.render.regions import sheets_of

SEEN = "document.querySelector('.ww-bench-map svg').getAttribute('viewBox')"
DRAWS = re.compile(r"graphviz|workbench-map|viewport")


@pytest.fixture(scope="module")
def boom(own_trees):
    """A tree of several sheets."""
    return landmarks.largest(own_trees)


@pytest.fixture(scope="module")
def first(boom):
    """A question near the start, with a short name on the map."""
    return next(name for name, question in boom.tree.questions.items() if question.short)


@pytest.fixture(scope="module")
def opened(working, base_url, boom, first):
    """A workbench that every test here uses: opening one takes long."""
    context = working.new_context(viewport={"width": 1280, "height": 900}, base_url=base_url)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    desk = AtDesk(page, base_url, boom.id, first)
    desk.quiet()
    desk.asked_before_the_map = [url for url in asked if DRAWS.search(url)]
    yield desk
    context.close()
    assert desk.problems == []


@pytest.fixture
def desk(opened, first):
    opened.begin_again(first)
    opened.tab("Kaart").click()
    expect(node(opened, first)).to_be_visible(timeout=60_000)
    return opened


def node(desk, name):
    return desk.page.locator(f'.ww-bench-map [id="kaart-{desk.tree}-{name}"]')


def test_nothing_that_draws_is_loaded_before_somebody_looks(opened):
    assert opened.asked_before_the_map == []


def test_a_node_leads_to_its_place_also_by_keyboard(desk, boom):
    """The form opens there; the node that is edited says so when one comes back to the map."""
    asked = ([name for name in sheet.nodes if name in boom.tree.questions] for sheet in sheets_of(boom))
    here, other = next(names for names in asked if len(names) > 1)[:2]
    desk.go("questions", here)
    expect(node(desk, here).locator("a")).to_have_attribute("aria-current", "true")
    link = node(desk, other).locator("a")
    assert link.get_attribute("xlink:href").startswith("#open;")
    link.focus()
    link.press("Enter")
    assert desk.place == [desk.path, "questions", other]
    expect(desk.tab("Formulier")).to_have_attribute("aria-selected", "true")
    desk.expect_node(other)
    desk.tab("Kaart").click()
    expect(node(desk, other).locator("a")).to_have_attribute("aria-current", "true")
    expect(node(desk, other).locator("a")).to_contain_text("Je bewerkt dit")
    expect(node(desk, here).locator("a")).not_to_have_attribute("aria-current", "true")


def test_a_fork_leads_to_the_ways_that_it_chooses_from(desk, boom):
    fork = next(fork for fork in boom.forks.values() if fork.owner)
    owner = boom.where(fork.owner)
    desk.go(*owner)
    expect(node(desk, fork.id)).to_be_visible()
    node(desk, fork.id).locator("a").dispatch_event("click")
    assert desk.place == [desk.path, *boom.where(fork.id)]


def test_a_change_is_drawn_and_the_eye_stays(desk, boom, first):
    """As near as one was, with the focus where it was."""
    desk.page.get_by_role("button", name="Groter").click()
    node(desk, first).locator("a").focus()
    near = desk.page.evaluate(SEEN)
    desk.write(f"short: {boom.tree.questions[first].short}", "short: Zeldzaam")
    expect(node(desk, first)).to_contain_text("Zeldzaam")
    expect(node(desk, first).locator("a")).to_be_focused()
    assert desk.page.evaluate(SEEN) == near


def test_a_step_elsewhere_brings_its_sheet(desk, boom, first):
    """And a sheet that one chooses stays until another step is edited."""
    last = list(boom.tree.actions)[-1]
    picker = desk.page.get_by_label("Deel van de kaart")
    at = picker.evaluate("picker => picker.selectedIndex")
    desk.go("actions", last)
    expect(node(desk, last)).to_be_visible()
    assert picker.evaluate("picker => picker.selectedIndex") != at
    picker.select_option(index=at)
    expect(node(desk, first)).to_be_visible()
    desk.write(boom.tree.title, "Andere titel")
    desk.quiet()
    expect(node(desk, first)).to_be_visible()
    desk.go("questions", first)
    expect(node(desk, first).locator("a")).to_have_attribute("aria-current", "true")


@pytest.mark.slow
def test_what_is_wrong_shows_at_its_node(desk, boom, first):
    """In words too, and a way to a step that is not there yet leads to a node that says so and leads nowhere."""
    answer = next(key for key, each in boom.tree.questions[first].answers.items() if each.to and not each.to.guarded)
    goal = boom.tree.questions[first].answers[answer].to.routes[0].to
    head, found, tail = desk.text().partition(f"\n  {first}:")
    assert found
    desk.ask(
        "desk.put(it[0], {path: it[1], by: 'test'})",
        [head + found + re.sub(rf"to: {goal}\b", "to: nog-niet-daar", tail, count=1), desk.path],
    )
    expect(node(desk, first)).to_have_class(re.compile("ww-node-wrong"), timeout=60_000)
    expect(node(desk, first).locator("a")).to_contain_text("fout")
    lost = desk.page.locator(f'.ww-bench-map [id^="kaart-{desk.tree}-nog-niet-daar"]').first
    expect(lost).to_contain_text("nog-niet-daar")
    assert lost.locator("a").get_attribute("xlink:href") is None


@pytest.mark.slow
def test_a_broken_text_leaves_the_map(desk, first):
    told = desk.page.locator("#ww-bench-map [role=status]")
    desk.write("questions:", "questions: [")
    expect(told).to_contain_text("Je ziet de kaart zonder die fout")
    expect(node(desk, first)).to_be_visible()
    desk.write("questions: [", "questions:")
    expect(told).to_be_hidden()


@pytest.mark.parametrize(("scheme", "width"), mostly_slow(LOOKS[:2], quick=LOOKS[:1], several=True))
def test_it_fits_and_axe_finds_nothing(desk, scheme, width):
    desk.page.emulate_media(color_scheme=scheme)
    desk.page.set_viewport_size({"width": width, "height": 800})
    expect(desk.page.locator(".ww-bench-map svg")).to_be_visible()
    assert desk.page.evaluate(FITS)
    assert violations(desk.page, "#ww-bench-map") == []
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    assert violations(desk.page, "#ww-bench-live") == []
