"""A document as Markdown that any reader shows as it was meant: nothing of a text can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from wegwijzer.model.text import Span
from wegwijzer.render.blocks import Block, numbered

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~]|&(?=#?\w+;))")
BREAKS = re.compile(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")
LEADING = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")
BEFORE = {
    "title": "# ",
    "annex": "## ",
    "heading": "## ",
    "subheading": "### ",
    "quote": "> ",
    "item": "- ",
    "check": "- [ ] ",
    "point": "   - ",
}
LISTED = {"task", "item", "check", "point"}


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown (CommonMark)."""
    parts: list[str] = []
    last = ""
    for number, block in numbered(block for block in blocks if block.kind != "contents"):
        if parts and not (block.kind in LISTED and last in LISTED):
            parts.append("")
        before = f"{number}. " if number else BEFORE.get(block.kind, "")
        parts.append(before + _inline(block))
        last = block.kind
    return "\n".join(parts) + "\n"


def _inline(block: Block) -> str:
    before_link = [not span.href and bool(after.href) for span, after in pairwise((*block.spans, Span("")))]
    texts = [
        f"[{_escaped(span.text)}](<{span.href.replace('>', '%3E')}>)"
        if span.href
        else _escaped(span.text, before_link=joins)
        for span, joins in zip(block.spans, before_link, strict=True)
    ]
    if block.kind == "warning":
        return f"**{''.join(texts)}**"
    return LEADING.sub(_guarded, "".join(texts), count=1)


def _guarded(match: re.Match[str]) -> str:
    """A number or dash with which a text begins, so that it opens no list."""
    lead, mark = match.groups()
    return f"{lead}{mark}\\" if mark.isdigit() else f"{lead}\\{mark}"


def _escaped(text: str, *, before_link: bool = False) -> str:
    """A text as it is. An exclamation mark before a link would make a picture of it."""
    words = SPECIAL.sub(r"\\\1", BREAKS.sub(" ", text))
    return f"{words[:-1]}\\!" if before_link and words.endswith("!") else words
