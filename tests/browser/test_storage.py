"""A browser that keeps nothing, or keeps no more: the page works, and says once what is lost."""

from __future__ import annotations

import http.server
import json
import threading
from types import SimpleNamespace

import pytest
from casefile import erasing, opening, remembering
from playwright.sync_api import expect
from wizard import Wizard, opened

from chromium import launch_profile
from helpers import mostly_slow, tree_files
from wegwijzer.walk.walker import walk_mapping

REFUSED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("no", "SecurityError"); } });
}"""
NONE = 'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { configurable: true, value: null });'
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };'
UNKEPT = "Deze browser kan het dossier niet bewaren."
UNKEPT_CHOICE = "Deze browser kan jullie keuze niet bewaren."


@pytest.mark.parametrize("meddle", mostly_slow([REFUSED, FULL], quick=[FULL]), ids=["refused", "full"])
def test_what_cannot_be_kept_works_for_this_visit(browsing, meddle, asked):
    """Without storage: no word on opening, a case file and a choice for this visit, one notice each, and erasing works."""
    page = browsing(meddle)
    wizard = Wizard.open(page, asked.tree).leading()
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    remembering(wizard, asked)
    expect(wizard.root.locator(".ww-notice")).to_contain_text(UNKEPT_CHOICE)
    wizard.root.locator("[data-restart]").click()
    wizard.expect_node(asked.way.nodes[0])
    wizard.follow(asked.answers)
    wizard.expect_node(asked.end)
    wizard.path()
    wizard.root.get_by_role("button", name="Vergeet deze keuze").click()
    wizard.expect_node(asked.question)
    expect(wizard.root.locator(".ww-notice")).not_to_contain_text(UNKEPT_CHOICE)  # once is enough

    place = opening(wizard)
    expect(place.locator(".ww-unkept")).to_contain_text(UNKEPT)
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Verberg het dossier").click()
    expect(place).to_be_hidden()
    wizard.answer(asked.option)
    place = opening(wizard)
    expect(place.get_by_label("Notities")).to_have_value("Gebeld met An")
    expect(place.locator("[data-case-log]")).to_contain_text(asked.whole.title())
    erasing(page, place)
    place = opening(wizard)
    expect(place.get_by_label("Notities")).to_have_value("")


@pytest.mark.parametrize("meddle", mostly_slow([REFUSED, NONE], quick=[REFUSED]), ids=["refused", "none"])
def test_the_theme_works_without_storage(browsing, meddle):
    """With all storage refused, or none there, the theme's colours and instant navigation go on."""
    page = browsing(meddle)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    page.locator("label[for=__palette_0]:visible, label[for=__palette_1]:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.evaluate("window.same = true")
    page.locator(".md-tabs__link", has_text="Nu doen").click()
    page.wait_for_url("**/keuzehulp/")
    assert page.evaluate("window.same") is True
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_full_storage_is_told_where_the_reader_types(browsing, result):
    """The browser fills up while someone types: the notice stands below that field, and goes when there is room again."""
    page = browsing()
    wizard = opened(page, result)
    place = opening(wizard)
    expect(place.locator(".ww-unkept")).to_be_hidden()
    page.evaluate("""() => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try { localStorage.setItem("vol" + size, "x".repeat(size)); } catch { /* half of it may fit */ }
      }
    }""")
    place.get_by_label("Notities").fill("Een tekst van " + "veel letters " * 80)
    expect(place.locator("[data-case-field=notes] + .ww-unkept")).to_contain_text(UNKEPT)
    page.evaluate(
        "Object.keys(localStorage).filter((name) => name.startsWith('vol')).forEach((name) => localStorage.removeItem(name))"
    )
    place.get_by_label("Notities").press("!")
    expect(place.locator(".ww-unkept")).to_be_hidden()
    page.reload()
    expect(place.get_by_label("Notities")).to_have_value("Een tekst van " + "veel letters " * 80 + "!")


# -- in a page of another host -------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(base_url, asked):
    """A page of another host with a wizard of ours in a frame."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = f'<!doctype html><html lang=nl><title>Stad</title><iframe src="{base_url}/embed/{asked.tree}/" title="Keuzehulp" width="100%" height="700"></iframe>'
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.slow  # the browser without windows does not read this setting
def test_in_a_frame_with_third_party_storage_blocked(chromium, elsewhere, tmp_path, asked):
    """A browser that blocks third-party storage refuses it in the frame: the wizard works and says what is not kept."""
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default/Preferences").write_text(json.dumps({"profile": {"cookie_controls_mode": 1}}))
    context = launch_profile(SimpleNamespace(chromium=chromium.browser_type), str(tmp_path))
    context.set_default_timeout(30_000)
    problems = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    page = context.new_page()
    page.goto(elsewhere)
    wizard = Wizard(page, asked.tree)
    wizard.root = page.frame_locator("iframe").locator("wegwijzer-wizard")
    wizard.leading()
    frame = next(frame for frame in page.frames if "/embed/" in frame.url)
    assert frame.evaluate("localStorage.standsIn") is True  # refused.js put that there because reading it threw
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    wizard.follow(asked.whole.answers)
    wizard.path()
    expect(wizard.root.locator("[data-remember]")).to_be_hidden()  # in an embed the address decides
    place = opening(wizard)
    expect(place.locator(".ww-unkept")).to_contain_text(UNKEPT)
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Verberg het dossier").click()
    place = opening(wizard)
    expect(place.get_by_label("Notities")).to_have_value("Gebeld met An")
    erasing(page, place)
    context.close()
    assert problems == []


def test_a_tree_of_choices_is_kept_at_once(browsing, own_trees):
    """Who comes to the end of the local choices keeps all that was chosen with one button, and finds it again next time."""
    page = browsing()
    name = next(name for name in (file.stem for file in tree_files()) if own_trees[name].own_choices)
    compiled = own_trees[name]
    case = min(compiled.tree.cases, key=lambda case: len(case.answers))
    wizard = Wizard.open(page, name).leading()
    walked = walk_mapping(compiled, case.answers)
    for node, answer in walked.path:
        wizard.expect_node(node)
        wizard.answer(answer)
    wizard.expect_node(case.ends_in)
    wizard.root.get_by_role("button", name="Onthoud deze keuzes als ons beleid").click()
    expect(wizard.root).to_contain_text("Onthouden als jullie beleid")
    kept = json.loads(page.evaluate("localStorage.getItem('wegwijzer-beleid')"))
    made = {compiled.kept_as(node): answer for node, answer in walked.path if compiled.kept_as(node)}
    assert kept == {"version": 1, **{name: answer for name, answer in made.items() if answer != "nog-niet-beslist"}}
