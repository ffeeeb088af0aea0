"""One intent is one answer: in the wizard, the quiz, the embed and the map, before and after Python leads."""

from __future__ import annotations

import pytest
from places import cases_of_deck
from playwright.sync_api import expect
from test_wizard import hold
from trouble import deliberate, held, traced, watched
from wizard import Wizard, quiet, settled, until

from helpers import mostly_slow

LEADERS = ["static", "python"]
STATIC, PYTHON = (mostly_slow(LEADERS, quick=[leader]) for leader in LEADERS)
"""Who leads when `make test` tries it: each in turn."""
TRIES = 8
"""A busy machine may be slower than a nervous hand: then the test tries again."""
COUNTED = 800
"""Milliseconds after which the system no longer counts a tap as one more of the same series (Chromium: about 380)."""
WAYS = ["/keuzehulp/", "/embed/"]


def opened(page, leader, tree, path="/keuzehulp/", fragment=""):
    """A wizard led by the static version or by Python, with an empty trace."""
    watched(page)
    if leader == "static":
        hold(page)
    page.goto(f"{path}{tree}/" + (f"#{fragment}" if fragment else ""))
    wizard = Wizard(page, tree)
    if leader == "python":
        wizard.leading()
    settled(page)
    traced(page)
    return wizard


def expect_one(page, wizard, node):
    """One step was taken, and nothing follows."""
    wizard.expect_node(node)
    quiet(page)
    assert traced(page) == [node]


def link(wizard, answer):
    """The link of an answer."""
    return wizard.step.locator(f'a[data-answer="{answer}"]')


def middle(locator):
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("path", WAYS)
@pytest.mark.parametrize("leader", PYTHON)
@pytest.mark.parametrize("count", mostly_slow([2, 3], quick=[2]))
def test_double_click_is_one_answer(page, leader, path, count, row):
    """A double click, also a triple one, gives the answer that was pointed at and no other."""
    wizard = opened(page, leader, row.tree, path)
    page.mouse.click(*middle(link(wizard, row.answers[0])), click_count=count, delay=20)
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", STATIC)
@pytest.mark.parametrize("pause", mostly_slow([0, 100], quick=[0]))
def test_nervous_clicks_are_one_answer(page, leader, pause, row):
    """Clicks that the system does not count together, on a step that has just come, do nothing."""
    for _ in range(TRIES):
        page.goto("about:blank")
        wizard = opened(page, leader, row.tree)
        place = middle(link(wizard, row.answers[0]))
        page.mouse.click(*place)
        page.wait_for_timeout(pause)  # how fast a hand is, is the subject
        page.mouse.click(*place)
        if not deliberate(page):
            break
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", PYTHON)
def test_second_half_of_a_slow_double_click_does_nothing(page, leader, row):
    """Also when the new step stood there a while, a click that the system counts as the second is none."""
    wizard = opened(page, leader, row.tree)
    x, y = middle(link(wizard, row.answers[0]))
    page.mouse.click(x, y)
    settled(page)
    page.mouse.move(x, y)
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", STATIC)
def test_press_that_began_on_the_step_before_does_nothing(page, leader, row):
    """A button that goes down on one step and up on the next chooses nothing."""
    wizard = opened(page, leader, row.tree)
    page.mouse.move(*middle(link(wizard, row.answers[0])))
    page.mouse.down()
    link(wizard, row.answers[0]).evaluate("(link) => link.click()")
    wizard.expect_node(row.nodes[1])
    settled(page)
    page.mouse.up()
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", PYTHON)
def test_two_clicks_on_two_steps_are_two_answers(page, leader, row):
    """Who waits for the step before clicking can go fast."""
    wizard = opened(page, leader, row.tree)
    for answer, node in zip(row.answers, row.nodes[1:], strict=True):
        settled(page)
        page.mouse.click(*middle(link(wizard, answer)))
        wizard.expect_node(node)
    assert traced(page) == [*row.nodes[1:]]


@pytest.mark.parametrize("leader", STATIC)
def test_screen_reader_clicks_at_once(page, leader, row):
    """A click without a pointer needs no pause; the same control clicked twice answers once."""
    wizard = opened(page, leader, row.tree)
    for answer, node in zip(row.answers[:2], row.nodes[1:], strict=False):
        link(wizard, answer).evaluate("(link) => { link.click(); link.click(); }")
        wizard.expect_node(node)
    quiet(page)
    assert traced(page) == [*row.nodes[1:3]]


@pytest.mark.parametrize("path", mostly_slow(WAYS, quick=WAYS[:1]))
@pytest.mark.parametrize("leader", PYTHON)
def test_held_number_is_one_answer(page, leader, path, row):
    """A number key that is held answers one question."""
    wizard = opened(page, leader, row.tree, path)
    wizard.step.locator(".ww-heading").focus()
    held(page, str(row.position(0)))
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", STATIC)
def test_held_enter_on_an_answer_is_one_answer(page, leader, row):
    """Enter that is held on an answer gives that answer once."""
    wizard = opened(page, leader, row.tree)
    link(wizard, row.answers[0]).focus()
    held(page, "Enter")
    expect_one(page, wizard, row.nodes[1])


@pytest.mark.parametrize("leader", PYTHON)
def test_held_enter_in_a_field_is_one_answer(page, leader, gap):
    """Enter that is held in a field goes on once."""
    wizard = opened(page, leader, gap.tree, fragment=gap.link)
    wizard.step.locator("input[data-fill]").fill("Onze kanalen")
    held(page, "Enter")
    expect_one(page, wizard, gap.after)


@pytest.mark.parametrize("leader", STATIC)
def test_two_taps_are_one_answer(chromium, base_url, leader, row):
    """A finger that taps twice gives one answer; a later tap gives the next."""
    context = chromium.new_context(base_url=base_url, has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    for _ in range(TRIES):
        page.goto("about:blank")
        wizard = opened(page, leader, row.tree)
        place = middle(link(wizard, row.answers[0]))
        page.touchscreen.tap(*place)
        page.touchscreen.tap(*place)
        if not deliberate(page):
            break
    expect_one(page, wizard, row.nodes[1])
    settled(page)
    page.wait_for_timeout(COUNTED)
    page.touchscreen.tap(*middle(link(wizard, row.answers[1])))
    expect_one(page, wizard, row.nodes[2])
    context.close()


def test_boxes_stay_natural(page, boxes):
    """A box that is clicked twice is as it was; a held number does not flicker."""
    wizard = opened(page, "python", boxes.tree, fragment=boxes.link)
    box = wizard.step.locator("input[data-answer]").first
    box.dblclick()
    expect(box).not_to_be_checked()
    box.click()
    expect(box).to_be_checked()
    wizard.step.locator("label").nth(1).dblclick()
    expect(wizard.step.locator("input[data-answer]").nth(1)).not_to_be_checked()
    wizard.step.locator(".ww-heading").focus()
    held(page, "2")
    expect(wizard.step.locator("input[data-answer]").nth(1)).to_be_checked()
    assert traced(page) == []


def test_answers_while_python_works_are_not_kept_for_later(page, row):
    """What is clicked or pressed while Python is busy is no answer to the step that comes."""
    wizard = opened(page, "python", row.tree)
    ours = link(wizard, row.answers[0])
    place = middle(ours)
    other = middle(wizard.step.locator(f'a[data-answer]:not([data-answer="{row.answers[0]}"])').first)
    page.evaluate("trouble = 'kept'")
    page.mouse.click(*place)
    page.mouse.click(*other)
    page.keyboard.press(str(row.position(0)))
    ours.evaluate("(link) => link.click()")
    assert traced(page) == []
    page.evaluate("letGo()")
    expect_one(page, wizard, row.nodes[1])
    assert page.url.count(f"{row.nodes[0]}.{row.answers[0]}") == 1


def test_back_while_python_works_wins(page, row):
    """Who goes back before Python has answered stays there: the address and the step agree."""
    wizard = opened(page, "python", row.tree)
    wizard.answer(row.answers[0])
    settled(page)
    place = middle(link(wizard, row.answers[1]))
    page.evaluate("trouble = 'kept'")
    page.mouse.click(*place)
    page.evaluate("history.back()")
    until(page, "location.hash === ''")
    page.evaluate("letGo()")
    wizard.expect_node(row.nodes[0])
    quiet(page)
    wizard.expect_node(row.nodes[0])
    assert row.nodes[1] not in page.url.partition("#")[2]


def test_begin_again_while_python_works_wins(page, row):
    """Who begins again before Python has answered begins again, and nothing comes after it."""
    wizard = opened(page, "python", row.tree)
    wizard.answer(row.answers[0])
    settled(page)
    page.evaluate("trouble = 'kept'")
    page.mouse.click(*middle(link(wizard, row.answers[1])))
    wizard.root.locator("[data-restart]").click()
    page.evaluate("letGo()")
    wizard.expect_node(row.nodes[0])
    quiet(page)
    wizard.expect_node(row.nodes[0])
    assert row.nodes[1] not in page.url.partition("#")[2]


def test_press_during_the_handover_is_not_lost(page, row):
    """A button that is down while Python takes over still gives its answer."""
    watched(page)
    release = hold(page)
    wizard = Wizard.open(page, row.tree)
    page.mouse.move(*middle(link(wizard, row.answers[0])))
    page.mouse.down()
    release()
    until(page, "drawings")
    expect(wizard.root).to_have_attribute("data-engine", "static")
    page.mouse.up()
    wizard.expect_node(row.nodes[1])
    wizard.leading().expect_node(row.nodes[1])


def test_handover_does_not_move_the_step(page, row):
    """Python draws the step where it stood."""
    watched(page)
    release = hold(page)
    wizard = Wizard.open(page, row.tree)
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    before = link(wizard, row.answers[1]).bounding_box()["y"]
    release()
    wizard.leading()
    assert abs(link(wizard, row.answers[1]).bounding_box()["y"] - before) < 4


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_quiz_goes_on_once(page, by):
    """A double click, or a held key, goes one case on; counting votes goes as fast as a hand."""
    page.goto("/trainers/wat-zou-je-doen/")
    cases = cases_of_deck(page)
    place = page.locator(".ww-place")
    if by == "mouse":
        page.locator("[data-do=on]").dblclick()
    else:
        page.locator("[data-do=on]").focus()
        held(page, "Enter")
    quiet(page)
    expect(place).to_have_text(f"Geval 2 van {cases}")
    page.locator("[data-do=tally]").click()
    count = page.locator("article.ww-case:visible .ww-tally [data-count='1']").first
    count.dblclick()
    count.dblclick()
    expect(page.locator("article.ww-case:visible .ww-tally input").first).to_have_value("4")


def test_held_clicker_goes_on_once(page):
    """A clicker that is held opens the advice, and stops there."""
    page.goto("/trainers/wat-zou-je-doen/")
    page.locator("[data-do=present]").click()
    expect(page.locator("wegwijzer-quiz.ww-presenting")).to_be_visible()
    held(page, "PageDown")
    expect(page.locator("article.ww-case:visible .ww-advice")).to_have_attribute("open", "")
    expect(page.locator(".ww-place")).to_have_text(f"Geval 1 van {cases_of_deck(page)}")
