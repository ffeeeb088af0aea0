"""A wizard in a page of someone else: another origin, with a strict policy of its own."""

from __future__ import annotations

import http.server
import json
import threading
from itertools import product

import pytest
from places import SITE
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import Wizard, until

from helpers import mostly_slow


class Embedded(Wizard):
    """The wizard on its bare page, or inside a frame."""

    @classmethod
    def open(cls, page, tree, query=""):
        page.goto(f"/embed/{tree}/{query}")
        return cls(page, tree)


@pytest.fixture
def foreign(base_url, row):
    """The address of a page elsewhere that embeds a large tree; `foreign.body` is what stands in it."""

    class Page(http.server.BaseHTTPRequestHandler):
        script = f'<script src="{base_url}/assets/insluiten.js" async></script>'
        tree, query = row.tree, ""

        def do_GET(self):
            body = (
                "<!doctype html><html lang=nl><title>Onze stad</title><main><h1>Onze stad</h1>"
                f'<iframe src="{base_url}/embed/{self.tree}/{self.query}" title="Keuzehulp" width="100%" height="300"></iframe>'
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


def inside(page, tree):
    """The wizard in the frame of a page."""
    frame = page.frame_locator("iframe")
    wizard = Wizard(page, tree)
    wizard.root = frame.locator("wegwijzer-wizard")
    return wizard


def test_it_works_and_grows_in_a_foreign_page(page, foreign, result):
    """In a page of another origin the wizard works with Python, and the frame has the height of what is in it."""
    foreign.tree = result.tree
    page.goto(foreign.address)
    wizard = inside(page, result.tree).leading()
    heights = set()
    for answer in ("", *result.answers):
        if answer:
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


def test_it_works_without_the_script(page, foreign, row):
    """Without insluiten.js the frame keeps the height that the page gave it, and the wizard works."""
    foreign.script = ""
    page.goto(foreign.address)
    wizard = inside(page, row.tree)
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    assert page.evaluate("document.querySelector('iframe').clientHeight") == 300


def test_messages_of_others_change_nothing(page, foreign, row):
    """The page listens only to frames of this site, and only to a sensible height."""
    page.goto(foreign.address)
    inside(page, row.tree).leading()
    frame = next(f for f in page.frames if "/embed/" in f.url)
    before = page.evaluate("document.querySelector('iframe').clientHeight")
    page.evaluate("postMessage({type: 'wegwijzer:hoogte', height: 5}, '*')")
    for wrong in ("{type: 'wegwijzer:hoogte', height: 'veel'}", "{type: 'wegwijzer:hoogte', height: 1e9}", "null", "7"):
        frame.evaluate(f"parent.postMessage({wrong}, '*')")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('iframe').clientHeight") == before


def test_the_embedded_page_answers_only_its_host(page, foreign, row):
    """Before a greeting with the right shape, the embedded page tells nothing."""
    foreign.script = ""
    page.goto(foreign.address)
    inside(page, row.tree).leading()
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
    until(page, "heard.length === 1")
    assert page.evaluate("Object.keys(heard[0])") == ["type", "height"]


def test_choices_of_a_municipality_come_with_the_address(page, asked):
    """A known choice in the address decides the question; it is not stored in the browser."""
    wizard = Embedded.open(page, asked.tree, f"?{asked.policy}={asked.option}").leading()
    wizard.follow(asked.answers)
    wizard.expect_node(asked.end)
    expect(wizard.root).to_have_attribute("data-final", "true")
    assert page.evaluate("JSON.stringify({...localStorage})") == "{}"


UNKNOWN = ["?{policy}=bestaat-niet", "?{tree}.verzonnen=ja", "?__proto__=x&{question}={option}"]


@pytest.mark.parametrize("query", mostly_slow(UNKNOWN, quick=UNKNOWN[2:]))
def test_unknown_choices_do_nothing(page, query, asked):
    """A choice that does not exist, or an option that it does not have, is as if it were not there."""
    tree, _, question = asked.policy.partition(".")
    query = query.format(policy=asked.policy, tree=tree, question=question, option=asked.option)
    wizard = Embedded.open(page, asked.tree, query).leading().follow(asked.answers)
    wizard.expect_node(asked.question)


def test_options_of_the_look(page, row):
    """Theme, size, first step and starting again follow the address."""
    wizard = Embedded.open(page, row.tree, f"?thema=donker&tekst=groot&start={row.nodes[2]}&opnieuw=nee").leading()
    root = page.locator("html")
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    wizard.expect_node(row.nodes[2])
    wizard.answer(row.answers[2])
    expect(wizard.root.locator("[data-restart]")).to_be_hidden()


def test_a_step_that_does_not_exist_is_ignored(page, row):
    """A wrong first step leads to the first question, without a word about an old link."""
    wizard = Embedded.open(page, row.tree, "?start=bestaat-niet").leading()
    wizard.expect_node(row.nodes[0])
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


LIGHT, DARK = "?thema=licht", "?thema=donker&tekst=groot"
BARE = [*product(("", "question", "end"), (LIGHT, DARK), (320, 900))]
"""Where in the tree, how it looks, and how wide it is."""
SOME_BARE = [("question", LIGHT, 900), ("end", DARK, 320)]


@pytest.mark.parametrize("bare", mostly_slow(BARE, quick=SOME_BARE), ids=str)
def test_axe_finds_nothing(browsing, asked, bare):
    """Axe finds nothing on the bare page, and it never scrolls sideways."""
    node, query, width = bare
    page = browsing()
    page.set_viewport_size({"width": width, "height": 800})
    fragment = f"#{asked.tree}-{getattr(asked, node)}" if node else ""
    Embedded.open(page, asked.tree, query + fragment).leading()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_links_to_the_site_open_a_tab_of_their_own(page, row):
    """A link to another wizard stays in the frame; any other link leaves it."""
    Embedded.open(page, row.tree).leading()
    targets = page.evaluate("""() => [...document.querySelectorAll("footer a")].map((link) => {
      addEventListener("click", (event) => event.preventDefault(), {once: true});
      link.click();
      return link.target;
    })""")
    assert {*targets} == {"_blank"}


def test_every_wizard_page_offers_the_code(context, small):
    """The page of a tree has the code to embed it, with a button that copies it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"/keuzehulp/{small}/")
    page.locator("details.ww-embed summary").click()
    page.locator("button[data-copies]").click()
    expect(page.locator("button[data-copies]")).to_have_text("Gekopieerd")
    assert f"/embed/{small}/" in page.evaluate("navigator.clipboard.readText()")


def test_every_tree_has_a_bare_page(own_trees):
    """Every tree can be embedded, and names the choices that its address may make."""
    for name, compiled in own_trees.items():
        html = (SITE / f"embed/{name}/index.html").read_text(encoding="utf-8")
        known = json.loads(html.partition('id="ww-choices"')[2].partition(">")[2].partition("</script>")[0])
        fills = {name for name, asked in compiled.policies.items() if asked.fill and asked.fill.kind != "number"}
        assert set(known) == set(compiled.policies) - fills
