"""What a page asks for by itself, and what that asks for: style sheets, scripts with what they import, letters, its icon."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wegwijzer.publish.verify import TAG

LOADED = re.compile(r"""^<(?:link|script|img)\b""", re.IGNORECASE)
RELATION = re.compile(r"""\srel\s*=\s*["']?([\w -]+)""", re.IGNORECASE)
ASKED_BY_LINK = {"stylesheet", "icon", "manifest", "modulepreload", "preload"}
PLACE = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
IMPORTED = re.compile(r"""^(?:import|export)\b(?:[\w\s{},*$]*\bfrom)?\s*["'](\.[^"']+)["']""", re.MULTILINE)
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


def needs(site: Path, pages: Iterable[str]) -> set[str]:
    """These pages of a site with all that they load, as paths from its root. What is not in the site is left out."""
    found: set[str] = set()
    waiting = list(pages)
    while waiting:
        name = waiting.pop()
        if name in found or not (site / name).is_file():
            continue
        found.add(name)
        waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(name), to)) for to in _asked(site / name)]
    return found


def imports(site: Path, name: str) -> list[str]:
    """The modules that a script loads at once, by way of others too, in a fixed order."""
    return sorted(other for other in needs(site, [name]) if other != name)


def _asked(file: Path) -> Iterator[str]:
    """The addresses in a file that a browser follows without being told to, relative to it."""
    if file.suffix == ".html":
        found = _asked_by_page(file.read_text(encoding="utf-8"))
    elif file.suffix == ".css":
        found = iter(IN_STYLE.findall(file.read_text(encoding="utf-8")))
    elif file.suffix == ".js":
        found = iter(IMPORTED.findall(file.read_text(encoding="utf-8")))
    else:
        return
    for address in found:
        parts = urlsplit(address)
        if parts.path and not parts.scheme and not parts.netloc:
            yield unquote(parts.path)


def _asked_by_page(html: str) -> Iterator[str]:
    for tag in TAG.findall(html):
        if not LOADED.match(tag) or not (place := PLACE.search(tag)):
            continue
        relation = RELATION.search(tag)
        if tag[1:5].lower() != "link" or (relation and ASKED_BY_LINK & set(relation[1].lower().split())):
            yield next(part for part in place.groups() if part is not None)
