"""A wizard in a page of someone else: another origin, with a strict policy of its own."""

from __future__ import annotations

import http.server
import json
import threading

import pytest
from places import SITE
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import Wizard


class Embedded(Wizard):
    """The wizard on its bare page, or inside a frame."""

    @classmethod
    def open(cls, page, tree, query=""):
        page.goto(f"/embed/{tree}/{query}")
        return cls(page, tree)


@pytest.fixture
def foreign(base_url):
    """The address of a page elsewhere that embeds the reaction tree; `foreign.body` is what stands in it."""

    class Page(http.server.BaseHTTPRequestHandler):
        script = f'<script src="{base_url}/assets/insluiten.js" async></script>'
        query = ""

        def do_GET(self):
            body = (
                "<!doctype html><html lang=nl><title>Onze stad</title><main><h1>Onze stad</h1>"
                f'<iframe src="{base_url}/embed/reactie/{self.query}" title="Keuzehulp" width="100%" height="300"></iframe>'
                f"</main>{self.script}"
            ).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header(
                "Content-Security-Policy",
                f"default-src 'none'; frame-src {base_url}; script-src {base_url}; base-uri 'none'",
            )
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        Page.address = f"http://127.0.0.1:{server.server_address[1]}/"
        yield Page
        server.shutdown()


def inside(page):
    """The wizard in the frame of a page."""
    frame = page.frame_locator("iframe")
    wizard = Wizard(page, "reactie")
    wizard.root = frame.locator("wegwijzer-wizard")
    return wizard


def test_it_works_and_grows_in_a_foreign_page(page, foreign):
    """In a page of another origin the wizard works with Python, and the frame has the height of what is in it."""
    page.goto(foreign.address)
    wizard = inside(page).leading()
    heights = set()
    for answer in ("openbaar", "nee", "boos"):
        wizard.answer(answer)
        frame = next(f for f in page.frames if "/embed/" in f.url)
        for _ in range(100):
            inner = frame.evaluate("document.documentElement.getBoundingClientRect().height")
            outer = page.evaluate("document.querySelector('iframe').clientHeight")
            if abs(inner - outer) < 2:
                break
            page.wait_for_timeout(50)
        assert abs(inner - outer) < 2
        assert frame.evaluate("document.documentElement.scrollHeight - innerHeight") <= 2
        heights.add(page.evaluate("document.querySelector('iframe').clientHeight"))
    assert len(heights) > 1
    assert violations(page) == []


def test_it_works_without_the_script(page, foreign):
    """Without insluiten.js the frame keeps the height that the page gave it, and the wizard works."""
    foreign.script = ""
    page.goto(foreign.address)
    wizard = inside(page)
    wizard.answer("openbaar")
    wizard.expect_node("eerst")
    assert page.evaluate("document.querySelector('iframe').clientHeight") == 300


def test_messages_of_others_change_nothing(page, foreign):
    """The page listens only to frames of this site, and only to a sensible height."""
    page.goto(foreign.address)
    inside(page).leading()
    frame = next(f for f in page.frames if "/embed/" in f.url)
    before = page.evaluate("document.querySelector('iframe').clientHeight")
    page.evaluate("postMessage({type: 'wegwijzer:hoogte', height: 5}, '*')")
    for wrong in ("{type: 'wegwijzer:hoogte', height: 'veel'}", "{type: 'wegwijzer:hoogte', height: 1e9}", "null", "7"):
        frame.evaluate(f"parent.postMessage({wrong}, '*')")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('iframe').clientHeight") == before


def test_the_embedded_page_answers_only_its_host(page, foreign):
    """Before a greeting with the right shape, the embedded page tells nothing."""
    foreign.script = ""
    page.goto(foreign.address)
    inside(page).leading()
    page.evaluate("""() => {
      window.heard = [];
      addEventListener("message", (event) => heard.push(event.data));
      const frame = document.querySelector("iframe").contentWindow;
      frame.postMessage({type: "iets anders"}, "*");
      frame.postMessage({type: "wegwijzer:hallo", meer: 1}, "*");
      frame.postMessage("wegwijzer:hallo", "*");
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == []
    page.evaluate("document.querySelector('iframe').contentWindow.postMessage({type: 'wegwijzer:hallo'}, '*')")
    page.wait_for_function("heard.length === 1")
    assert page.evaluate("Object.keys(heard[0])") == ["type", "height"]


def test_choices_of_a_municipality_come_with_the_address(page):
    """A known choice in the address decides the question; it is not stored in the browser."""
    wizard = Embedded.open(page, "reactie", "?beleid.zichtbaarheid=verbergen").leading()
    for answer in ("openbaar", "nee", "haat", "oproep"):
        wizard.answer(answer)
    while wizard.root.get_attribute("data-final") is None:
        wizard.answer("verder")
    wizard.expect_node("verberg-en-waarschuw")
    assert page.evaluate("JSON.stringify({...localStorage})") == "{}"


@pytest.mark.parametrize(
    "query", ["?beleid.zichtbaarheid=wissen", "?beleid.verzonnen=ja", "?__proto__=x&zichtbaarheid=verbergen"]
)
def test_unknown_choices_do_nothing(page, query):
    """A choice that does not exist, or an option that it does not have, is as if it were not there."""
    wizard = Embedded.open(page, "reactie", query).leading()
    for answer in ("openbaar", "nee", "haat", "oproep"):
        wizard.answer(answer)
    while wizard.root.get_attribute("data-kind") == "action":
        wizard.answer("verder")
    wizard.expect_node("zichtbaarheid")


def test_options_of_the_look(page):
    """Theme, size, first step and starting again follow the address."""
    wizard = Embedded.open(page, "reactie", "?thema=donker&tekst=groot&start=neutraal&opnieuw=nee").leading()
    root = page.locator("html")
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    wizard.expect_node("neutraal")
    wizard.answer("andere")
    expect(wizard.root.locator("[data-restart]")).to_be_hidden()


def test_a_step_that_does_not_exist_is_ignored(page):
    """A wrong first step leads to the first question, without a word about an old link."""
    wizard = Embedded.open(page, "reactie", "?start=bestaat-niet").leading()
    wizard.expect_node("waar")
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("query", ["?thema=licht", "?thema=donker&tekst=groot"])
@pytest.mark.parametrize("fragment", ["", "#reactie-zichtbaarheid", "#reactie-verberg-en-waarschuw"])
def test_axe_finds_nothing(chromium, base_url, query, fragment, width):
    """Axe finds nothing on the bare page, and it never scrolls sideways."""
    context = chromium.new_context(base_url=base_url, viewport={"width": width, "height": 800})
    page = context.new_page()
    Embedded.open(page, "reactie", query + fragment).leading()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_links_to_the_site_open_a_tab_of_their_own(page):
    """A link to another wizard stays in the frame; any other link leaves it."""
    Embedded.open(page, "reactie").leading()
    targets = page.evaluate("""() => [...document.querySelectorAll("footer a")].map((link) => {
      addEventListener("click", (event) => event.preventDefault(), {once: true});
      link.click();
      return link.target;
    })""")
    assert targets == ["_blank"]


def test_every_wizard_page_offers_the_code(context):
    """The page of a tree has the code to embed it, with a button that copies it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/keuzehulp/gesprek/")
    page.locator("details.ww-embed summary").click()
    page.locator("button[data-copies]").click()
    expect(page.locator("button[data-copies]")).to_have_text("Gekopieerd")
    assert "/embed/gesprek/" in page.evaluate("navigator.clipboard.readText()")


def test_every_tree_has_a_bare_page(own_trees):
    """Every tree can be embedded, and names the choices that its address may make."""
    for name, compiled in own_trees.items():
        html = (SITE / f"embed/{name}/index.html").read_text(encoding="utf-8")
        known = json.loads(html.partition('id="ww-choices"')[2].partition(">")[2].partition("</script>")[0])
        fills = {name for name, asked in compiled.policies.items() if asked.fill and asked.fill.kind != "number"}
        assert set(known) == set(compiled.policies) - fills
