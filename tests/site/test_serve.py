"""The server of `make serve`: right types, pages that reload, links that stay on the port in use."""

from __future__ import annotations

import threading
import urllib.request

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent, FileOpenedEvent

import serve


@pytest.fixture
def ask(tmp_path):
    """Ask the server for a path: its content type and its body."""
    for name, text in {
        "index.html": "<body>Start</body>",
        "a.mjs": "export {}",
        "b.wasm": "x",
        "c.json": "{}",
        "d.zip": "x",
        "e.woff2": "x",
        "sitemap.xml": "<loc>http://127.0.0.1:8000/a/</loc>",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    version = serve.Version()
    with serve.server(tmp_path, 0, version) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}"

        def get(path):
            with urllib.request.urlopen(base + path, timeout=10) as reply:  # noqa: S310 - our own server
                return reply.headers["Content-Type"], reply.read().decode().replace(base, "BASIS")

        get.version = version
        yield get
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a.mjs", "text/javascript; charset=utf-8"),
        ("/b.wasm", "application/wasm"),
        ("/c.json", "application/json; charset=utf-8"),
        ("/d.zip", "application/zip"),
        ("/e.woff2", "font/woff2"),
        ("/", "text/html; charset=utf-8"),
    ],
)
def test_files_have_their_type(ask, path, kind):
    """A browser gets the type it insists on."""
    assert kind == ask(path)[0]


def test_pages_carry_the_reload_script_while_serving(ask):
    """A served page listens for the next build; the page on disk does not."""
    assert '<body>Start<script src="/__herlaad.js" defer></script></body>' == ask("/")[1]


def test_a_page_hears_of_the_next_build(ask):
    """Who waits for another build gets its number as soon as it is there."""
    threading.Timer(0.2, ask.version.bump).start()
    assert "2" == ask("/__versie?1")[1]


def test_the_sitemap_names_the_port_in_use(ask):
    """The theme compares links with the sitemap, so it names the address that is served."""
    assert "<loc>BASIS/a/</loc>" == ask("/sitemap.xml")[1]


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (FileModifiedEvent("trees/reactie.yml"), True),
        (FileMovedEvent("trees/sedAb1", "trees/reactie.yml"), True),
        (FileOpenedEvent("trees/reactie.yml"), False),
        (FileModifiedEvent("trees/.reactie.yml.swp"), False),
    ],
)
def test_saving_a_source_asks_for_a_build(event, wanted):
    """Saving in place and saving by renaming both count; opening a file or an editor's own files do not."""
    rebuilder = serve.Rebuilder.__new__(serve.Rebuilder)
    rebuilder.wanted = threading.Event()
    rebuilder.on_any_event(event)
    assert wanted == rebuilder.wanted.is_set()
