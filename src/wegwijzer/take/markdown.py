"""A document as Markdown that any reader shows as it was meant: nothing of a text can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wegwijzer.take.paper import Block

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
LEADING = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")
BEFORE = {"title": "# ", "heading": "## ", "subheading": "### ", "quote": "> ", "item": "- "}
LISTED = {"step", "item", "point"}


def markdown(blocks: Iterable[Block]) -> str:
    """The blocks as Markdown (CommonMark)."""
    parts: list[str] = []
    number, last = 0, ""
    for block in blocks:
        number = number + 1 if block.kind == "step" else number if block.kind == "point" else 0
        if parts and not (block.kind in LISTED and last in LISTED):
            parts.append("")
        if block.kind == "step":
            before = f"{number}. "
        elif block.kind == "point":
            before = "   - "
        else:
            before = BEFORE.get(block.kind, "")
        parts.append(before + _inline(block))
        last = block.kind
    return "\n".join(parts) + "\n"


def _inline(block: Block) -> str:
    texts = [
        f"[{_escaped(span.text)}](<{span.href.replace('>', '%3E')}>)" if span.href else _escaped(span.text)
        for span in block.spans
    ]
    if block.kind == "warning":
        return f"**{''.join(texts)}**"
    return LEADING.sub(_guarded, "".join(texts), count=1)


def _guarded(match: re.Match[str]) -> str:
    """A number or dash with which a text begins, so that it opens no list."""
    lead, mark = match.groups()
    return f"{lead}{mark}\\" if mark.isdigit() else f"{lead}\\{mark}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
