"""The page for trainers in a browser: topic and time in, a session out; and the page of a session."""

from __future__ import annotations

import zipfile

import pytest
from places import FITS, SITE
from playwright.sync_api import expect
from test_accessibility import violations

from helpers import mostly_slow, own_project
from municipal.records import Session

SESSIONS = own_project().library.of(Session)
TOPICS = sorted({session.topic for session in SESSIONS.values()})


def shown(page):
    return page.locator(".ww-session-list > li:visible")


def test_two_choices_leave_one_session(page):
    """With a topic and a time one session is left, and its button is the only filled one; it leads to its page."""
    page.goto("/trainers/")
    expect(shown(page)).to_have_count(len(SESSIONS))
    ground = "getComputedStyle(document.querySelector('.ww-session-list .ww-button')).backgroundColor"
    quiet = page.evaluate(ground)
    page.get_by_role("radio", name="Reageren op berichten").check()
    expect(shown(page)).to_have_count(sum(session.topic == "reageren" for session in SESSIONS.values()))
    page.get_by_role("radio", name="Twee uur").check()
    expect(shown(page)).to_have_count(1)
    assert page.evaluate(ground) != quiet
    shown(page).get_by_role("link", name="Bekijk en neem mee").click()
    page.wait_for_url("**/trainers/reageren-twee-uur/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(SESSIONS["reageren-twee-uur"].title)


@pytest.mark.parametrize("topic", mostly_slow(TOPICS, quick=TOPICS[:2]))
def test_every_choice_gives_a_session(page, topic):
    """No combination of topic and time is empty."""
    page.goto("/trainers/")
    page.locator(f".ww-choose-topic [value='{topic}']").check()
    for time in page.locator(".ww-choose-time input").all():
        time.check()
        expect(shown(page).first).to_be_visible()


def test_choosing_works_with_keys_and_without_scripts(chromium, base_url):
    """A reader without JavaScript chooses too: arrow keys go through the choices."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/trainers/")
    page.locator(".ww-choose-topic input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(shown(page)).to_have_count(3)
    context.close()


@pytest.mark.slow
def test_axe_finds_nothing_and_nothing_scrolls_sideways(reader):
    """On the page for trainers with a choice made, and on that of a session."""
    reader.goto("/trainers/")
    reader.locator(".ww-choose-topic [value='frames']").check()
    assert violations(reader) == []
    assert reader.evaluate(FITS)
    reader.goto("/trainers/frames-twee-uur/")
    assert violations(reader) == []
    assert reader.evaluate(FITS)


def test_every_file_of_every_session_is_there(page):
    """The archive and each piece can be fetched; one button is filled."""
    for name in SESSIONS:
        page.goto(f"/trainers/{name}/")
        links = page.locator("a[download]").evaluate_all("all => all.map((link) => link.href)")
        assert len(links) == 8
        for link in links:
            assert page.request.head(link).ok, link
        expect(page.locator(".md-content .ww-button")).to_have_count(1)


def test_files_of_a_tree_stand_behind_its_title(page):
    """The page is no longer than its choices: one tap on a tree shows what there is to take along of it."""
    page.goto("/trainers/")
    folds = page.locator(".md-content details:has(.ww-files)")
    expect(folds).to_have_count(len(own_project().library.trees))
    expect(page.locator(".ww-files a:visible")).to_have_count(0)
    folds.first.locator("summary").click()
    links = folds.first.locator(".ww-files a")
    expect(links.first).to_be_visible()
    for link in links.evaluate_all("all => all.map((link) => link.href)"):
        assert page.request.head(link).ok, link


def test_a_programme_is_a_table_on_a_telephone(page):
    """Its rows stand beside each other, whole, without scrolling."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/trainers/frames-halve-dag/")
    when, what, long = (page.locator("table.ww-few tbody tr").first.locator("th, td").nth(each) for each in range(3))
    assert when.bounding_box()["y"] == what.bounding_box()["y"] == long.bounding_box()["y"]
    assert page.evaluate(FITS)


def test_an_unpacked_archive_opens_from_a_disk(chromium, tmp_path):
    """The first page opens as a file, and a wizard behind it can be answered, all without a network."""
    with zipfile.ZipFile(SITE / "assets/sessies/reageren-een-uur.zip") as archive:
        archive.extractall(tmp_path)
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "reageren-een-uur/0-start.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(SESSIONS["reageren-een-uur"].title)
    page.get_by_role("link", name="Keuzehulp").first.click()
    expect(page.locator("wegwijzer-wizard .ww-answer:visible").first).to_be_visible()
    context.close()
