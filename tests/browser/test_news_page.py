"""What changed, in a real browser: for all readers, and for who asked this browser to remember what there was."""

from __future__ import annotations

import json
import re

import pytest
from casefile import CASE, notes, opening
from places import FITS, SITE
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import Wizard, opened, quiet, until

from landmarks import final_action
from wegwijzer.compare.news_page import editions_html
from wegwijzer.compare.published import Published, publish, read

PAGE = "over/veranderd"
SEEN = "wegwijzer-gezien"
FIRST = re.compile(r"<p>Er is nog niets om mee te vergelijken.*?</p>")
OLD = "00000000"


def remembered(page, tree, node, digest=OLD):
    """The record of a reader of whom this browser remembers another digest of one advice."""
    page.goto(f"/{PAGE}/")
    page.get_by_role("button", name="Onthoud wat er nu staat").click()
    expect(page.get_by_role("button", name="Vergeet dit")).to_be_visible()
    change = "([name, tree, node, digest]) => { const seen = JSON.parse(localStorage[name]); seen.trees[tree][node] = digest; seen.day = '2026-01-02'; localStorage[name] = JSON.stringify(seen); }"
    page.evaluate(change, [SEEN, tree, node, digest])


@pytest.fixture(scope="module")
def advice(own_trees):
    """A final action."""
    return final_action(own_trees)


def test_editions_are_readable_for_all(reader):
    """Axe finds nothing on a page with changes of every sort, and nothing scrolls sideways."""
    now = read((SITE / "published.json").read_text(encoding="utf-8"))
    trees = {**json.loads(json.dumps(now.trees)), "weg": next(iter(now.trees.values()))}
    for tree in trees.values():
        for action in list(tree["tree"]["actions"].values())[:2]:
            action["title"] = "Iets anders"
    before = Published(trees, {"weg/": ("Een pagina die weg is", "x")})
    html = (SITE / PAGE / "index.html").read_text(encoding="utf-8")
    told = editions_html(publish(now, before, "2026-12-01"), "../../")
    shown, count = FIRST.subn(lambda _: told, html)
    assert count == 1
    reader.route(f"**/{PAGE}/", lambda route: route.fulfill(body=shown, content_type="text/html; charset=utf-8"))
    reader.goto(f"/{PAGE}/")
    expect(reader.get_by_role("button", name="Onthoud wat er nu staat")).to_be_visible()
    assert reader.locator(".ww-edition li").count() > len(now.trees)
    assert violations(reader) == []
    assert reader.evaluate(FITS)


def test_what_is_remembered_is_compared_and_forgotten(page, advice):
    """Only after a press; then what was renewed is told by title, until the reader says that it was seen, or forgets it all."""
    page.goto(f"/{PAGE}/")
    state, listed = page.locator("wegwijzer-news [data-state]"), page.locator("wegwijzer-news li a")
    expect(state).to_contain_text("Deze browser kan onthouden")
    assert page.evaluate("name => localStorage.getItem(name)", SEEN) is None
    remembered(page, advice.tree, advice.node)
    page.reload()
    expect(state).to_contain_text("vernieuwd sinds 2 januari 2026")
    expect(listed).to_have_count(1)
    assert listed.get_attribute("href").endswith(f"#{advice.tree}-{advice.node}")
    page.get_by_role("button", name="Gezien").click()
    expect(state).to_contain_text("Geen enkel advies")
    expect(state).to_be_focused()
    page.get_by_role("button", name="Vergeet dit").click()
    expect(state).to_contain_text("Deze browser kan onthouden")
    assert page.evaluate("name => localStorage.getItem(name)", SEEN) is None


def test_an_advice_says_that_it_was_renewed(page, advice):
    """To who asked to remember what there was, before and with Python; to nobody else, and nobody else loads anything for it."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    wizard = opened(page, advice)
    quiet(page)
    assert [url for url in asked if "advices" in url or "renewed" in url] == []
    remembered(page, advice.tree, advice.node)
    wizard = Wizard.open(page, advice.tree, advice.link)
    mark = wizard.step.locator(".ww-renewed")
    expect(mark).to_have_text("Dit advies is vernieuwd sinds 2 januari 2026.")
    wizard.leading()
    expect(mark).to_have_count(1)


@pytest.mark.slow
def test_a_case_file_says_which_advice_was_renewed(page, advice):
    """Once: when it opens with an advice of before in it. What it notes from then on is what the reader sees now."""
    wizard = opened(page, advice)
    opening(wizard)
    route = f"JSON.parse(localStorage['{CASE}']).routes['{advice.tree}']"
    until(page, f"{route}?.digest")
    assert page.evaluate(f"{route}.advice") == advice.node
    expect(notes(wizard).locator("[data-case-renewed]")).to_be_empty()
    page.evaluate(
        "([name, tree, old]) => { const kept = JSON.parse(localStorage[name]); kept.routes[tree].digest = old; localStorage[name] = JSON.stringify(kept); }",
        [CASE, advice.tree, OLD],
    )
    page.reload()
    opening(wizard.leading())
    told = notes(wizard).locator("[data-case-renewed] p")
    expect(told).to_contain_text("is vernieuwd sinds het in dit dossier kwam")
    expect(told.locator("a")).to_have_attribute("href", re.compile(f"#{advice.tree}-{advice.node}$"))
    until(page, f"{route}?.digest !== '{OLD}'")


@pytest.mark.parametrize(("day", "passed"), [("2026-11-30", False), ("2040-01-01", True)])
def test_what_is_too_old_is_marked_on_the_day_that_somebody_reads_it(browsing, advice, own_trees, day, passed):
    """By the reader's clock: in the wizard, in the whole text, and in the file that works from a disk without a network."""
    page = browsing()
    page.clock.set_fixed_time(f"{day}T12:00:00Z")
    assert own_trees[advice.tree].tree.review.by < "2040"
    file = (SITE / f"assets/offline/{advice.tree}.html").as_uri()
    for address in (f"/keuzehulp/{advice.tree}/", f"/tekst/{advice.tree}/", file):
        page.goto(address)
        until(page, "!!customElements.get('ww-until')")
        told = page.get_by_text("Deze keuzehulp moest tegen")
        expect(told).to_be_visible(visible=passed)
