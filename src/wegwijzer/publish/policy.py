"""The Content-Security-Policy of every page, and the few scripts inside a page that it allows.

Which those are is written down here, to the letter: a script that came along with a text gets no permission, it stops
the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from wegwijzer.locale import say
from wegwijzer.publish.moved import SCRIPT
from wegwijzer.publish.theme import source_hash

SCRIPT_ELEMENT = re.compile(r"<script(?=[\s/>]).*?(?:</script[^>]*>|\Z)", re.DOTALL | re.IGNORECASE)
BASE = re.compile(r'new URL\("[\w./~%-]*",location\)')
"""Where a theme writes how far a page stands from the root, or, on the page for a wrong address, where the root is."""
KNOWN = {
    source_hash(SCRIPT): "our page for an address that moved",
    "'sha256-apoQPHefCNWjxbCm+HzVDOAW4CSVWhY7VylQjgOFyfk='": "Material: what readers chose is kept per site",
    "'sha256-NtDSpqsbRHTCuvO0w09HWywQFB8wasC3z/ikU4KgRmk='": "Zensical: the same",
    "'sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4='": "both: light or dark before the page is drawn",
    "'sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8='": "both: open the tab that an address names",
}
"""Hash of a script, written with `new URL(".",location)` whatever the distance → whose it is and what it does."""
HEAD = re.compile(r"<head>\s*<meta charset=[^>]*>", re.IGNORECASE)


class UnknownScriptError(ValueError):
    """A page holds a script that is not on the list; the message says how it begins."""


def with_policy(html: str, styles: Iterable[str], *, then: str = "") -> str:
    """The page with its policy at the top of its head: a hash for each known script in it, and for these `styles`.

    What must come right after the policy is given as `then`.

    Raises UnknownScriptError for a script that is not known, ValueError for a page without a head to put it in.
    """
    guarded, count = HEAD.subn(lambda head: "".join((head.group(), policy_tag(html, styles), then)), html, count=1)
    if not count:
        raise ValueError(say("site.no_head"))
    return guarded


class Script(HTMLParser):
    """A script element as a browser reads it: its `code`, and whether that `waits`, because it is data or not used."""

    def __init__(self, element: str) -> None:
        super().__init__()
        self.code, self.waits = "", False
        self.feed(element)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(reversed(attrs))  # of two with the same name, the first counts
        self.waits = tag == "script" and ("src" in values or (values.get("type") or "").lower() == "application/json")

    def handle_data(self, data: str) -> None:
        self.code += data


def policy_tag(html: str, styles: Iterable[str]) -> str:
    """The policy of a page, as an element."""
    hashes = set()
    for element in SCRIPT_ELEMENT.findall(html):
        script = Script(element)
        if script.waits:
            continue
        if source_hash(BASE.sub('new URL(".",location)', script.code)) not in KNOWN:
            raise UnknownScriptError(say("site.unknown_script", script=(script.code or element).strip()[:60]))
        hashes.add(source_hash(script.code))
    policy = "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *sorted(hashes)]),
            "worker-src 'self' blob:",
            " ".join(["style-src 'self'", *styles]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
