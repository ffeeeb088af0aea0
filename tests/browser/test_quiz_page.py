"""The quiz in a browser: one case at a time, a presenter with a clicker, votes counted by hand."""

from __future__ import annotations

import pytest
from places import FITS, cases_of_topic
from playwright.sync_api import expect
from test_accessibility import violations

from wegwijzer.render.session import session_of

PLACE = "/trainers/wat-zou-je-doen/"


@pytest.fixture
def quiz(page):
    page.goto(PLACE)
    expect(page.locator("wegwijzer-quiz.ww-js")).to_be_visible()
    return page


def shown(page):
    return page.locator("article.ww-case:visible")


def test_one_case_at_a_time(quiz):
    """One case is shown; the buttons go on and back, the list goes to another topic."""
    count = cases_of_topic(quiz)
    expect(shown(quiz)).to_have_count(1)
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 1 van {count}")
    quiz.locator("[data-do=on]").click()
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 2 van {count}")
    quiz.locator("[data-do=back]").click()
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 1 van {count}")
    quiz.locator(".ww-quiz-bar select").select_option(index=2)
    topic = quiz.locator("section.ww-topic").nth(2)
    assert shown(quiz).get_attribute("id") == topic.locator("article.ww-case").first.get_attribute("id")


def test_the_advice_shows_on_demand(quiz):
    """The advised action is marked only once the advice is open."""
    article = shown(quiz)
    article.locator("input").first.check()
    assert "ww-revealed" not in article.get_attribute("class")
    article.locator(".ww-advice summary").click()
    expect(article).to_have_class("ww-case ww-revealed")
    expect(article.locator(".ww-advised a")).to_be_visible()


@pytest.mark.parametrize(("on", "back"), [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft"), (" ", "ArrowUp")])
def test_a_clicker_leads_the_presenter(quiz, on, back):
    """With a clicker: first the advice, then the next case, and back the same way; outside that mode keys scroll."""
    first = shown(quiz).get_attribute("id")
    quiz.keyboard.press(on)
    assert shown(quiz).get_attribute("id") == first
    quiz.locator("[data-do=present]").click()
    expect(quiz.locator("wegwijzer-quiz.ww-presenting")).to_be_visible()
    assert quiz.evaluate("parseFloat(getComputedStyle(document.querySelector('.ww-post')).fontSize)") >= 22
    quiz.keyboard.press(on)
    expect(shown(quiz).locator(".ww-advice")).to_have_attribute("open", "")
    quiz.keyboard.press(on)
    expect(shown(quiz)).not_to_have_attribute("id", first)
    quiz.keyboard.press(back)
    expect(shown(quiz)).to_have_attribute("id", first)


def test_votes_are_counted_by_hand(quiz):
    """The presenter counts votes an action; never below none, and nothing is kept."""
    expect(quiz.locator(".ww-tally:visible")).to_have_count(0)
    kept = quiz.evaluate("JSON.stringify({...localStorage})")
    quiz.locator("[data-do=tally]").click()
    tally = shown(quiz).locator(".ww-tally").first
    for _ in range(3):
        tally.locator("[data-count='1']").click()
    tally.locator("[data-count='-1']").click()
    expect(tally.locator("output")).to_have_text("2")
    assert quiz.evaluate("JSON.stringify({...localStorage})") == kept


def test_without_javascript_everything_is_there(chromium, base_url):
    """Without a script every case stands on the page, with its advice in a fold."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PLACE)
    assert shown(page).count() > 50
    shown(page).first.locator("summary").click()
    expect(shown(page).first.locator(".ww-advised")).to_be_visible()
    context.close()


def test_axe_finds_nothing(reader):
    """Axe finds nothing on the pages for trainers, also with the advice open and votes counted."""
    for path in ("/trainers/", "/trainers/insluiten/", "/trainers/dias/", PLACE):
        reader.goto(path)
        if path == PLACE:
            reader.locator("[data-do=tally]").click()
            shown(reader).locator("summary").click()
        assert violations(reader) == [], path
        assert reader.evaluate(FITS), path


def test_every_download_is_there(page, own_trees):
    """The page for trainers offers every tree under one topic, and every file that it offers exists."""
    page.goto("/trainers/")
    slides = page.locator("a[download][href$='.pptx']").evaluate_all("all => all.map((link) => link.pathname)")
    assert sorted(slides) == sorted(
        f"/assets/slides/{name}{short}.pptx"
        for name, compiled in own_trees.items()
        for short in (("", "-kort") if session_of(compiled) else ("",))
    )
    links = page.evaluate("[...document.querySelectorAll('a[download]')].map((link) => link.href)")
    assert len(links) > 100
    for link in links:
        assert page.request.head(link).ok, link
