"""The server of `make serve`: right types, pages that reload, links that stay on the port in use."""

from __future__ import annotations

import json
import threading
import urllib.request
from pathlib import Path

import pytest
from watchdog.events import FileModifiedEvent, FileMovedEvent, FileOpenedEvent

from wegwijzer.pages.project import local
from wegwijzer.serve import follow
from wegwijzer.serve import server as serve
from wegwijzer.workplace import publish_for


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
    status = serve.Status()
    with serve.server(tmp_path, 0, status) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}"

        def get(path):
            with urllib.request.urlopen(base + path, timeout=10) as reply:  # noqa: S310 - our own server
                return reply.headers["Content-Type"], reply.read().decode().replace(base, "BASIS")

        get.status = status
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
    """A served page knows which version it shows and listens for the next; the page on disk does not."""
    tag = f'<script src="/__herlaad.js?toont={ask.status.shown}" defer></script>'
    assert f"<body>Start{tag}</body>" == ask("/")[1]


def test_a_page_hears_of_what_is_new(ask):
    """Who waits hears at once that there is something to show, that something is wrong, and that it was mended."""
    seen = json.loads(ask("/__nieuws?")[1])
    for step, expected in (
        (lambda: ask.status.fail("trees/a.yml:1:1: fout"), (0, "trees/a.yml:1:1: fout")),
        (ask.status.mend, (0, "")),
        (ask.status.show, (1, "")),
    ):
        threading.Timer(0.2, step).start()
        news = json.loads(ask(f"/__nieuws?{seen['news']}")[1])
        assert expected == (news["shown"] - seen["shown"], news["problems"])
        seen = {**news, "shown": seen["shown"]}


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
def test_saving_a_source_counts(event, wanted):
    """Saving in place and saving by renaming both count; opening a file or an editor's own files do not."""
    watcher = follow.Watcher()
    watcher.on_any_event(event)
    assert wanted == (Path("trees/reactie.yml") in watcher.changed)


def test_a_burst_is_taken_at_once():
    """Files that are saved together are one change."""
    watcher = follow.Watcher()
    for name in ("a", "b"):
        watcher.on_any_event(FileModifiedEvent(f"trees/{name}.yml"))
    assert {Path("trees/a.yml"), Path("trees/b.yml")} == watcher.take()
    assert set() == watcher.changed


def test_what_a_publisher_changes_counts(tmp_path):
    """The file that was named and the logo beside it, wherever they stand, and nothing else there; a build is told of it."""
    (tmp_path / "local.yml").write_text("name: Elmdorp\nlogo: logo.svg\n", encoding="utf-8")
    own = (tmp_path / "local.yml", tmp_path / "logo.svg")
    try:
        publish_for(own[0])
        local.cache_clear()
        assert follow.of_publisher() == set(own)
        assert follow.build()[-2:] == ["--local", str(own[0])]
    finally:
        publish_for(None)
        local.cache_clear()
    assert follow.of_publisher() == set()
    assert "--local" not in follow.build()
