"""A text that comes in the place of another one, written as that one was: plain, quoted, or folded at the same width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from wegwijzer.load.ranges import Range
from wegwijzer.load.written import (
    INDENT,
    SPACE,
    WIDTH,
    after,
    below,
    can_fold,
    on_line,
    quoted,
    text_of,
    wrapped,
)
from wegwijzer.problems import BREAK
from wegwijzer.workbench.chunks import column_at


def restyled(text: str, old: Range, value: Any, kind: Any, *, flow: bool, column: int) -> str:
    """How a value is written in the place of `old`; `column` is that of its key or dash, `flow` whether that stands between brackets."""
    raw, new = text[old.start : old.end], text_of(value)
    if flow:
        return quoted(new) if old.style == '"' else _single(old, new) or on_line(value, kind, flow=True)
    lines = BREAK.split(raw)
    if old.style in {"|", ">"} and isinstance(value, str):
        return _below(lines, old.style, new, column) or after(value, kind, column, 0).removeprefix(" ")
    begin = column_at(text, old.start)
    one = _single(old, new) or (quoted(new) if old.style == '"' else on_line(value, kind))
    if len(lines) > 1 and old.style == '"' and len(one) + begin > WIDTH:
        indent = len(lines[1]) - len(lines[1].lstrip(" "))
        return "\n".join(_hung(one, begin, indent, _width([" " * begin + lines[0], *lines[1:]], WIDTH) or WIDTH))
    if "\n" in new or begin + len(one) > max(WIDTH, begin + len(raw) if len(lines) == 1 else 0):
        return after(value, kind, column, begin).removeprefix(" ")
    return one


def _single(old: Range, new: str) -> str:
    """The text in single quotes, if the old one is."""
    return "'" + new.replace("'", "''") + "'" if old.style == "'" else ""


def _hung(text: str, begin: int, indent: int, width: int) -> list[str]:
    """A text on several lines, of which the first begins further on."""
    first, *rest = wrapped("x" * begin + text, width)
    return [first[begin:], *(" " * indent + line for line in (wrapped(" ".join(rest), width - indent) if rest else []))]


def _below(lines: list[str], style: str, new: str, column: int) -> str:
    """A text below the sign of the old one; empty when it cannot stand there."""
    head, *old = lines
    filled = [line for line in old if line.strip()]
    indent = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else column + INDENT
    if re.search(r"\d", head.partition("#")[0]):
        head, indent = re.sub(r"\d", "", head, count=1), column + INDENT
    if style == "|" and new:
        return "\n".join([head, below(new.split("\n"), indent)])
    if not can_fold(new):
        return ""
    return "\n".join([head, below(_refolded([line[indent:] for line in old], new, WIDTH - indent), indent)])


def _refolded(old: list[str], new: str, width: int) -> list[str]:
    """The lines of a text, with those of each paragraph that did not change as they were."""
    were, are = _paragraphs(old), new.split("\n")
    start, end, most = 0, 0, min(len(were), len(are))
    while start < most and " ".join(were[start]) == are[start]:
        start += 1
    while end < most - start and " ".join(were[-1 - end]) == are[-1 - end]:
        end += 1
    changed, instead = were[start : len(were) - end], are[start : len(are) - end]
    own = next((found for each in were if (found := _width(each, width))), width)
    if len(changed) == len(instead):
        middle = [_rewrapped(one, other, own) for one, other in zip(changed, instead, strict=True)]
    else:
        middle = [wrapped(each, own) if each else [] for each in instead]
    together = [*were[:start], *middle, *were[len(were) - end :]]
    return [line for index, lines in enumerate(together) for line in ([""] if index else []) + lines]


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """The lines of each paragraph; one without lines for every empty line more than one."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        else:
            found.append([])
    return found


def _rewrapped(old: list[str], new: str, width: int) -> list[str]:
    """A paragraph at the width of the old one. One that was broken by hand keeps the lines before and behind what changed."""
    own = _width(old, width)
    if own or len(old) <= 1 or not new:
        return wrapped(new, own or width) if new else []
    start, end = 0, 0
    words = SPACE.split(new)
    while start < len(old) - 1 and words[: len(SPACE.split(old[start]))] == SPACE.split(old[start]):
        words = words[len(SPACE.split(old[start])) :]
        start += 1
    while end < len(old) - start - 1 and words[-len(SPACE.split(old[-1 - end])) :] == SPACE.split(old[-1 - end]):
        words = words[: -len(SPACE.split(old[-1 - end]))]
        end += 1
    room = max(width, *map(len, old))
    return [*old[:start], *(wrapped(" ".join(words), room) if words else []), *old[len(old) - end :]]


def _width(lines: list[str], wanted: int) -> int | None:
    """The width at which these lines are wrapped, as near to the one that is wanted as can be; None when no width gives them."""
    least = max(map(len, lines), default=0)
    nexts = pairwise(lines)
    most = min((len(one) + len(SPACE.split(other.lstrip())[0]) for one, other in nexts), default=0)
    return None if least > most else min(max(wanted, least), most)
