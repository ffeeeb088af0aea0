"""An answer that is pressed before any script of the wizard is there: it leads on, and it counts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from test_step import AT, PHONE
from test_wizard import hold
from wizard import Wizard

MODULES = re.compile(r"/assets/(?!early)[a-z-]+\.js$|/javascripts/")
"""Every script but the one in the head of a page."""


@pytest.fixture
def held(chromium, base_url):
    """A phone on which no script comes but that one, and what lets the others through."""
    context = chromium.new_context(base_url=base_url, viewport=PHONE)
    context.set_default_timeout(90_000)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    release = hold(page, MODULES)
    yield page, release
    context.close()
    assert problems == []


def opened(page, tree):
    """The wizard as it stands before its script, which holds up the load of the page."""
    page.goto(f"/keuzehulp/{tree}/", wait_until="commit")
    wizard = Wizard(page, tree)
    expect(wizard.root.locator(".ww-foot")).to_be_attached()
    return wizard


def seen(wizard, node):
    """The section of a node, in sight, alone."""
    section = wizard.root.locator(f"#{wizard.tree}-{node}")
    expect(section).to_be_visible()
    expect(wizard.step).to_have_count(1)
    return section


def test_answers_before_the_scripts_lead_on_and_count(held, row):
    """Two answers by plain links; then the scripts come, nothing moves, and Python has the whole walk and a way back."""
    page, release = held
    wizard = opened(page, row.tree)
    for at, answer in enumerate(row.answers[:2]):
        seen(wizard, row.nodes[at]).locator(f'a[data-answer="{answer}"]').click()
        section = seen(wizard, row.nodes[at + 1])
        page.wait_for_timeout(400)  # a step that has just come takes no press
    expect(wizard.root).not_to_have_class(re.compile("ww-js"))
    expect(section.locator("h3")).to_be_focused()
    expect(wizard.root.locator(".ww-progress")).to_have_text(re.compile(r"^stap 3"))
    before = section.evaluate(AT.replace("step.dataset.node", "step.id").replace(".ww-heading", "h3"))
    release()
    wizard.leading()
    assert wizard.node == row.nodes[2]
    assert wizard.step.evaluate(AT)[1:] == before[1:]
    path = wizard.root.locator(".ww-path li")
    expect(path).to_have_count(2)
    told = [f"{node}.{answer}" for node, answer in zip(row.nodes, row.answers[:2], strict=False)]
    assert f";{','.join(told)};" in page.url
    wizard.root.locator(".ww-prev:visible").click()
    wizard.expect_node(row.nodes[1])


def test_a_double_click_before_the_scripts_is_one_answer(held, row):
    """The second click falls on another question that nobody has read."""
    page, _ = held
    wizard = opened(page, row.tree)
    seen(wizard, row.nodes[0]).locator(f'a[data-answer="{row.answers[0]}"]').dblclick()
    seen(wizard, row.nodes[1])


def test_what_is_ticked_before_the_scripts_waits_for_them(held, boxes):
    """Boxes need more than a link: going on is not lost, and happens when the scripts are there."""
    page, release = held
    wizard = opened(page, boxes.tree)
    page.evaluate("place => { location.hash = place; }", boxes.link)
    section = seen(wizard, boxes.node)
    section.locator("input[data-answer]").first.check()
    section.locator("[data-continue]").click()
    seen(wizard, boxes.node)
    release()
    expect(page).to_have_url(re.compile(rf";(.*,)?{boxes.node}\."))
    expect(wizard.root).not_to_have_attribute("data-node", boxes.node)
