"""The quiz in a browser: one case at a time, a presenter with a clicker, votes counted by hand."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from places import FITS, cases_of_deck
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import quiet

from helpers import mostly_slow
from wegwijzer.render.session import session_of

PLACE = "/trainers/wat-zou-je-doen/"
KEYS = [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft"), (" ", "ArrowUp")]
"""What clickers send to go on, and to go back."""


@pytest.fixture
def quiz(page):
    page.goto(PLACE)
    expect(page.locator("wegwijzer-quiz.ww-js")).to_be_visible()
    return page


def shown(page):
    return page.locator("article.ww-case:visible")


def test_one_case_at_a_time(quiz):
    """One case is shown, and none that weighs; the buttons go on and back."""
    count = cases_of_deck(quiz)
    expect(shown(quiz)).to_have_count(1)
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 1 van {count}")
    quiz.locator("[data-do=on]").click()
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 2 van {count}")
    quiz.locator("[data-do=back]").click()
    expect(quiz.locator(".ww-place")).to_have_text(f"Geval 1 van {count}")
    expect(quiz.locator(".ww-stage > [data-heavy]")).to_have_count(0)


def test_the_advice_shows_on_demand(quiz):
    """The advised action is marked only once the advice is open."""
    article = shown(quiz)
    article.locator("input").first.check()
    assert "ww-revealed" not in article.get_attribute("class")
    article.locator(".ww-advice summary").click()
    expect(article).to_have_class("ww-case ww-revealed")
    expect(article.locator(".ww-advised a")).to_be_visible()


@pytest.mark.parametrize(("on", "back"), mostly_slow(KEYS, quick=KEYS[:1], several=True))
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


def test_a_link_to_a_case_keeps_the_page(quiz):
    """An address of another case on this page, and the way back: nothing is fetched anew, and the group stays in its mode."""
    asked = []
    quiz.on("request", lambda request: asked.append(urlsplit(request.url).path))
    quiz.locator("[data-do=present]").click()
    name = quiz.locator("article.ww-case").nth(3).get_attribute("id")
    quiz.evaluate("name => { location.hash = name; }", name)
    expect(quiz.locator(f"#{name}")).to_be_visible()
    quiz.go_back()
    quiet(quiz)
    assert PLACE not in asked
    expect(quiz.locator("wegwijzer-quiz.ww-presenting")).to_be_visible()


def answer(page, letter):
    return shown(page).locator(f".ww-answers > [data-letter={letter}]")


def bar(page, letter):
    """How much of a bar is filled, of 1."""
    return (
        answer(page, letter)
        .locator(".ww-bar")
        .evaluate("(bar) => Math.round(100 * bar.firstChild.offsetWidth / bar.clientWidth) / 100")
    )


def test_votes_are_counted_by_hand(quiz):
    """The presenter counts by button, key or number; bar and words follow, never below none, and nothing is kept."""
    quiz.emulate_media(reduced_motion="reduce")
    expect(quiz.locator(".ww-tally:visible")).to_have_count(0)
    kept = quiz.evaluate("JSON.stringify({...localStorage})")
    quiz.locator("[data-do=tally]").click()
    first, second = answer(quiz, "A"), answer(quiz, "B")
    for _ in range(4):
        first.locator("[data-count='1']").click()
    first.locator("[data-count='-1']").click()
    second.locator("input[type=number]").fill("1")
    expect(first.locator(".ww-share")).to_have_text("3 van 4 (75%), meest gekozen")
    expect(second.locator(".ww-share")).to_have_text("1 van 4 (25%)")
    assert [bar(quiz, "A"), bar(quiz, "B")] == [0.75, 0.25]
    second.locator("[data-count='-1']").click()
    second.locator("[data-count='-1']").click()
    expect(second.locator("input[type=number]")).to_have_value("0")
    quiz.locator("[data-do=present]").click()
    expect(quiz.locator("wegwijzer-quiz.ww-presenting")).to_be_visible()
    shown(quiz).locator(".ww-heading").focus()
    quiz.keyboard.press("b")
    quiz.keyboard.press("b")
    quiz.keyboard.press("Shift+B")
    expect(second.locator("input[type=number]")).to_have_value("1")
    assert quiz.evaluate("JSON.stringify({...localStorage})") == kept


def test_words_say_where_the_most_chosen_part(quiz):
    """With votes, the advice says of the two most chosen answers at which question they part, and what each leads to."""
    quiz.locator("[data-do=tally]").click()
    advised = shown(quiz).locator(".ww-answers > [data-advised]").get_attribute("data-letter")
    others = [letter for letter in "ABCD" if letter != advised and answer(quiz, letter).count()][:2]
    for letter in others:
        answer(quiz, letter).locator("input[type=number]").fill("5")
    shown(quiz).locator(".ww-advice summary").click()
    said = shown(quiz).locator("[data-part]")
    expect(shown(quiz).locator("h4")).to_have_text(f"Waarom gaan {others[0]} en {others[1]} uiteen?")
    expect(said.locator("ul > li")).to_have_count(2)
    for index, letter in enumerate(others):
        title = answer(quiz, letter).locator(".ww-letter + span").inner_text()
        expect(said.locator("ul > li").nth(index)).to_contain_text(f"dan {letter} {title}")
    answer(quiz, advised).locator("input[type=number]").fill("9")
    expect(said).to_have_attribute("data-part", f"{advised} {others[0]}")


def test_a_link_keeps_a_deck(quiz):
    """Topics, kinds, number, order and whether heavy cases come stand in the link, and come back from it."""
    titles = "[...document.querySelectorAll('.ww-stage > article')].map((one) => one.id)"
    heavy = "[...document.querySelectorAll('.ww-stage > article')].map((one) => 'heavy' in one.dataset)"
    quiz.locator(".ww-deck > summary").click()
    quiz.locator("[name=topic][value=melden]").check()
    quiz.locator("[name=count]").select_option("12")
    quiz.locator("[name=order]").select_option("r")
    quiz.locator("[name=heavy]").check()
    expect(quiz.locator(".ww-deck-count")).to_have_text("Gevallen in deze reeks: 12")
    quiz.locator(".ww-deck [type=submit]").click()
    expect(quiz.locator(".ww-place")).to_have_text("Geval 1 van 12")
    chosen, address = quiz.evaluate(titles), quiz.url
    assert "#deck;reactie,melden;12;r" in address
    weighs = quiz.evaluate(heavy)
    assert any(weighs)
    assert weighs == sorted(weighs)
    quiz.goto("about:blank")
    quiz.goto(f"{address}&utm_source=x")
    expect(quiz.locator(".ww-place")).to_have_text("Geval 1 van 12")
    assert quiz.evaluate(titles) == chosen
    expect(quiz.locator("[name=topic][value=melden]")).to_be_checked()


@pytest.mark.slow
def test_a_deck_of_one_kind(quiz):
    """A kind narrows its topic; a deck of what is not there is the usual one."""
    kind = quiz.locator("[name=kind]").first.get_attribute("value")
    topic, name = kind.split(".")
    quiz.goto("about:blank")
    quiz.goto(f"{PLACE}#deck;{topic}.{name}+bestaat-niet;0")
    expect(quiz.locator("wegwijzer-quiz.ww-js")).to_be_visible()
    kinds = quiz.evaluate("[...document.querySelectorAll('.ww-stage > article')].map((one) => one.dataset.kind)")
    assert set(kinds) == {name}
    quiz.goto("about:blank")
    quiz.goto(f"{PLACE}#deck;bestaat-niet;3;rx;")
    expect(quiz.locator(".ww-place")).to_have_text("Geval 1 van 8")


@pytest.mark.slow
def test_a_clock_counts_down(quiz):
    """The clock starts, stops and goes back; its end is said in words."""
    quiz.clock.install()
    quiz.reload()
    quiz.locator("[data-do=present]").click()
    face = quiz.locator(".ww-clock output")
    quiz.locator(".ww-clock select").select_option("30")
    expect(face).to_have_text("0:30")
    quiz.locator("[data-clock=toggle]").click()
    quiz.clock.run_for(21_000)
    expect(face).to_have_text("0:09")
    expect(quiz.locator(".ww-live")).to_have_text("Nog 10 seconden.")
    quiz.locator("[data-clock=toggle]").click()
    quiz.clock.run_for(5_000)
    expect(face).to_have_text("0:09")
    quiz.locator("[data-clock=toggle]").click()
    quiz.clock.run_for(10_000)
    expect(face).to_have_text("De tijd is om.")
    expect(quiz.locator(".ww-live")).to_have_text("De tijd is om.")
    quiz.locator("[data-clock=reset]").click()
    expect(face).to_have_text("0:30")


def test_a_deck_on_paper(quiz):
    """On paper stands every case of the deck, with its post and its advice; afterwards the page is as before."""
    count = cases_of_deck(quiz)
    quiz.evaluate("dispatchEvent(new Event('beforeprint'))")
    quiz.emulate_media(media="print")
    expect(quiz.locator(".ww-paper article:visible")).to_have_count(count)
    expect(quiz.locator(".ww-paper .ww-post:visible")).to_have_count(count)
    expect(quiz.locator(".ww-paper .ww-advised:visible")).to_have_count(count)
    quiz.emulate_media(media="screen")
    quiz.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(quiz.locator(".ww-paper")).to_have_count(0)


def test_without_javascript_everything_is_there(chromium, base_url):
    """Without a script every case stands on the page, with its advice in a fold."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PLACE)
    assert shown(page).count() > 50
    assert page.locator(".ww-heavy .ww-post:visible").count() == 0
    shown(page).first.locator("summary").click()
    expect(shown(page).first.locator(".ww-advised")).to_be_visible()
    context.close()


@pytest.mark.slow
def test_axe_finds_nothing(reader):
    """Axe finds nothing on the pages for trainers, also with the advice open and votes counted."""
    for path in ("/trainers/", "/trainers/insluiten/", "/trainers/dias/", PLACE):
        reader.goto(path)
        if path == PLACE:
            reader.locator("[data-do=tally]").click()
            reader.locator(".ww-deck > summary").click()
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
