"""Serve site/ on 127.0.0.1, show a changed text within a moment, and rebuild the site behind it.

A change of a text is drawn at once (see preview.py) and every open page that waits gets
it; the whole build follows, so what is served is soon what would be published. An error shows on the page itself, over
the last good version, until it is mended.
"""

from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from socket import socket
from typing import Any, ClassVar

from watchdog.observers import Observer

from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import say
from wegwijzer.render.element import Markup
from wegwijzer.serve.follow import Follower, Watcher, build, live, of_publisher, site
from wegwijzer.site.steps import packages
from wegwijzer.workplace import root, site_url

RELOAD_TAG = Markup('<script src="/__herlaad.js?toont={}" defer></script></body>')
RELOAD_SCRIPT = (Path(__file__).parent / "serve.js").read_bytes()


class Status:
    """What open pages must know: which version there is to show, and the errors, if any."""

    def __init__(self) -> None:
        # A page that was open before this program started must see that it did.
        self.news, self.shown, self.problems = 1, int(time.time()), ""
        self.changed = threading.Condition()

    def show(self) -> None:
        """There is something new to see, and nothing is wrong."""
        self._set(shown=self.shown + 1, problems="")

    def fail(self, problems: str) -> None:
        """These errors stand in the way; the last good version stays."""
        self._set(shown=self.shown, problems=problems)

    def mend(self) -> None:
        """Nothing is wrong any more."""
        self._set(shown=self.shown, problems="")

    def _set(self, *, shown: int, problems: str) -> None:
        with self.changed:
            if (shown, problems) != (self.shown, self.problems):
                self.shown, self.problems = shown, problems
                self.news += 1
                self.changed.notify_all()

    def wait_for_other(self, seen: str, seconds: float) -> str:
        """The status as JSON, as soon as it differs from the one that was `seen`."""
        with self.changed:
            self.changed.wait_for(lambda: str(self.news) != seen, timeout=seconds)
            return json.dumps(
                {"news": self.news, "shown": self.shown, "problems": self.problems, "heading": say("serve.fault")}
            )


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site with the right types; pages get the reload script while serving, never in site/ itself."""

    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # a class variable there too, whatever its stub says
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

    def __init__(self, *args: Any, status: Status | None = None, live: Path | None = None, **kwargs: Any) -> None:
        self.status, self.live = status, live
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if self.status and path == "/__herlaad.js":
            self.send_bytes(RELOAD_SCRIPT, "text/javascript")
        elif self.status and path == "/__nieuws":
            self.send_bytes(self.status.wait_for_other(query, 20).encode(), "application/json")
        elif path == "/sitemap.xml":  # the theme compares links with it, so it must name the port in use
            body = (
                Path(self.translate_path(path))
                .read_bytes()
                .replace(site_url().encode(), f"http://{self.headers['Host']}/".encode())
            )
            self.send_bytes(body, "application/xml")
        elif self.status and (page := self.page(path)):
            self.send_bytes(
                page.read_bytes().replace(b"</body>", RELOAD_TAG.format(self.status.shown).encode()),
                "text/html; charset=utf-8",
            )
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """What was drawn since the last whole build goes before what that made."""
        place = super().translate_path(path)
        live = self.live / Path(place).relative_to(self.directory) if self.live else None
        return str(live) + ("/" if place.endswith("/") else "") if live and _holds(live) else place

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

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _holds(place: Path) -> bool:
    return (place / "index.html").is_file() if place.is_dir() else place.is_file()


def server(site: Path, port: int, status: Status | None = None, live: Path | None = None) -> Server:
    """A server for a built site; with a `status` its pages follow what is built. Port 0 picks a free one.

    What stands in the folder `live` goes before what stands in the site.
    """
    handler = partial(Handler, directory=str(site), status=status, live=live)
    return Server(("127.0.0.1", port), handler)


def serve(port: int) -> int:
    """Build the site, show it, and follow what is written until somebody stops this. Returns an exit status."""
    watcher, status = Watcher(), Status()
    observer = Observer()
    inside = watched()
    for folder in dict.fromkeys([root(), *(file.parent for file in of_publisher()), *inside]):
        observer.schedule(watcher, str(folder), recursive=folder in inside)
    observer.start()
    built = subprocess.run(build(), cwd=root(), stderr=subprocess.PIPE, check=False, encoding="utf-8")
    if built.returncode:
        print(built.stderr, file=sys.stderr, flush=True)
        if not site().is_dir():
            return built.returncode
        print(say("serve.last_good"), flush=True)
        status.fail(built.stderr)
    try:
        serving = server(site(), port, status, live())
    except OSError as error:
        print(say("serve.port", port=port, why=error.strerror), file=sys.stderr)
        return 1
    threading.Thread(target=Follower(watcher, status).run, daemon=True).start()
    print(say("serve.ready", port=serving.server_address[1]), flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


def watched() -> list[Path]:
    """The folders in which any change counts: what people write, and code that stands in the project itself."""
    written = [root() / name for name in KINDS.folders]
    code = [package for package in packages() if root() in package.parents]
    return [folder for folder in dict.fromkeys([*written, *code]) if folder.is_dir()]
