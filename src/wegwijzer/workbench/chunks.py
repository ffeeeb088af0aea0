"""Where an entry of a block begins and ends, with the remarks that belong to it: what goes along when it moves or goes away.

A remark belongs to what stands right under it. One behind a value, or deeper than the entry below it, belongs to that value.
"""

from __future__ import annotations

import re

from wegwijzer.load.ranges import Range
from wegwijzer.problems import BREAK

REMARK = re.compile(r"[ \t]*#[^\r\n]*")
LINE = re.compile(r"[^\r\n]*")
LONGEST = 10_000
"""How many characters of remarks above an entry go along."""


def column_at(text: str, at: int) -> int:
    """How far from the begin of its line a place is."""
    return at - 1 - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))


def chunk(text: str, block: Range, index: int) -> tuple[int, int]:
    """Where an entry begins and ends: without the spaces before it, and without the end of its last line."""
    end = block.items[index].end
    if block.flow:
        key = block.keys[index] if block.kind == "map" else block.items[index]
        return key.start, max(end, key.end)
    head = block.heads[index]
    line = LINE.match(text, max(end, head + 1, block.keys[index].end if block.kind == "map" else 0))
    stop = line.end() if line else end
    deeper = re.compile(rf"(?:\r\n|\r|\n) {{{block.column + 1},}}#[^\r\n]*")
    while below := deeper.match(text, stop):
        stop = below.end()
    return _above(text, block.items[index - 1].end if index else 0, head), stop


def _above(text: str, floor: int, head: int) -> int:
    """Where the remarks right above an entry begin that stand as far from the left; without any, the entry itself."""
    indent = column_at(text, head)
    begin = head - indent
    if text[begin:head].strip():  # it goes on a line with a dash
        return head
    remarks = re.compile(rf"(?:^ {{{indent}}}#[^\r\n]*(?:\r\n|\r|\n))+\Z", re.MULTILINE)
    found = remarks.search(text, max(floor, begin - LONGEST), begin)
    return found.start() + indent if found else head


def without(text: str, block: Range, index: int) -> tuple[int, int]:
    """What goes when an entry does: its lines, and the empty ones behind it; those before it when it is the last."""
    last = len(block.items) - 1
    start, stop = chunk(text, block, index)
    if index == last:
        before = chunk(text, block, last - 1)[1]
        return (before if block.flow else before + len(text[before:start].rstrip())), stop
    following = chunk(text, block, index + 1)[0]
    if block.flow:
        return start, following
    following = stop + len(text[stop:following]) - len(text[stop:following].lstrip())
    alone = not text[start - block.column : start].strip(" ")
    return (start - block.column, following - column_at(text, following)) if alone else (start, following)


def between(text: str, block: Range, position: int) -> str:
    """The line breaks between entries of a block, as they are where another one comes."""
    last = len(block.items) - 1
    for one in (position - 1, position - 2, position):
        if 0 <= one < last:
            gap = text[chunk(text, block, one)[1] : chunk(text, block, one + 1)[0]]
            return "\n\n" if len(BREAK.findall(REMARK.sub("", gap))) > 1 + len(REMARK.findall(gap)) else "\n"
    return "\n"


def behind(text: str, old: Range, start: int, end: int) -> tuple[str, int]:
    """The remark on the line where a value begins that goes away as a whole, and where the value ends with it."""
    if old.style in {"|", ">"} or (old.kind != "scalar" and not old.flow):
        line = LINE.match(text, start)
        found = REMARK.search(line.group() if line else "")
        return (found.group() if found and start + found.start() < old.end else ""), end
    tail = re.compile(r"[ \t]+#[^\r\n]*").match(text, end)
    return (tail.group(), tail.end()) if tail else ("", end)
