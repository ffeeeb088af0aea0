"""A comparison of two versions in words, as a part of a page."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.compare.diff import Diff
from wegwijzer.compare.report import Form, lines_of
from wegwijzer.locale import say
from wegwijzer.render.element import Child, Markup, element, lines

HEADING, ITEM, SUB = "#", "-", " "
LEVELS = {"heading": HEADING + "{}", "item": ITEM + "{}", "sub": SUB + "{}", "strong": "{}", "code": "‘{}’"}
"""The lines of the report, each with a sign before it that says what it is: no text of a file comes before that."""


def as_html(diff: Diff) -> Markup:
    """The comparison: a heading a tree, and below it what changed as a list; first the files that could not be compared."""
    if diff.empty:
        return element("p", say("compare.nothing"))
    parts: list[Child] = [element("p", say("compare.broken", file=name)) for name in diff.unread]
    items: list[tuple[str, list[str]]] = []
    for line in lines_of(replace(diff, unread=()), Form(**LEVELS)):
        if line.startswith(SUB) and items:
            items[-1][1].append(line[1:])
            continue
        if line.startswith(ITEM):
            items.append((line[1:], []))
            continue
        parts.append(_listed(items))
        items = []
        if line.startswith(HEADING):
            parts.append(element("h3", line[1:]))
    return lines(*parts, _listed(items))


def _listed(items: list[tuple[str, list[str]]]) -> Child:
    inside = [
        element("li", text, element("ul", *(element("li", sub) for sub in subs)) if subs else None)
        for text, subs in items
    ]
    return element("ul", *inside) if inside else None
