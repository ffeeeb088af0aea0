"""A host that can be gone, what a reader without a network does there, and how the pages of its site are called."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

from playwright.sync_api import expect

from helpers import ROOT
from wegwijzer.publish.offline import Offline
from wegwijzer.serve.server import Handler, Server

PATH = "onder/pad/"
"""Where the site stands on its host."""
CARD, WIZARD, BUTTON = "kaart/", "keuzehulp/eerste-hulp/", "bewaar/"
TOLD = Offline("Demo", "0b5563", (CARD,), "2026-01-15")
FRAME = '<!doctype html><html lang="nl"><title>Elders</title><iframe src="{}embed/eerste-hulp/" width="600" height="600"></iframe></html>'
READY = "(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
SETTLED = "((one) => one.active?.state === 'activated' && !one.installing && !one.waiting)(await navigator.serviceWorker.getRegistration())"
UNTIL = """async () => {
  const end = performance.now() + 60_000;
  while (!(%s)) {
    if (performance.now() > end) throw new Error("never");
    await new Promise((on) => setTimeout(on, 50));
  }
}"""
NAMES = "(await caches.keys()).length"
KEPT = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().length)"
SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
REFUSES = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError'); } });"
MADE = ("app", "assets", "compressed", "fonts", "notices", "runtime", "vendor", "wheel")
"""What is the same in any project: the build of this site made it already."""


class Plain(Handler):
    """One request a connection, so that a server that stopped is really gone."""

    protocol_version = "HTTP/1.0"
    fails = False

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        if self.fails:
            self.send_error(503)
        else:
            super().do_GET()


class Host:
    """A host with a folder on it that can be another one a moment later; and that can be gone."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        (folder / "onder").mkdir(parents=True)
        self.start()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.home = self.url + PATH
        self.elsewhere = f"http://localhost:{self.port}/"

    def start(self) -> None:
        self.server = Server(("127.0.0.1", self.port), partial(Plain, directory=str(self.folder)))
        self.port = self.server.server_address[1]
        threading.Thread(target=partial(self.server.serve_forever, 0.05), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def publish(self, site: Path) -> None:
        (self.folder / PATH).with_name("next").symlink_to(site)
        (self.folder / PATH).with_name("next").rename(self.folder / PATH.rstrip("/"))


def wegwijzer(*arguments, cwd):
    """The command line, as somebody else would use it."""
    done = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "LANG": "nl_BE.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def until(page, condition):
    """Wait until something holds in the page."""
    page.evaluate(UNTIL % condition)


def visited(page, host, path=""):
    """Open a page and wait until the worker is there."""
    page.goto(host.home + path)
    until(page, READY)
    return page


def keep_all(page, host):
    """Keep the whole site by its button."""
    visited(page, host, BUTTON)
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.locator("wegwijzer-keep")).to_contain_text("is bewaard op dit toestel", timeout=60_000)


def heading(page):
    return page.locator("h1").first.evaluate(
        "one => one.firstChild.textContent.trim() + (one.textContent.includes('twee') ? ' twee' : '')"
    )


def asked(page, path):
    """What a page gets when it asks for a file: its text, or that it gets nothing."""
    return page.evaluate("(url) => fetch(url).then((reply) => reply.text(), () => 'niets')", path)


def update(page):
    """Let the browser look for a newer worker, and wait until it answers."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(page, SETTLED)
