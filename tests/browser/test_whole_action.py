"""What the page of a wizard leaves out of an action: scripts bring it before Python is there; without them a link leads to it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard

import landmarks

TEXT = re.compile(r"/tekst/[a-z0-9-]+/$")
SAVES = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


@pytest.fixture(scope="module")
def interim(own_trees):
    """An action with tasks after which the walk goes on."""
    return landmarks.interim_action(own_trees)


def before(way):
    """The same way without its last answer."""
    return way.first(len(way.answers) - 1)


def test_a_result_is_whole_before_python(page, result):
    """Boxes to tick, the reply with a button, one fold: as Python draws it. What was ticked is kept when that comes."""
    release = hold(page)
    wizard = Wizard.open(page, result.tree, result.link)
    box = wizard.step.locator("[data-tick]").first
    expect(box).to_be_visible()
    expect(wizard.root).to_have_attribute("data-engine", "static")
    expect(wizard.step.locator(".ww-heading")).to_be_focused()
    box.check()
    expect(wizard.step.get_by_role("button", name="Kopieer")).to_be_visible()
    expect(wizard.step.locator("details.ww-more")).not_to_have_attribute("open", "")
    tasks = wizard.step.locator(".ww-todo > li").count()
    release()
    wizard.leading().expect_node(result.end)
    expect(box).to_be_checked()
    assert wizard.step.locator(".ww-todo > li").count() <= tasks  # what has a condition that does not hold went


def test_it_prints_as_python_prints_it(page, result):
    """One reply, no fold, and below it the page by its name."""
    hold(page)
    wizard = Wizard.open(page, result.tree, result.link)
    expect(wizard.step.locator(".ww-todo")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".ww-sheet")
    expect(sheet.locator(".ww-todo")).to_have_count(1)
    expect(sheet.locator("blockquote")).to_have_count(1)
    expect(sheet.locator("details")).to_have_count(0)
    expect(sheet.locator("> p").last).to_have_text(re.compile(rf"^{result.compiled.tree.title} · "))


def test_its_links_lead_where_they_lead_from_the_whole_text(page, result):
    """A link of the rest counts from the page that it came from; one to a node stays here."""
    hold(page)
    wizard = Wizard.open(page, result.tree, result.link)
    expect(wizard.step.locator(".ww-todo")).to_be_visible()
    brought = wizard.step.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
    page.goto(f"/tekst/{result.tree}/")
    whole = page.locator(f"#{result.tree}-{result.end} a[href]:not(.ww-closing-see a)")
    there = whole.evaluate_all("links => links.map((link) => link.href)")
    here = [link.replace(f"/tekst/{result.tree}/#", f"/keuzehulp/{result.tree}/#") for link in there]
    walked = re.compile(rf"(/#{result.tree}-[^;#]+);[^#]*$")
    assert here == [walked.sub(r"\1", link) for link in brought]


def test_an_action_in_between_goes_on(page, interim):
    """Its tasks come, and the way on stands there once."""
    hold(page)
    wizard = Wizard.open(page, interim.tree, interim.link)
    expect(wizard.step.locator("[data-tick]").first).to_be_visible()
    expect(wizard.step.locator("[data-continue]")).to_have_count(1)
    wizard.step.locator("[data-continue]").press("Enter")
    wizard.expect_node(interim.after)


def test_when_it_does_not_come_the_link_stays_and_coming_back_tries_again(context, result):
    """A network that fails for a moment costs nothing but that moment."""
    page = context.new_page()
    hold(page)
    page.route(TEXT, lambda route: route.abort())
    wizard = Wizard.open(page, result.tree, before(result).link)
    wizard.answer(result.answers[-1])
    link = wizard.step.get_by_role("link", name="Lees de hele stap")
    expect(link).to_have_attribute("href", re.compile(rf"/tekst/{result.tree}/#{result.tree}-{result.end}$"))
    page.unroute(TEXT)
    page.go_back()
    wizard.expect_node(result.nodes[-2])
    wizard.answer(result.answers[-1])
    expect(wizard.step.locator("[data-tick]").first).to_be_visible()
    expect(link).to_have_count(0)


def test_it_is_fetched_once_and_by_who_saves_data_when_needed(chromium, base_url, result):
    """Not for a question; once for however many actions."""
    context = chromium.new_context(base_url=base_url)
    context.add_init_script(SAVES)
    page = context.new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    wizard = Wizard.open(page, result.tree, before(result).link)
    page.wait_for_timeout(1500)  # longer than a page takes to be quiet
    assert [url for url in fetched if TEXT.search(url)] == []
    for _ in range(2):
        wizard.answer(result.answers[-1])
        expect(wizard.step.locator("[data-tick]").first).to_be_visible()
        page.go_back()
        wizard.expect_node(result.nodes[-2])
    assert len([url for url in fetched if TEXT.search(url)]) == 1
    assert [url for url in fetched if "/runtime/" in url] == []
    context.close()


def test_without_scripts_links_lead_along_the_whole_way(chromium, base_url, result, interim):
    """From the first question to the tasks of a result; and in the whole text from an action to what comes after it."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/keuzehulp/{result.tree}/")
    for node, answer in result.steps:
        section = page.locator(f"#{result.tree}-{node}")
        way = f'a[data-answer="{answer}"]' if isinstance(answer, str) and answer != "verder" else "a[data-continue]"
        section.locator(way).click()
    end = page.locator(f"#{result.tree}-{result.end}")
    assert page.url.endswith(f"#{result.tree}-{result.end}")
    end.get_by_role("link", name="Lees de hele stap").click()
    expect(page).to_have_url(re.compile(rf"/tekst/{result.tree}/#{result.tree}-{result.end}$"))
    expect(end.locator(".ww-todo")).to_be_in_viewport()
    page.goto(f"/tekst/{interim.tree}/#{interim.tree}-{interim.node}")
    page.locator(f"#{interim.tree}-{interim.node} a[data-continue]").click()
    expect(page.locator(f"#{interim.tree}-{interim.after} h3")).to_be_in_viewport()
    context.close()
