"""The page for an address that is not there: in the language of the site, with the ways in of its start page.

A generator makes `404.html` with the look of every page and a title alone. A server shows it at any depth, so its links
begin at the root of the host.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from wegwijzer.locale import say
from wegwijzer.render.element import Markup, element, lines

PAGE = "404.html"
TITLE = re.compile(r"<h1>404[^<]*</h1>")
WAYS = re.compile(r'<div class="ww-ways">.*?</div>', re.DOTALL)
"""The block of the start page that is shown again; a start page without it gives a link to itself alone."""
HREF = re.compile(r'href="(?![a-z]+:|/|#)')


def help_the_lost(site: Path, address: str) -> None:
    """Write on the page for a wrong address what a reader can do there. `address` is where the site stands."""
    page, start = site / PAGE, site / "index.html"
    if page.is_file() and start.is_file():
        told = lost(start.read_text(encoding="utf-8"), urlsplit(address).path)
        page.write_text(TITLE.sub(lambda _: told, page.read_text(encoding="utf-8"), count=1), encoding="utf-8")


def lost(start: str, base: str) -> Markup:
    """What stands on that page. `start` is the start page; `base` leads to the root of the site, with a slash at its end."""
    ways = WAYS.search(start)
    return lines(
        element("h1", say("lost.title")),
        element(
            "p",
            say("lost.why"),
            " ",
            element("a", {"href": f"{base}?q="}, say("lost.search")),
            " · ",
            element("a", {"href": base}, say("lost.start")),
        ),
        Markup(HREF.sub(lambda _: f'href="{base}', ways[0]) if ways else ""),
    )
