"""How soon a reader on a slow line can answer, as a ratio to a bare page of Material on the same server. Used by bench.py."""

from __future__ import annotations

import http.server
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from statistics import median
from typing import Any

import brotli
from playwright.sync_api import Browser, Page

from wegwijzer.locale import say
from wegwijzer.publish.compress import LOOSE, TEXT
from wegwijzer.render.addresses import tree_page
from wegwijzer.serve.server import Handler, Server

ROOT = Path(__file__).resolve().parent.parent
TREE = "reactie"
"""The largest tree."""
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""A slow telephone: milliseconds to and fro, bytes a second. That of Chromium adds the time to each request."""
RUNS = 5
PATIENCE = 120_000  # milliseconds
BARE = "site_name: Kaal\ntheme: {name: material, language: nl, font: false}\n"
WATCH = """
  window.moments = {};
  let tried = -Infinity;
  const look = () => {
    const first = document.querySelector("wegwijzer-wizard section:not([hidden]) .ww-answers a[data-answer]");
    const next = first && document.getElementById(first.hash.slice(1));
    const now = performance.now();
    if (tried > 0 && next?.checkVisibility()) moments.answer = tried;
    else if (first?.getBoundingClientRect().height && now - tried > 500) {
      tried = now;
      first.click();
    }
    if (!moments.answer) requestAnimationFrame(look);
  };
  if (CLICKS) requestAnimationFrame(look); // no frame comes before the style sheets are there
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) moments[name] = startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name.includes("/runtime/")) moments.python ??= startTime;
  }).observe({ type: "resource", buffered: true });
  addEventListener("load", () => { moments.load = performance.now(); });
"""
"""Presses the first answer from the first frame that has it on, and writes down which press led to the next question; and when the page
showed something, and was there.
"""


class Packed(Handler):
    """Text as a host hands it out, with brotli; counts what goes over the wire."""

    sent: list[tuple[str, int]]

    def __init__(self, *args: Any, sent: list[tuple[str, int]], **kwargs: Any) -> None:
        self.sent = sent
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        place = Path(self.translate_path(self.path))
        place = place / "index.html" if place.is_dir() else place
        if not place.is_file():
            super().do_GET()
            return
        packs = place.suffix in TEXT or place.name in LOOSE
        body = packed(place) if packs else place.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(place)))
        self.send_header("Content-Length", str(len(body)))
        if packs:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((self.path, len(body)))


@cache
def packed(file: Path) -> bytes:
    ready = file.with_name(file.name + ".br")
    return ready.read_bytes() if ready.is_file() else brotli.compress(file.read_bytes(), quality=9)


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a folder, and what was sent from it."""
    sent: list[tuple[str, int]] = []
    handler: type[http.server.BaseHTTPRequestHandler] = partial(Packed, directory=str(folder), sent=sent)  # type: ignore[assignment]
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", sent
        server.shutdown()


def speed_felt(browser: Browser) -> None:
    """Print when the first question can be answered, against a bare page, and what goes over the wire until Python leads."""
    with (
        tempfile.TemporaryDirectory() as name,
        serving(bare_site(Path(name))) as (bare, _),
        serving(ROOT / "site") as (base, sent),
    ):
        address = base + tree_page(TREE)
        shown, answered = [], []
        for _ in range(RUNS + 1):
            shown.append(visit(browser, bare)["first-contentful-paint"])
            found = visit(browser, address)
            answered.append(max(found["answer"], found["first-contentful-paint"]))
        sent.clear()
        page = slow_page(browser)
        page.goto(address, wait_until="commit")
        until(page, "window.moments?.answer")
        asked = [path for path, _ in sent if "/runtime/" in path]
        page.wait_for_selector("wegwijzer-wizard[data-engine=python]", timeout=PATIENCE)
        kept = page.evaluate("location.hash").count(";")  # the walk, whole
        page.context.close()
    ratio = median(answered[1:]) / median(shown[1:])
    print(say("bench.felt", ratio=f"{ratio:.2f}", ours=f"{median(answered[1:]):.0f}", bare=f"{median(shown[1:]):.0f}"))
    print(say("bench.first_answer", requests=len(asked)))
    if not kept:
        raise SystemExit(say("bench.lost"))
    print(say("bench.wire", megabytes=f"{sum(size for _, size in sent) / 1e6:.2f}"))


def visit(browser: Browser, address: str) -> dict[str, float]:
    """The moments of a first visit, in milliseconds from when the reader asked for the page."""
    clicks = tree_page(TREE) in address
    page = slow_page(browser, clicks=clicks)
    page.goto(address, wait_until="load", timeout=PATIENCE)
    if clicks:
        until(page, "window.moments.answer")
    until(page, "window.moments['first-contentful-paint']")
    moments: dict[str, float] = page.evaluate("moments")
    page.context.close()
    return moments


def until(page: Page, condition: str) -> None:
    """Wait until something holds in the page, as JavaScript. Playwright's own waiting needs eval, which our pages forbid."""
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise((on) => setTimeout(on, 10)); }}")


def slow_page(browser: Browser, *, clicks: bool = True) -> Page:
    """A page of a reader who was never there, on a slow line."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(WATCH.replace("CLICKS", str(clicks).lower()))
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    return page


def bare_site(folder: Path) -> Path:
    """The smallest site of Material: one page with one sentence."""
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Kaal\n\nEén zin.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(BARE, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True)
    return folder / "site"
