"""The worker can die, hang, answer late, twice or nonsense: the walk goes on, and only what was chosen counts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from trouble import KILL, traced, watched
from wizard import Wizard, quiet, settled, to_another, until

from helpers import mostly_slow
from walks import options

NOTICE = "De slimme versie werkt nu niet."
SECONDS = 25_000

LOADED = ["runtime/**/worker.js", "runtime/**/pyodide.asm.wasm", "runtime/**/python.zip", "trees/{tree}.json"]
"""What Python is loaded from."""


def opened(page, tree):
    watched(page)
    wizard = Wizard.open(page, tree).leading()
    traced(page)
    return wizard


def workers(page):
    return page.evaluate("workers.length")


@pytest.mark.parametrize("how", mostly_slow([*KILL], quick=["hung"]))
def test_lost_worker_starts_again_with_the_walk_so_far(page, how, row):
    """The answer that the lost worker owed is given by the next one, once, with the answers before it."""
    wizard = opened(page, row.tree)
    wizard.answer(row.answers[0])
    settled(page)
    page.evaluate(KILL[how])
    wizard.step.locator(f'a[data-answer="{row.answers[1]}"]').click()
    if how == "hung":
        until(page, "workers.length === 2")
        wizard.expect_node(row.nodes[1])
        page.evaluate("trouble = ''")
    expect(wizard.root).to_have_attribute("data-node", row.nodes[2], timeout=SECONDS)
    assert workers(page) == 2
    assert wizard.root.get_attribute("data-engine") == "python"
    expect(wizard.root.locator(".ww-path li")).to_have_count(2)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    wizard.answer(row.answers[2])
    wizard.expect_node(row.end)
    quiet(page)
    assert traced(page) == [*row.nodes[1:]]


@pytest.mark.slow
def test_second_loss_leaves_the_static_version(page, row):
    """After a second loss the static version goes on from there for the rest of the visit, and says so once."""
    wizard = opened(page, row.tree)
    wizard.answer(row.answers[0])
    page.evaluate(KILL["broken"])
    wizard.answer(row.answers[1])
    settled(page)
    page.evaluate(KILL["garbage"])
    wizard.step.locator(f'a[data-answer="{row.answers[2]}"]').click()
    expect(wizard.root).to_have_attribute("data-engine", "static", timeout=SECONDS)
    wizard.expect_node(row.end)
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    assert page.url.partition("#")[2].split(";")[1] == row.given
    wizard.answer(options(row.walker())[0])
    page.go_back()
    wizard.expect_node(row.end)
    assert workers(page) == 2
    there = to_another(wizard)
    there.step.locator("a[data-answer]").first.wait_for()
    before = there.node
    there.step.locator("a[data-answer]").first.click()
    expect(there.root).not_to_have_attribute("data-node", before)
    expect(there.root.locator(".ww-notice")).to_be_hidden()
    assert workers(page) == 2


@pytest.mark.slow
def test_worker_that_hangs_for_good_leaves_the_static_version(page, row):
    """When the second worker hangs too, the answer is given by the static version, within seconds."""
    wizard = opened(page, row.tree)
    page.evaluate(KILL["hung"])
    wizard.step.locator(f'a[data-answer="{row.answers[0]}"]').click()
    expect(wizard.root).to_have_attribute("data-engine", "static", timeout=40_000)
    wizard.expect_node(row.nodes[1])
    expect(wizard.root.locator(".ww-notice")).to_be_visible()
    quiet(page)
    assert set(traced(page)) <= {*row.nodes[:2]}
    assert page.url.count(f"{row.nodes[0]}.{row.answers[0]}") == 1


def test_what_was_typed_survives_the_loss(page, gap):
    """A field that was filled in when the worker was lost for good is the answer, and is kept on the page."""
    watched(page)
    wizard = Wizard.open(page, gap.tree, gap.link).leading()
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error'))")
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error'))")
    expect(wizard.root).to_have_attribute("data-engine", "static")
    wizard.expect_node(gap.node)
    wizard.answer("Onze kanalen")
    wizard.expect_node(gap.after)
    assert "Onze" not in page.url


@pytest.mark.parametrize("how", mostly_slow(["late", "twice", "strange"], quick=["twice"]))
def test_odd_replies_change_nothing(page, how, row):
    """A reply that comes late, twice, or that nobody asked for, is no step."""
    wizard = opened(page, row.tree)
    page.evaluate(f"trouble = '{how}'")
    for answer, node in zip(row.answers, row.nodes[1:], strict=True):
        settled(page)
        wizard.step.locator(f'a[data-answer="{answer}"]').click()
        wizard.expect_node(node)
    quiet(page)
    assert traced(page) == [*row.nodes[1:]]
    assert workers(page) == 1


def test_idle_worker_that_breaks_is_replaced_unseen(page, row):
    """A worker that breaks while the reader reads is started again; the next answer is as fast as ever."""
    wizard = opened(page, row.tree)
    page.evaluate(KILL["broken"])
    until(page, "workers.length === 2")
    quiet(page)
    assert traced(page) == []
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    assert wizard.root.get_attribute("data-engine") == "python"


def test_case_file_works_after_the_loss(page, row):
    """What makes documents is loaded again in the new worker."""
    wizard = opened(page, row.tree)
    wizard.answer(row.answers[0])
    wizard.root.locator("[data-dossier]").first.click()
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    page.evaluate(KILL["broken"])
    wizard.answer(row.answers[1])
    wizard.expect_node(row.nodes[2])
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


@pytest.mark.parametrize("file", mostly_slow(LOADED, quick=LOADED[1:2]))
def test_network_cut_while_loading_is_said(context, file, row):
    """Whatever file of Python does not come: the static version stays, works, and says so."""
    page = context.new_page()
    page.route(f"**/assets/{file.format(tree=row.tree)}", lambda route: route.abort())
    wizard = Wizard.open(page, row.tree)
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    assert wizard.root.get_attribute("data-engine") == "static"


def test_network_cut_in_the_middle_leaves_python_at_work(context, row):
    """What is loaded needs no network any more."""
    wizard = opened(context.new_page(), row.tree)
    context.set_offline(True)
    wizard.follow(row.answers[:2])
    wizard.expect_node(row.nodes[2])
    assert wizard.root.get_attribute("data-engine") == "python"
    context.set_offline(False)


def test_loss_without_a_network_leaves_the_static_version(context, row):
    """A worker that is lost when its files cannot come again: the static version goes on and says so."""
    page = context.new_page()
    wizard = opened(page, row.tree)
    page.route("**/runtime/**", lambda route: route.abort())
    page.route("**/worker.js", lambda route: route.abort())
    page.evaluate(KILL["broken"])
    expect(wizard.root).to_have_attribute("data-engine", "static")
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])


def test_late_python_still_takes_over(page, row):
    """A slow network is no loss: Python takes over when it comes."""
    watched(page)
    release = hold(page)
    wizard = Wizard.open(page, row.tree)
    wizard.answer(row.answers[0])
    page.wait_for_timeout(1500)  # how long the network takes is the subject
    release()
    wizard.leading().expect_node(row.nodes[1])
