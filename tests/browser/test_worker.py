"""The worker can die, hang, answer late, twice or nonsense: the walk goes on, and only what was chosen counts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from trouble import KILL, traced, watched
from wizard import Wizard, quiet, settled, until

NOTICE = "De slimme versie werkt nu niet."
SECONDS = 25_000


def opened(page, fragment=""):
    watched(page)
    wizard = Wizard.open(page, "reactie", fragment).leading()
    traced(page)
    return wizard


def workers(page):
    return page.evaluate("workers.length")


@pytest.mark.parametrize("how", KILL)
def test_lost_worker_starts_again_with_the_walk_so_far(page, how):
    """The answer that the lost worker owed is given by the next one, once, with the answers before it."""
    wizard = opened(page)
    wizard.answer("openbaar")
    settled(page)
    page.evaluate(KILL[how])
    wizard.step.locator("a[data-answer=nee]").click()
    if how == "hung":
        until(page, "workers.length === 2")
        wizard.expect_node("eerst")
        page.evaluate("trouble = ''")
    expect(wizard.root).to_have_attribute("data-node", "soort", timeout=SECONDS)
    assert workers(page) == 2
    assert wizard.root.get_attribute("data-engine") == "python"
    expect(wizard.root.locator(".ww-path li")).to_have_count(2)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    wizard.answer("boos")
    wizard.expect_node("boos-soort")
    quiet(page)
    assert traced(page) == ["eerst", "soort", "boos-soort"]


def test_second_loss_leaves_the_static_version(page):
    """After a second loss the static version goes on from there for the rest of the visit, and says so once."""
    wizard = opened(page)
    wizard.answer("openbaar")
    page.evaluate(KILL["broken"])
    wizard.answer("nee")
    settled(page)
    page.evaluate(KILL["garbage"])
    wizard.step.locator("a[data-answer=boos]").click()
    expect(wizard.root).to_have_attribute("data-engine", "static", timeout=SECONDS)
    wizard.expect_node("boos-soort")
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    assert page.url.partition("#")[2].split(";")[1] == "waar.openbaar,eerst.nee,soort.boos"
    wizard.answer("klacht")
    page.go_back()
    wizard.expect_node("boos-soort")
    assert workers(page) == 2
    page.locator(".md-sidebar--primary a", has_text="Melden").first.click()
    there = Wizard(page, "melden")
    there.step.locator("a[data-answer]").first.wait_for()
    before = there.node
    there.step.locator("a[data-answer]").first.click()
    expect(there.root).not_to_have_attribute("data-node", before)
    expect(there.root.locator(".ww-notice")).to_be_hidden()
    assert workers(page) == 2


def test_worker_that_hangs_for_good_leaves_the_static_version(page):
    """When the second worker hangs too, the answer is given by the static version, within seconds."""
    wizard = opened(page)
    page.evaluate(KILL["hung"])
    wizard.step.locator("a[data-answer]").first.click()
    expect(wizard.root).to_have_attribute("data-engine", "static", timeout=40_000)
    wizard.expect_node("eerst")
    expect(wizard.root.locator(".ww-notice")).to_be_visible()
    quiet(page)
    assert set(traced(page)) <= {"waar", "eerst"}
    assert page.url.count(".openbaar") == 1


def test_what_was_typed_survives_the_loss(page):
    """A field that was filled in when the worker was lost for good is the answer, and is kept on the page."""
    watched(page)
    wizard = Wizard.open(page, "afspraken", "afspraken-kanalen").leading()
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error'))")
    page.evaluate("workers.at(-1).dispatchEvent(new ErrorEvent('error'))")
    expect(wizard.root).to_have_attribute("data-engine", "static")
    wizard.expect_node("kanalen")
    wizard.answer("Onze kanalen")
    wizard.expect_node("wie-plaatst")
    assert "Onze" not in page.url


@pytest.mark.parametrize("how", ["late", "twice", "strange"])
def test_odd_replies_change_nothing(page, how):
    """A reply that comes late, twice, or that nobody asked for, is no step."""
    wizard = opened(page)
    page.evaluate(f"trouble = '{how}'")
    for answer, node in (("openbaar", "eerst"), ("nee", "soort"), ("boos", "boos-soort")):
        settled(page)
        wizard.step.locator(f'a[data-answer="{answer}"]').click()
        wizard.expect_node(node)
    quiet(page)
    assert traced(page) == ["eerst", "soort", "boos-soort"]
    assert workers(page) == 1


def test_idle_worker_that_breaks_is_replaced_unseen(page):
    """A worker that breaks while the reader reads is started again; the next answer is as fast as ever."""
    wizard = opened(page)
    page.evaluate(KILL["broken"])
    until(page, "workers.length === 2")
    quiet(page)
    assert traced(page) == []
    wizard.answer("openbaar")
    wizard.expect_node("eerst")
    assert wizard.root.get_attribute("data-engine") == "python"


def test_case_file_works_after_the_loss(page):
    """What makes documents is loaded again in the new worker."""
    wizard = opened(page)
    wizard.answer("openbaar")
    wizard.root.locator("[data-dossier]").first.click()
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    page.evaluate(KILL["broken"])
    wizard.answer("nee")
    wizard.expect_node("soort")
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


@pytest.mark.parametrize(
    "file", ["worker.js", "runtime/**/pyodide.asm.wasm", "runtime/**/python.zip", "trees/reactie.json"]
)
def test_network_cut_while_loading_is_said(context, file):
    """Whatever file of Python does not come: the static version stays, works, and says so."""
    page = context.new_page()
    page.route(f"**/assets/{file}", lambda route: route.abort())
    wizard = Wizard.open(page, "reactie")
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    wizard.answer("openbaar")
    wizard.expect_node("eerst")
    assert wizard.root.get_attribute("data-engine") == "static"


def test_network_cut_in_the_middle_leaves_python_at_work(context):
    """What is loaded needs no network any more."""
    wizard = opened(context.new_page())
    context.set_offline(True)
    wizard.answer("openbaar")
    wizard.answer("nee")
    wizard.expect_node("soort")
    assert wizard.root.get_attribute("data-engine") == "python"
    context.set_offline(False)


def test_loss_without_a_network_leaves_the_static_version(context):
    """A worker that is lost when its files cannot come again: the static version goes on and says so."""
    page = context.new_page()
    wizard = opened(page)
    page.route("**/runtime/**", lambda route: route.abort())
    page.route("**/worker.js", lambda route: route.abort())
    page.evaluate(KILL["broken"])
    expect(wizard.root).to_have_attribute("data-engine", "static")
    expect(wizard.root.locator(".ww-notice")).to_contain_text(NOTICE)
    wizard.answer("openbaar")
    wizard.expect_node("eerst")


def test_late_python_still_takes_over(page):
    """A slow network is no loss: Python takes over when it comes."""
    watched(page)
    release = hold(page)
    wizard = Wizard.open(page, "reactie")
    wizard.answer("openbaar")
    page.wait_for_timeout(1500)  # how long the network takes is the subject
    release()
    wizard.leading().expect_node("eerst")
