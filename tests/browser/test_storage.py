"""A browser that keeps nothing, keeps no more, or kept what we never wrote: the page works, and says once what is lost."""

from __future__ import annotations

import http.server
import json
import threading
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, expect
from wizard import Wizard

from chromium import launch_profile

RESULT = "aangevallen-haal-gegevens-weg;begin.prive-gegevens"
CASE, CHOICES, PALETTE = "wegwijzer-dossier", "wegwijzer-beleid", "/.__palette"
REFUSED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("no", "SecurityError"); } });
}"""
NONE = 'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { configurable: true, value: null });'
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };'
SET = "(records) => { for (const [name, text] of Object.entries(records)) localStorage.setItem(name, text); }"
DEEP = "[" * 50_000 + "]" * 50_000
POISON = ["", "niets", '"abc"', "5", "null", "true", "[]", '{"__proto__":{"done":[{"at":"x","text":"y"}]}}', DEEP]
POISONED = {
    CASE: [
        *POISON,
        '{"done":5}',
        '{"done":[5,null,{"at":1,"text":2}],"routes":[]}',
        '{"routes":{"reactie":{"title":"t","steps":5},"trol":"x","__proto__":{"title":"t"}}}',
        f'{{"routes":{{"reactie":{{"title":"t","steps":[{DEEP}],"more":{DEEP}}}}}}}',
        '{"post":5,"link":{},"notes":["x"],"id":7}',
        f'{{"post":"{"x" * 2_000_000}"}}',
        '{"version":"twee"}',
    ],
    CHOICES: [
        *POISON,
        '{"beleid-team.persoonlijke-gesprekken":5,"beleid.zichtbaarheid":{"a":1}}',
        f'{{"beleid-team.persoonlijke-gesprekken":{DEEP}}}',
        '{"beleid-team.persoonlijke-gesprekken":"bestaat-niet","onbekend":"x"}',
        f'{{"beleid-team.persoonlijke-gesprekken":"{"x" * 2_000_000}"}}',
        '{"version":9,"beleid-team.persoonlijke-gesprekken":"niet"}',
    ],
    PALETTE: [*POISON, '{"index":"x","color":{}}', '{"index":1}', '{"index":0,"color":{"scheme":5}}'],
}
UNKEPT = "Deze browser kan het dossier niet bewaren."
UNKEPT_CHOICE = "Deze browser kan jullie keuze niet bewaren."


@pytest.fixture
def browsing(chromium: Browser, base_url: str):
    """Opens a page whose storage a script meddles with; any script error in it fails the test."""
    contexts, problems = [], []

    def browse(meddle: str = ""):
        context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 800}, color_scheme="dark")
        contexts.append(context)
        context.set_default_timeout(30_000)
        if meddle:
            context.add_init_script(meddle)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        return context.new_page()

    yield browse
    for context in contexts:
        context.close()
    assert problems == []


def notes(wizard):
    """The case file of a wizard."""
    return wizard.root.locator(".ww-dossier")


def opening(wizard):
    """Opens the case file, as a reader does."""
    wizard.root.locator("[data-dossier]").click()
    expect(notes(wizard).locator("h3")).to_be_focused()
    return notes(wizard)


def remembering(wizard):
    """Keeps a local choice, as a reader does."""
    for answer in ("nee", "niet"):
        wizard.answer(answer)
    wizard.root.locator(".ww-path summary").click()
    wizard.root.get_by_role("button", name="Onthoud als ons beleid").click()


def erasing(page, place):
    page.once("dialog", lambda dialog: dialog.accept())
    place.get_by_role("button", name="Wis het dossier").click()
    expect(place).to_be_hidden()


@pytest.mark.parametrize("meddle", [REFUSED, FULL], ids=["refused", "full"])
def test_what_cannot_be_kept_works_for_this_visit(browsing, meddle):
    """Without storage: no word on opening, a case file and a choice for this visit, one notice each, and erasing works."""
    page = browsing(meddle)
    wizard = Wizard.open(page, "gesprek").leading()
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    remembering(wizard)
    expect(wizard.root.locator(".ww-notice")).to_contain_text(UNKEPT_CHOICE)
    wizard.root.locator("[data-restart]").click()
    wizard.expect_node("begin")
    wizard.answer("nee")
    wizard.expect_node("blijf-online")
    wizard.root.locator(".ww-path summary").click()
    wizard.root.get_by_role("button", name="Vergeet deze keuze").click()
    wizard.expect_node("gesprekken")
    expect(wizard.root.locator(".ww-notice")).not_to_contain_text(UNKEPT_CHOICE)  # once is enough

    place = opening(wizard)
    expect(place.locator(".ww-unkept")).to_contain_text(UNKEPT)
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Verberg het dossier").click()
    expect(place).to_be_hidden()
    wizard.answer("niet")
    place = opening(wizard)
    expect(place.get_by_label("Notities")).to_have_value("Gebeld met An")
    expect(place.locator("[data-case-log]")).to_contain_text("Erken de zorg online")
    erasing(page, place)
    place = opening(wizard)
    expect(place.get_by_label("Notities")).to_have_value("")


@pytest.mark.parametrize("meddle", [REFUSED, NONE], ids=["refused", "none"])
def test_the_theme_works_without_storage(browsing, meddle):
    """With all storage refused, or none there, the theme's colours and instant navigation go on."""
    page = browsing(meddle)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/")
    page.locator("label[for=__palette_0]:visible, label[for=__palette_1]:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.evaluate("window.same = true")
    page.locator(".md-tabs__link", has_text="Keuzehulpen").click()
    page.wait_for_url("**/keuzehulp/")
    assert page.evaluate("window.same") is True
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_full_storage_is_told_where_the_reader_types(browsing):
    """The browser fills up while someone types: the notice stands below that field, and goes when there is room again."""
    page = browsing()
    wizard = Wizard.open(page, "aangevallen", RESULT).leading()
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


def test_whatever_is_kept_is_read_as_something_that_fits(browsing):
    """Of each poisoned record only what fits comes out of the storage module, and what the theme never wrote goes."""
    page = browsing()
    page.goto("/404.html")
    read = page.evaluate(
        """async (poisoned) => {
          const { kept, stateOf } = await import("/assets/storage.js");
          return Object.entries(poisoned).map(([name, values]) => values.map((value) => {
            localStorage.setItem(name, value);
            return [kept(name), stateOf(name)];
          }));
        }""",
        {CASE: POISONED[CASE], CHOICES: POISONED[CHOICES]},
    )
    for value, (kept, state) in zip(POISONED[CASE], read[0], strict=True):
        told = value[:80], kept
        whole = "__proto__" in value[:12] or value == '{"version":"twee"}'  # only what we do not look at is odd
        assert state == ("" if whole else "damaged"), told
        assert kept["done"] == [], told
        assert all(route == {"title": "t", "steps": []} for route in kept["routes"].values()), told
        assert all(isinstance(kept.get(name, ""), str) for name in ("id", "post", "link", "notes")), told
    for value, (kept, _) in zip(POISONED[CHOICES], read[1], strict=True):
        assert all(isinstance(choice, (str, list)) for choice in kept.values()), (value[:80], kept)
    left = page.evaluate(
        """async ([name, values]) => {
          const again = () => new Promise((done) => {
            const script = document.createElement("script");
            Object.assign(script, { src: "/assets/refused.js", onload: done });
            document.head.append(script);
          });
          const left = [];
          for (const value of values) {
            localStorage.setItem(name, value);
            await again();
            if (localStorage.getItem(name) !== null) left.push(value);
          }
          return left;
        }""",
        [PALETTE, POISONED[PALETTE]],
    )
    assert left == []


def test_whatever_a_browser_kept_the_page_works(browsing):
    """Whatever stands there on opening: Python leads, the case file opens, says what is lost and can be erased. A page
    that comes back as it was left reads each poisoned record anew, and then a good one again.
    """
    page = browsing()
    wizard = Wizard.open(page, "gesprek")
    for case, choices, palette in ((DEEP, POISONED[CHOICES][-2], "null"), ('{"done":5}', DEEP, POISONED[PALETTE][-1])):
        page.evaluate(SET, {CASE: case, CHOICES: choices, PALETTE: palette})
        page.reload()
        expect(wizard.root, f"{case[:60]} {choices[:60]} {palette}").to_have_attribute("data-engine", "python")
        place = notes(wizard)
        expect(place.locator(".ww-unkept")).to_contain_text("nog te lezen")
        erasing(page, place)
        assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('wegwijzer-d'))") == []
    wizard.answer("nee")
    place = opening(wizard)
    for index, case in enumerate(POISONED[CASE]):
        choices = POISONED[CHOICES][index % len(POISONED[CHOICES])]
        good = f"Bericht {index}"
        for value, expected in ((case, ""), (json.dumps({"version": 1, "id": good, "notes": good}), good)):
            told = f"{value[:60]} with {choices[:60]}"
            page.evaluate(SET, {CASE: value, CHOICES: choices})
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
            expect(place.get_by_label("Notities"), told).to_have_value(expected)
        wizard.expect_node("gesprekken")
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    assert page.evaluate("({}).done") is None


def test_what_fits_of_a_damaged_record_is_kept(browsing):
    """A case file with one bad part keeps the others; a record without a version is an older one and reads the same."""
    page = browsing()
    wizard = Wizard.open(page, "gesprek")
    older = {"post": "Het bericht", "notes": 5, "done": [{"at": "gisteren", "text": "Gebeld"}, 5]}
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [CASE, json.dumps(older)])
    page.evaluate(
        "([name, value]) => localStorage.setItem(name, value)",
        [CHOICES, '{"beleid.zichtbaarheid":5,"beleid-team.persoonlijke-gesprekken":"niet"}'],
    )
    page.reload()
    place = notes(wizard.leading())
    expect(place.get_by_label("Het bericht")).to_have_value("Het bericht")
    expect(place.locator("[data-case-log]")).to_contain_text("gisteren: Gebeld")
    expect(place.locator(".ww-unkept")).to_contain_text("nog te lezen")
    wizard.answer("nee")
    wizard.expect_node("blijf-online")


def test_a_newer_record_is_not_touched(browsing):
    """What a later version of the site kept stays as it is until the reader erases it."""
    page = browsing()
    wizard = Wizard.open(page, "gesprek")
    newer = '{"version":9,"notes":{"deel":"anders"}}'
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [CASE, newer])
    page.reload()
    place = notes(wizard.leading())
    expect(place.locator(".ww-unkept")).to_contain_text("nieuwere versie")
    place.get_by_label("Notities").fill("Van nu")
    wizard.answer("nee")
    expect(place.locator("[data-case-log]")).to_contain_text("Nee")
    expect(place.get_by_label("Notities")).to_have_value("Van nu")
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") == newer
    erasing(page, place)
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None


# -- what cannot be loaded or copied -------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["take.zip", "dossier.js"])
def test_a_case_file_that_does_not_load_says_so(browsing, missing):
    """The reader hears it where it can be seen, nothing is begun, what was kept can be erased, and again works."""
    page = browsing()
    wizard = Wizard.open(page, "gesprek").leading()
    page.route(f"**/{missing}", lambda route: route.fulfill(status=404))
    wizard.root.locator("[data-dossier]").click()
    notice = wizard.root.locator(".ww-notice")
    expect(notice).to_contain_text("laadt niet")
    expect(notice).to_be_in_viewport()
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    if missing == "take.zip":
        page.evaluate("localStorage.setItem('wegwijzer-dossier', '{\"notes\":\"geheim\"}')")
        wizard.root.locator("[data-dossier]").click()
        erase = wizard.root.locator(".ww-tools [data-case=erase]")
        expect(erase).to_be_visible()
        page.once("dialog", lambda dialog: dialog.accept())
        erase.click()
        expect(notice).to_contain_text("gewist")
        expect(erase).to_be_hidden()
        assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    page.unroute(f"**/{missing}")
    opening(wizard)


@pytest.mark.parametrize("clipboard", ["refused", "absent"])
def test_a_clipboard_that_refuses_selects_the_text(browsing, clipboard):
    """A link, a model reply, the whole result and a text of a page: selected, and the button says to copy by hand."""
    page = browsing(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        if clipboard == "absent"
        else "if (globalThis.Clipboard) for (const name of ['write', 'writeText']) Clipboard.prototype[name] = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
    )
    selected = "String(getSelection()) || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    wizard = Wizard.open(page, "aangevallen", RESULT).leading()
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    wizard.root.locator(".ww-share summary").click()
    for button, expected in (
        (wizard.step.locator("[data-copy=text]"), "Onze eigen tekst"),
        (wizard.root.locator("[data-copy=link]"), f"/keuzehulp/aangevallen/#{RESULT}"),
        (wizard.step.locator("[data-take=rich]"), "Verberg het bericht meteen"),
    ):
        button.click()
        expect(button).to_have_text("Kopieer zelf: de tekst is geselecteerd")
        assert expected in page.evaluate(selected)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/keuzehulp/gesprek/")
    page.locator("details.ww-embed summary").click()
    page.locator("button[data-copies]").click()
    expect(page.locator("button[data-copies]")).to_have_text("Kopieer zelf: de tekst is geselecteerd")
    assert "/embed/gesprek/" in page.evaluate(selected)


# -- in a page of another host -------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(base_url):
    """A page of another host with a wizard of ours in a frame."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = f'<!doctype html><html lang=nl><title>Stad</title><iframe src="{base_url}/embed/gesprek/" title="Keuzehulp" width="100%" height="700"></iframe>'
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


def test_in_a_frame_with_third_party_storage_blocked(chromium, elsewhere, tmp_path):
    """A browser that blocks third-party storage refuses it in the frame: the wizard works and says what is not kept."""
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default/Preferences").write_text(json.dumps({"profile": {"cookie_controls_mode": 1}}))
    context = launch_profile(SimpleNamespace(chromium=chromium.browser_type), str(tmp_path))
    context.set_default_timeout(30_000)
    problems = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    page = context.new_page()
    page.goto(elsewhere)
    wizard = Wizard(page, "gesprek")
    wizard.root = page.frame_locator("iframe").locator("wegwijzer-wizard")
    wizard.leading()
    frame = next(frame for frame in page.frames if "/embed/" in frame.url)
    assert frame.evaluate("localStorage.standsIn") is True  # refused.js put that there because reading it threw
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    for answer in ("nee", "niet"):
        wizard.answer(answer)
    wizard.root.locator(".ww-path summary").click()
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
