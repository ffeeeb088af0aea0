"""Serve site/ on 127.0.0.1:8000, rebuild when a source changes, and reload open pages.

Usage: python scripts/serve.py. Rebuilding is `make build`, so a page here is the page that would be published.
"""

from __future__ import annotations

import argparse
import http.server
import os
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import ClassVar

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from address import SITE_URL

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
WATCHED = ("trees", "frames", "data", "docs", "src", "scripts", "mkdocs.yml")
SUFFIXES = {".yml", ".yaml", ".md", ".py", ".js", ".mjs", ".css", ".svg"}
BUILT_FOR = SITE_URL.encode()
RELOAD_TAG = b'<script src="/__herlaad.js" defer></script></body>'
RELOAD_SCRIPT = b"""\
let seen = null;
async function listen() {
  try {
    const version = await (await fetch(`/__versie?${seen ?? ""}`)).text();
    if (seen !== null && version !== seen) location.reload();
    seen = version;
    listen();
  } catch {
    setTimeout(listen, 1000);
  }
}
listen();
"""


class Version:
    """Counts the builds, and lets pages wait for the next one."""

    def __init__(self) -> None:
        self.number = 1
        self.changed = threading.Condition()

    def bump(self) -> None:
        with self.changed:
            self.number += 1
            self.changed.notify_all()

    def wait_for_other(self, seen: str, seconds: float) -> str:
        with self.changed:
            self.changed.wait_for(lambda: str(self.number) != seen, timeout=seconds)
            return str(self.number)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site with the right types; pages get the reload script while serving, never in site/ itself."""

    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".wasm": "application/wasm",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".zip": "application/zip",
        ".txt": "text/plain; charset=utf-8",
    }
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, version: Version | None = None, **kwargs: object) -> None:
        self.version = version
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if self.version and path == "/__herlaad.js":
            self.send_bytes(RELOAD_SCRIPT, "text/javascript")
        elif self.version and path == "/__versie":
            self.send_bytes(self.version.wait_for_other(query, 20).encode(), "text/plain")
        elif path == "/sitemap.xml":  # the theme compares links with it, so it must name the port in use
            body = (
                Path(self.translate_path(path))
                .read_bytes()
                .replace(BUILT_FOR, f"http://{self.headers['Host']}/".encode())
            )
            self.send_bytes(body, "application/xml")
        elif self.version and (page := self.page(path)):
            self.send_bytes(page.read_bytes().replace(b"</body>", RELOAD_TAG), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def page(self, path: str) -> Path | None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.suffix == ".html" and file.is_file() else None

    def send_bytes(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of requests: what matters at the terminal is building."""


class Server(http.server.ThreadingHTTPServer):
    """A reader who closes a page while it loads is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Rebuilder(FileSystemEventHandler):
    """Rebuilds a moment after the last of a burst of changes."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.wanted = threading.Event()
        threading.Thread(target=self.work, daemon=True).start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if (
            event.event_type in ("modified", "created", "deleted", "moved")
            and not event.is_directory
            and SUFFIXES & {Path(str(path)).suffix for path in (event.src_path, event.dest_path)}
        ):
            self.wanted.set()

    def work(self) -> None:
        while True:
            self.wanted.wait()
            time.sleep(0.3)
            self.wanted.clear()
            print("Er is iets veranderd: we bouwen opnieuw …", flush=True)
            done = subprocess.run(["make", "--no-print-directory", "-s", "build"], cwd=ROOT, check=False)
            if done.returncode == 0:
                print("Klaar: de pagina vernieuwt zichzelf.", flush=True)
                self.version.bump()
            else:
                print("De site bleef zoals ze was. Verbeter de fout hierboven en bewaar opnieuw.", flush=True)


def server(site: Path, port: int, version: Version | None = None) -> Server:
    """A server for a built site; with a `version` its pages reload after every build. Port 0 picks a free one."""
    handler = partial(Handler, directory=str(site), version=version)
    return Server(("127.0.0.1", port), handler)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    options = parser.parse_args()
    version = Version()
    try:
        serving = server(SITE, options.port, version)
    except OSError as error:
        print(
            f"Poort {options.port} is niet vrij ({error.strerror}). Kies een andere: make serve PORT=8001",
            file=sys.stderr,
        )
        return 1
    observer, rebuilder = Observer(), Rebuilder(version)
    for name in WATCHED:
        observer.schedule(rebuilder, str(ROOT / name), recursive=True)
    observer.start()
    print(f"Wegwijzer staat op http://127.0.0.1:{options.port}/ (stoppen met Ctrl+C)", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
