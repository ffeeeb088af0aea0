"""W607: a logo that is not there, or that a page cannot show safely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, clipped

BEGINS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".svg": (b"<svg", b"<?xml", b"<!--"),
}
"""How the names of pictures end → how their bytes begin."""
MOST = 500_000
"""Bytes: every page shows it, also on a slow phone."""
ALIVE = re.compile(
    rb"<\s*(?:\w+:)?(?:script|foreignObject|iframe|object|embed|handler|animate|set)\b|\bon\w+\s*=|<!(?:ENTITY|DOCTYPE)"
    rb"|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|webp);)[^\"'\s>]|@import|url\(\s*[\"']?\s*(?!#)[^)]",
    re.IGNORECASE,
)
"""What in a drawing runs, or asks another place for something."""


def check(own: Own) -> Iterator[Finding]:
    logo = own.record.logo
    if logo and (key := unfit(own.folder, logo)):
        kinds = ", ".join(sorted(ending.removeprefix(".") for ending in BEGINS))
        yield Finding(("logo",), say(key, logo=clipped(logo)), say("W607.write", kinds=kinds))


def unfit(folder: Path, logo: str) -> str:
    """The key of the words for what is wrong with a logo that a file in this folder names; empty when it can be shown."""
    place, home = folder / logo, folder.resolve()
    if "\0" in logo or not place.resolve().is_relative_to(home):
        return "W607.outside"
    if not place.is_file():
        return "W607.not_there"
    begins = BEGINS.get(place.suffix.lower())
    if place.stat().st_size > MOST:
        return "W607.too_large"
    found = place.read_bytes()
    if begins is None or not found.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(begins):
        return "W607.no_picture"
    return "W607.alive" if place.suffix.lower() == ".svg" and ALIVE.search(found) else ""


RULE = Rule(module=__name__, code="W607", level="error", own=check)
