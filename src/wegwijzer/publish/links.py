"""Links that leave the site tell the other side nothing: not where the reader came from, and no hold on the page."""

from __future__ import annotations

import re

INSIDE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
"""What stands in a tag, behind its name."""
LINK = re.compile(rf"<a(?=\s){INSIDE}>", re.IGNORECASE)
HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
REL = re.compile(r"""\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
WANTED = ("noopener", "noreferrer")


def guard_links(html: str, own: str) -> str:
    """The page with `rel="noopener noreferrer"` on every link to another site; `own` is the address of this one.

    What a link already says of its relation stays; a page that went through here before comes out the same.
    """
    return LINK.sub(lambda link: _guarded(link.group(), own), html)


def _guarded(tag: str, own: str) -> str:
    href = _value(HREF.search(tag))
    if not OUTSIDE.match(href) or href.startswith(own):
        return tag
    rel = REL.search(tag)
    said = _value(rel).split()
    relation = f' rel="{" ".join([*said, *(word for word in WANTED if word not in said)])}"'
    return tag[: rel.start()] + relation + tag[rel.end() :] if rel else f"{tag[:2]}{relation}{tag[2:]}"


def _value(attribute: re.Match[str] | None) -> str:
    """The value of an attribute, however it is quoted; nothing when it is not there."""
    return next((part for part in attribute.groups() if part), "").strip() if attribute else ""
