"""The style sheets that a page names, as one file: a browser shows nothing before it has them all, and on a slow line each
costs a way to and fro.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

from wegwijzer.publish.needs import IN_STYLE
from wegwijzer.render.element import NOTHING, Markup, element

SHEET = re.compile(r"""<link rel=["']?stylesheet["']? href=["']?(?P<place>[^"'\s>]+\.css)["']?\s*/?>""")
ANY = re.compile(r"""<link\b[^>]*\brel=["']?stylesheet\b""")
FOLDER = "assets/stylesheets"
SAYS = re.compile(r"^@charset [^;]*;|/\*# sourceMappingURL=.*?\*/", re.MULTILINE)
APART = re.compile(r"^\s*@import\b", re.MULTILINE)


class OneSheet:
    """Makes those files in a site, each set of sheets once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.made: dict[tuple[str, ...], str] = {}
        self.unnamed = {*(site / FOLDER).rglob("*.css")}

    def take(self, html: str, page: str) -> tuple[str, Markup]:
        """The page (`page`: its path from the root) without the sheets that it names, and the one that stands for them; as it
        was when those are not all ours.
        """
        head, end, rest = html.partition("</head>")
        found = list(SHEET.finditer(head))
        places = tuple(posixpath.normpath(posixpath.join(posixpath.dirname(page), each["place"])) for each in found)
        whole = len(found) == len(ANY.findall(head)) and all((self.site / place).is_file() for place in places)
        if not places or not whole or not (made := self._made(places)):
            return html, NOTHING
        way = posixpath.relpath(made, posixpath.dirname(page) or ".")
        holds = " ".join(Path(place).name.partition(".")[0] for place in places)
        link = element("link", {"rel": "stylesheet", "href": way, "data-holds": holds})
        return SHEET.sub("", head) + end + rest, link

    def _made(self, places: tuple[str, ...]) -> str | None:
        """Where the sheet stands; None when one of them loads another by itself, which only counts at its own begin."""
        if places not in self.made:
            texts = [SAYS.sub("", (self.site / place).read_text(encoding="utf-8")).strip() for place in places]
            if any(map(APART.search, texts)):
                return None
            css = (
                "\n".join(_moved(text, posixpath.dirname(place)) for text, place in zip(texts, places, strict=True))
                + "\n"
            )
            name = f"{FOLDER}/site.{hashlib.sha256(css.encode()).hexdigest()[:8]}.min.css"
            (self.site / FOLDER).mkdir(parents=True, exist_ok=True)
            (self.site / name).write_text(css, encoding="utf-8")
            self.made[places] = name
        return self.made[places]

    def see(self, html: str) -> None:
        """Take note of the sheets that a page names, as readers get it."""
        self.unnamed -= {sheet for sheet in self.unnamed if sheet.name in html}

    def drop_unnamed(self) -> None:
        """Remove the sheets of the theme that no page names any more; all pages were seen."""
        for sheet in self.unnamed:
            sheet.unlink()


def _moved(css: str, folder: str) -> str:
    """A sheet of a folder as it counts in ours: what it loads stands elsewhere from there."""

    def place(found: re.Match[str]) -> str:
        parts = urlsplit(found[1])
        if parts.scheme or found[1].startswith(("/", "#")):
            return found[0]
        return found[0].replace(found[1], posixpath.relpath(posixpath.join(folder, found[1]), FOLDER))

    return IN_STYLE.sub(place, css)
