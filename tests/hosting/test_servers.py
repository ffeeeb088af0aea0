"""What a real nginx and a real Apache answer with our settings: types, encodings, what to keep, what a page cannot say."""

from __future__ import annotations

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import expect

from chromium import launch
from wegwijzer.publish.hosting import EVERYWHERE, KEEP, OWN_FRAMES

SITE = Path(__file__).resolve().parents[2] / "site"
RUNTIME = next(SITE.glob("assets/runtime/*/")).name
TREE = min(SITE.glob("embed/*/")).name
PAGES = ["/", f"/keuzehulp/{TREE}/", f"/embed/{TREE}/", "/bestaat-niet/"]
TYPES = {
    "/": {"text/html; charset=utf-8"},
    "/sw.js": {"text/javascript; charset=utf-8", "application/javascript; charset=utf-8"},
    "/manifest.json": {"application/json; charset=utf-8"},
    f"/assets/runtime/{RUNTIME}/worker.js": {"text/javascript; charset=utf-8", "application/javascript; charset=utf-8"},
    f"/assets/runtime/{RUNTIME}/pyodide.asm.js": {
        "text/javascript; charset=utf-8",
        "application/javascript; charset=utf-8",
    },
    f"/assets/runtime/{RUNTIME}/pyodide.asm.wasm": {"application/wasm"},
    f"/assets/runtime/{RUNTIME}/python.zip": {"application/zip"},
    "/assets/wegwijzer.css": {"text/css; charset=utf-8"},
    "/assets/icon.svg": {"image/svg+xml; charset=utf-8"},
    f"/assets/trees/{TREE}.json": {"application/json; charset=utf-8"},
    f"/assets/trees/{TREE}.txt": {"text/plain; charset=utf-8"},
    f"/assets/slides/{TREE}.pptx": {"application/vnd.openxmlformats-officedocument.presentationml.presentation"},
}
ENCODINGS = {"br": brotli.decompress, "gzip": gzip.decompress}


def file_of(path: str) -> Path:
    """The file in the site behind an address."""
    return SITE / path.strip("/") / "index.html" if path.endswith("/") else SITE / path.strip("/")


@pytest.mark.parametrize("accept", ["", "gzip", "gzip, deflate, br, zstd"])
@pytest.mark.parametrize("path", TYPES)
def test_a_file_has_its_type_and_its_bytes(host, path, accept):
    """Whatever a browser unpacks, it gets the type it insists on, the very bytes of the site, and not packed twice."""
    status, headers, body = host.ask(path, accept)
    encoding = headers.get("content-encoding", "")
    assert status == 200
    assert headers["content-type"].lower() in TYPES[path]
    assert "content-language" not in headers  # .br is Breton too
    assert ENCODINGS.get(encoding, bytes)(body) == file_of(path).read_bytes()
    if not path.endswith(".pptx"):
        assert encoding == ("br" if "br" in accept else accept)
        assert "accept-encoding" in headers["vary"].lower()
    if encoding:  # the file that lay ready, not one made on the fly
        assert body == Path(f"{file_of(path)}{'.br' if encoding == 'br' else '.gz'}").read_bytes()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("accept", ["", "br"])
def test_a_page_says_what_it_cannot_say_itself(host, path, accept):
    """Each header comes once and says what `_headers` says; only an embedded wizard may be framed elsewhere."""
    _, headers, _ = host.ask(path, accept)
    assert {name.lower(): value for name, value in EVERYWHERE.items()}.items() <= headers.items()
    framed = None if "/embed/" in path else OWN_FRAMES["Content-Security-Policy"]
    assert framed == headers.get("content-security-policy")
    assert "x-frame-options" not in headers
    assert headers["cache-control"] == "no-cache"


def test_a_wrong_address_gets_our_page(host):
    """Who follows a broken link reads our own page about it, with the right status."""
    status, _, body = host.ask("/bestaat-niet/")
    assert status == 404
    assert body == (SITE / "404.html").read_bytes()


def test_what_is_named_by_its_content_is_kept(host):
    """The runtime and the theme's scripts and styles are kept for a year; our own scripts are looked up each time."""
    theme = next(SITE.glob("assets/javascripts/bundle.*.min.js")).name
    for path in (f"/assets/runtime/{RUNTIME}/python.zip", f"/assets/javascripts/{theme}"):
        assert host.ask(path, "br")[1]["cache-control"] == KEEP["Cache-Control"]
    assert host.ask("/assets/wizard.js", "br")[1]["cache-control"] == "no-cache"
    assert host.ask("/assets/wizard.js")[1]["etag"]
    assert (
        host.ask("/sw.js", "br")[1]["cache-control"] == "no-cache"
    )  # a browser must see at once that there is another
    assert host.ask("/sw.js", "br")[1]["etag"]


@pytest.fixture(scope="module")
def chromium(playwright):
    """A browser for who sees the pages."""
    with launch(playwright) as browser:
        yield browser


def test_python_starts_in_a_wizard(host, chromium):
    """In a real browser a wizard starts Python from this server, without one complaint in the console."""
    page = chromium.new_page()
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(f"{host.url}/keuzehulp/{TREE}/")
    wizard = page.locator("wegwijzer-wizard")
    expect(wizard).to_have_attribute("data-engine", "python", timeout=60_000)
    wizard.locator("section:visible a[data-answer]").first.click()
    expect(wizard).to_have_attribute("data-engine", "python")
    assert problems == []
    page.close()


@pytest.mark.parametrize(("path", "shown"), [(f"/embed/{TREE}/", True), (f"/keuzehulp/{TREE}/", False)])
def test_only_an_embedded_wizard_stands_in_a_frame_of_another_site(host, chromium, path, shown):
    """A page of another host shows /embed/ with Python in it; any other page of ours is refused there."""

    class OtherSite(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<!doctype html><iframe src="{host.url}{path}" width=600 height=600>'.encode())

        def log_message(self, *_):
            """Nothing on the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), OtherSite) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        page = chromium.new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if "frame" in message.text.lower() else None)
        page.goto(f"http://localhost:{other.server_address[1]}/")  # another origin than 127.0.0.1
        wizard = page.frame_locator("iframe").locator("wegwijzer-wizard")
        if shown:
            expect(wizard).to_have_attribute("data-engine", "python", timeout=60_000)
            assert refused == []
        else:
            page.wait_for_timeout(1500)
            assert wizard.count() == 0
            assert any("frame-ancestors" in text for text in refused)
        page.close()
        other.shutdown()
