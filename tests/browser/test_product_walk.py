"""A walk as readers make it: number keys, several answers, progress, changing an answer, keys only, a small phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from wizard import Wizard, opened, quiet, settled

from helpers import mostly_slow
from landmarks import interim_action, rejoining, to_the_last_question, with_interim_action
from named import DOXING
from wegwijzer.render.html_walk import FEW
from wegwijzer.walk.remaining import questions_left

TOP_IS_FREE = """heading => {
  const { x, y, width, height } = heading.getBoundingClientRect();
  return heading.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""


def test_number_keys_choose_an_answer(page, row, gap):
    """With the focus in the wizard, 1 to 9 choose that answer; elsewhere and while typing they do not."""
    wizard = Wizard.open(page, row.tree).leading()
    page.keyboard.press(str(row.position(0)))
    quiet(page)
    wizard.expect_node(row.nodes[0])
    wizard.step.locator(".ww-heading").focus()
    page.keyboard.press(str(row.position(0)))
    wizard.expect_node(row.nodes[1])
    typing = opened(page, gap)
    typing.step.locator("input[data-fill]").press("1")
    expect(typing.step.locator("input[data-fill]")).to_have_value("1")
    typing.expect_node(gap.node)


def test_number_keys_tick_several_answers(page, boxes):
    """In a question with several answers a number ticks that box, and again unticks it."""
    wizard = opened(page, boxes)
    wizard.step.locator(".ww-heading").focus()
    page.keyboard.press("2")
    expect(wizard.step.locator("input[data-answer]").nth(1)).to_be_checked()
    page.keyboard.press("2")
    expect(wizard.step.locator("input[data-answer]").nth(1)).not_to_be_checked()


def test_several_answers_missing_are_told(page, boxes):
    """Going on without an answer names the problem on top, with the focus, and beside the boxes."""
    wizard = opened(page, boxes)
    wizard.step.locator("[data-continue]").click()
    expect(wizard.step.locator(".ww-problem")).to_be_focused()
    expect(wizard.step.locator("fieldset")).to_have_accessible_description(re.compile("Kies minstens"))
    wizard.step.locator(".ww-problem a").click()
    expect(wizard.step.locator("input[data-answer]").first).to_be_focused()


def test_progress_never_promises_too_little(page, row, own_trees):
    """Every step is counted; how many questions are left at most is told from five on, and the last question says so."""
    wizard = Wizard.open(page, row.tree).leading()
    for index, answer in enumerate(row.answers, 1):
        wizard.answer(answer)
        left = questions_left(row.walker(index))
        told = re.search(r"hoogstens (\d+)", wizard.root.locator(".ww-progress").inner_text())
        assert (told and int(told[1])) == (left if left <= FEW else None)
        expect(wizard.root.locator(".ww-progress")).to_contain_text(f"stap {index + 1}")
    last = to_the_last_question(own_trees)
    wizard = opened(page, last)
    wizard.expect_node(last.end)
    expect(wizard.root.locator(".ww-progress")).to_contain_text("laatste vraag")


def test_changing_an_answer_keeps_the_later_ones(page, own_trees):
    """Another answer in the middle of a walk keeps what was answered after it, as far as it still holds."""
    found = rejoining(own_trees)
    way, index = found.way, found.index
    wizard = Wizard.open(page, way.tree).leading().follow(way.answers)
    wizard.expect_node(way.end)
    wizard.path()
    wizard.root.locator(".ww-path [data-back]").nth(index).click()
    wizard.expect_node(way.nodes[index])
    expect(wizard.step.locator(".ww-answer", has_text="dit koos je eerder")).to_have_count(1)
    expect(wizard.step.locator("a[data-answer]:has(.ww-former)")).to_have_attribute("data-answer", way.answers[index])
    wizard.answer(found.other)
    while wizard.root.get_attribute("data-kind") == "action" and not wizard.root.get_attribute("data-final"):
        wizard.answer("verder")
    wizard.expect_node(way.end)
    expect(wizard.root.locator(".ww-notice")).to_contain_text("latere antwoorden")
    assert f"{way.nodes[-2]}.{way.answers[-1]}" in page.url
    page.go_back()
    expect(wizard.root).not_to_have_attribute("data-node", way.end)


def test_an_interim_action_is_a_tick_list(page, own_trees):
    """The steps of an interim action can be ticked off; the ticks are still there after going on and back."""
    place = interim_action(own_trees)
    wizard = opened(page, place)
    wizard.step.locator("[data-tick]").first.check()
    wizard.answer("verder")
    page.go_back()
    wizard.expect_node(place.node)
    expect(wizard.step.locator("[data-tick]").first).to_be_checked()
    expect(wizard.step.locator("[data-tick]").last).not_to_be_checked()
    page.reload()
    wizard.leading()
    expect(wizard.step.locator("[data-tick]").first).not_to_be_checked()


def test_a_walk_by_keyboard_alone_in_the_accessibility_tree(page, own_trees):
    """From question to result with keys only; each step is a heading with its answers as links, which say where they go for who
    wants numbers.
    """
    way = with_interim_action(own_trees)
    wizard = Wizard.open(page, way.tree).leading()
    first = wizard.step.aria_snapshot()
    assert re.search(r"heading \"(?!Stap)[^\"]+\" \[level=3\]", first), first
    assert "ga naar" not in first
    wizard.root.locator("[data-numbers]").press("Space")
    for node, answer in [*way.steps, (way.end, "")]:
        wizard.expect_node(node)
        snapshot = wizard.step.aria_snapshot()
        assert re.search(r"heading \"Stap \S+ .+\" \[level=3\]", snapshot), snapshot
        if node == way.end:
            break
        wizard.step.locator(".ww-heading").focus()
        if wizard.root.get_attribute("data-kind") == "action":
            assert "checkbox" in snapshot
            while not page.evaluate("'continue' in document.activeElement.dataset"):
                page.keyboard.press("Tab")
        else:
            assert re.search(r"link \".+ga naar \d+.*\"", snapshot), snapshot
            while page.evaluate("document.activeElement.dataset.answer") != answer:
                page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(wizard.root).not_to_have_attribute("data-node", node)
        expect(wizard.step.locator(".ww-heading")).to_be_focused()
    assert wizard.root.get_attribute("data-final") == "true"
    fold = wizard.step.locator(".ww-more > summary")
    while not fold.evaluate("summary => summary === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Neem dit mee" in wizard.step.aria_snapshot()


@pytest.mark.parametrize("door", mostly_slow(DOXING, quick=DOXING[:1]), ids=lambda door: door[0])
def test_the_first_thing_to_do_in_danger_is_near(chromium, base_url, door):
    """On a small phone, at most two taps from the start page bring the first thing to do on the screen."""
    link, tree, answers = door
    context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("article").get_by_role("link", name=link).tap()
    taps = 1
    wizard = Wizard(page, tree).leading()
    answers = [*answers]
    while wizard.root.get_attribute("data-kind") != "action":
        before = wizard.node
        wanted = f'[data-answer="{answers.pop(0)}"]' if answers else "[data-answer]"
        wizard.step.locator(wanted).first.tap()
        expect(wizard.root).not_to_have_attribute("data-node", before)
        taps += 1
    assert taps <= 2
    expect(wizard.step.locator(".ww-todo li").first).to_be_in_viewport(ratio=0.6)
    expect(wizard.step.locator(".ww-heading")).to_be_focused()
    settled(page)
    assert wizard.step.locator(".ww-heading").evaluate(TOP_IS_FREE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
