"""A document as HTML, for printing and for the clipboard, and as plain text beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from wegwijzer.render.blocks import Block, numbered
from wegwijzer.render.element import NOTHING, Attributes, Markup, element, join, lines

TAGS = {
    "header": "p",
    "title": "h1",
    "annex": "h2",
    "heading": "h2",
    "subheading": "h3",
    "text": "p",
    "warning": "p",
    "note": "p",
    "quote": "blockquote",
    "version": "p",
}
LISTS = {"task": "ol", "item": "ul", "check": "ul"}
BOX = "☐ "


def grouped(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Runs of blocks of one kind; points stay with the task or item above them."""
    kinds: list[tuple[str, Block]] = []
    for block in blocks:
        if block.kind == "contents":  # a word processor knows the pages
            continue
        kinds.append((kinds[-1][0] if block.kind == "point" and kinds else block.kind, block))
    for kind, run in groupby(kinds, key=lambda pair: pair[0]):
        yield kind, [block for _, block in run]


def printed(blocks: Iterable[Block]) -> dict[str, str]:
    """What a printer gets."""
    return {"html": as_html(blocks)}


def rich(blocks: Iterable[Block]) -> dict[str, str]:
    """What the clipboard gets: with its layout, and without for an editor that takes none."""
    return {"html": as_html(blocks), "text": as_text(blocks)}


def as_html(blocks: Iterable[Block]) -> Markup:
    """The blocks as HTML for a word processor or a printer; it has one class, for what begins a new page."""
    parts: list[Markup] = []
    for kind, run in grouped(blocks):
        if kind in LISTS:
            parts.append(element(LISTS[kind], _items(run)))
        else:
            new_page: Attributes = {"class": "ww-annex" if kind == "annex" else None}
            parts += [element(TAGS[kind], new_page, _inline(block)) for block in run]
    return lines(*parts)


def _items(run: list[Block]) -> Iterator[Markup]:
    for _, item in groupby(run, key=_counter()):
        first, *points = item
        inner = [element("li", _inline(point)) for point in points]
        yield element("li", _inline(first), element("ul", inner) if inner else NOTHING)


def _counter() -> Callable[[Block], int]:
    """A key that changes at every block that is no point."""
    count = 0

    def key(block: Block) -> int:
        nonlocal count
        count += block.kind != "point"
        return count

    return key


def _inline(block: Block) -> Markup:
    text = join("", (element("a", {"href": span.href}, span.text) if span.href else span.text for span in block.spans))
    if block.kind == "check":
        return join("", (BOX, text))
    return element("strong", text) if block.kind == "warning" else text


def as_text(blocks: Iterable[Block]) -> str:
    """The blocks as plain text, for an editor that takes no layout."""
    lines: list[str] = []
    for number, block in numbered(block for block in blocks if block.kind != "contents"):
        before = {"task": f"{number}. ", "item": "- ", "check": BOX, "point": "   - "}.get(block.kind, "")
        gap = [""] if lines and block.kind not in ("task", "item", "check", "point") else []
        lines += [*gap, before + block.text]
        if block.kind in ("title", "annex", "heading"):
            lines.append(("=" if block.kind == "title" else "-") * len(block.text))
    return "\n".join(lines) + "\n"
