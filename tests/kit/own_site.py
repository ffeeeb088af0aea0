"""A site of somebody else, built with a generator of theirs in an environment with the wheel, and served as a host does."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from helpers import ROOT

THEIRS = Path(__file__).with_name("theirs")
"""The site as its makers have it: house style, pages at three depths, two trees; no settings of ours."""
FOLDER = "/library/"
"""Where it stands on its host."""
GUIDE = ROOT / "docs/dev/own-site.md"
ZENSICAL = ROOT / ".venv-zensical"


def documented_policy() -> str:
    """The Content-Security-Policy that our page names for a wizard, and what a page of Material itself needs besides."""
    ours = re.search(
        r"^```text\n(?P<policy>script-src .*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    lines = dict(line.rstrip(";").split(" ", 1) for line in ours["policy"].splitlines())
    for name, more in {"script-src": "'unsafe-inline'", "style-src": "'unsafe-inline'", "img-src": "data:"}.items():
        lines[name] += f" {more}"
    return "; ".join(["default-src 'none'", *(f"{name} {value}" for name, value in lines.items())])


class Host(SimpleHTTPRequestHandler):
    """Serves a folder under `FOLDER`, each answer with a policy."""

    def __init__(self, *arguments, policy="", **more):
        self.policy = policy
        super().__init__(*arguments, **more)

    def do_GET(self):
        if self.path.startswith(FOLDER):
            self.path = self.path.removeprefix(FOLDER.rstrip("/"))
            super().do_GET()
        else:
            self.send_error(404)

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_arguments):
        pass


@contextmanager
def hosted(site: Path, policy: str = "") -> Iterator[str]:
    """The address at which a folder is served, which need not be there yet."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site), policy=policy))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
    server.shutdown()
    server.server_close()


@dataclass(frozen=True)
class OwnSite:
    """A copy of the site in a folder. `generator` is `mkdocs` or `zensical`, `address` where it will stand."""

    place: Path
    environment: object
    generator: str = "mkdocs"
    address: str = "https://www.example.org/library/"

    @classmethod
    def copied(cls, place: Path, environment, generator: str = "mkdocs", **more) -> OwnSite:
        shutil.copytree(THEIRS, place)
        return cls(place, environment, generator, **more)

    @property
    def site(self) -> Path:
        return self.place / "site"

    def change(self, file: str, old: str, new: str) -> None:
        """Put other words in a file of theirs."""
        path = self.place / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def generate(self, **how: bool) -> subprocess.CompletedProcess[str]:
        """Run the generator, whether that goes well or not."""
        self.change("mkdocs.yml", "https://www.example.org/library/", self.address)
        try:
            return self.environment.run("python", "-m", self.generator, "build", cwd=self.place, **how)
        finally:
            self.change("mkdocs.yml", self.address, "https://www.example.org/library/")

    def build(self, **how: bool) -> str:
        """Build it, with what wizards need; gives what was said."""
        done = self.generate(**how)
        assert done.returncode == 0, done.stdout + done.stderr
        said = done.stdout + done.stderr
        return (
            said + self.environment.wegwijzer("add", "site", cwd=self.place) if self.generator == "zensical" else said
        )


class Links(HTMLParser):
    """The addresses in a page that a browser fetches or follows, and the ids in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag, attrs):
        values = dict(attrs)
        self.found.update(values[name] for name in ("href", "src", "data-src") if values.get(name))
        self.ids.update(values[name] for name in ("id", "name") if values.get(name))


def dead_links(site: Path) -> list[str]:
    """Every address within the site, in every page of it, at which nothing is, or not the place that it names."""
    found, base = [], "http://site/"
    pages: dict[Path, Links] = {page: Links(page) for page in site.rglob("*.html") if page.name != "404.html"}
    for page, links in pages.items():
        here = base + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in links.found:
            whole = urlsplit(urljoin(here, link))
            if f"{whole.scheme}://{whole.netloc}/" != base or whole.fragment.startswith("__"):
                continue
            target = site / unquote(whole.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            place = unquote(whole.fragment)
            if not target.is_file() or (place and target in pages and place not in pages[target].ids):
                found.append(f"{page.relative_to(site)}: {link}")
    return found


def eventually(said: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether something comes true in this time."""
    waits = threading.Event()
    for _ in range(int(seconds * 4)):
        if said():
            return True
        waits.wait(0.25)
    return False
