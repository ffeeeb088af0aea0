"""The last look at a finished site, before readers get it: every page has its policy, every address leads somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wegwijzer.locale import say
from wegwijzer.publish.links import INSIDE

TAG = re.compile(rf"<[a-z]{INSIDE}>", re.IGNORECASE)
ADDRESS = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
ANCHOR = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
OPAQUE = re.compile(r"<(script|style|svg|template|pre|textarea)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
POLICY = re.compile(
    r'<head>\s*<meta charset=[^>]*><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
)
WITHOUT = ("assets/offline/",)
"""Pages to open from a disk: they bring a policy of their own, and their links are for the site."""


def problems_of(site: Path, own: str) -> list[str]:
    """What is wrong with a site, one sentence a problem. `own` is its address: links that begin with it stay inside."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    texts = {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.suffix == ".html"}
    anchors = cache(lambda name: _values(ANCHOR, texts[name]))
    found = []
    for name, html in texts.items():
        if name.startswith(WITHOUT):
            continue
        if not POLICY.search(html):
            found.append(say("site.no_policy", name=name))
        found += [f"{name}: {why}" for why in _dead_links(files, name, html, own, anchors)]
    return found


def _dead_links(
    files: Container[str], name: str, html: str, own: str, anchors: Callable[[str], set[str]]
) -> Iterator[str]:
    """The addresses in a page that lead to none of the files of this site."""
    for address in sorted(_values(ADDRESS, OPAQUE.sub(" ", html))):
        try:
            parts = urlsplit(unescape(address).removeprefix(own))
        except ValueError:
            yield say("site.no_address", address=address)
            continue
        if parts.scheme or parts.netloc:
            continue
        target = _target(name, unescape(address), own)
        if target.startswith(".."):
            yield say("site.outside", address=address)
            continue
        if target not in files:
            target = posixpath.normpath(f"{target}/index.html")
        if target not in files:
            yield say("site.nowhere", address=address)
        elif parts.fragment and target.endswith(".html") and not _is_there(unquote(parts.fragment), anchors(target)):
            yield say("site.no_place", address=address)


def _values(attribute: re.Pattern[str], html: str) -> set[str]:
    """The values of an attribute in the tags of a page; the same words in a text say nothing."""
    return {one or other for one, other in attribute.findall("".join(TAG.findall(html)))}


def _target(name: str, link: str, own: str) -> str:
    """The path, from the root of the site, to which a link on the page `name` leads."""
    if link.startswith(own):
        return posixpath.normpath(unquote(urlsplit(link.removeprefix(own)).path) or ".")
    path = unquote(urlsplit(link).path)
    if path.startswith("/"):
        return posixpath.normpath("." + path.removeprefix(urlsplit(own).path.rstrip("/")))
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name


def _is_there(fragment: str, anchors: set[str]) -> bool:
    """A step of a wizard may be followed by answers; a text to look for is the browser's business."""
    return fragment.partition(";")[0] in anchors or fragment.startswith((":~:", "__"))
