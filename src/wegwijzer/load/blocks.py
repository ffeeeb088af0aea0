"""Reading a text again after a small change: only the blocks that changed are parsed, and what follows moves along.

A block is one entry of the file, or one entry of what stands under it: a step of a tree. Whoever reads it so gets what reading the whole
would give, or nothing when that is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wegwijzer.load.characters import clean, conflict
from wegwijzer.load.nodes import Node, parsed, stumbled
from wegwijzer.problems import Problem

LARGEST = 2_000_000
"""Characters of a text of which this is tried."""
DOCUMENT = re.compile(r"(?m)^(?:---|\.\.\.|%)")
HEADER = "x:\n"
"""What stands above blocks that are parsed alone, in the place of the key that they stand under."""


@dataclass(frozen=True)
class Block:
    """One entry: the line where it begins (from 0), the mapping or list that holds it, and which one of that it is."""

    line: int
    holder: Node
    index: int


def read_again(before: str, root: Node, text: str, shown: str) -> list[Problem] | None:
    """Change the nodes of a text that had nothing wrong in it to those of another one: what parsing it whole finds wrong.

    With something wrong the nodes stay as they were. None, and nothing is changed, when it must be parsed whole to be sure.
    """
    if (
        "\r" in before
        or "\r" in text
        or len(text) > LARGEST
        or root.kind != "map"
        or root.flow
        or conflict(text, shown)
    ):
        return None
    old, new = before.split("\n"), text.split("\n")
    same = _same(old, new)
    after = _same(old[same:][::-1], new[same:][::-1])
    piece = _piece(root, old, same, len(old) - after)
    if piece is None:
        return None
    first, last, end = piece
    more = len(new) - len(old)
    alone = "\n".join([*new[first.line : end + more], *([""] if end < len(old) else [])])
    if not _plain(first, alone, shown):
        return None
    inside = first.holder is not root
    found, problems = parsed(HEADER * inside + alone, shown)
    if found is None and problems:
        return stumbled(HEADER * inside + "\n".join(new[first.line :]), shown, text, first.line - inside)
    held = _held(found, first) if found and not problems else None
    if held is None or _twice(first, last, held):
        return None
    for node in (*held.keys, *held.items):
        _move(node, first.line - inside)
    holder, upto = first.holder, last.index + 1
    _move_after(root, holder, upto, more)
    holder.items[first.index : upto] = held.items
    holder.keys[first.index : upto] = held.keys
    holder.index = None
    return []


def _same(one: list[str], other: list[str]) -> int:
    """How many lines are the same from the start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _piece(root: Node, lines: list[str], begin: int, end: int) -> tuple[Block, Block, int] | None:
    """The first and the last block of one holder in which these lines stand (from 0, up to `end`), and where those end."""
    blocks = [*_blocks(root, lines)]
    above = [block for block in blocks if block.line < begin]
    if not above:
        return None
    first = above[-1]
    last = next((block for block in reversed(blocks) if block.line < end), first)
    last = max(first, last, key=lambda block: block.line)
    if last.holder is not first.holder or (first.holder is root and last is not first):
        return None
    stop = next((block.line for block in blocks if block.line > last.line), len(lines))
    if first.holder is root and _holds(root.items[first.index], lines):
        return None  # the line of a key, or remarks between it and its first entry
    return first, last, stop


def _blocks(root: Node, lines: list[str]) -> Iterator[Block]:
    """Every block in order: each entry of the file, followed by the entries of what stands under it."""
    for index, (key, item) in enumerate(root.entries()):
        yield Block(key.line - 1, root, index)
        if _holds(item, lines):
            begins = item.keys if item.kind == "map" else item.items
            yield from (Block(each.line - 1, item, number) for number, each in enumerate(begins))


def _holds(node: Node, lines: list[str]) -> bool:
    """Whether each entry of a value begins on a line of its own, further to the right than the first column."""
    begins = node.keys if node.kind == "map" else node.items if node.kind == "list" else []
    left = " " * (node.column - 1)
    if not begins or node.flow or node.column == 1:
        return False
    dash = "-" if node.kind == "list" else ""
    return all(
        lines[each.line - 1].startswith(left + dash) and (dash or each.column == node.column) for each in begins
    ) and len({each.line for each in begins}) == len(begins)


def _plain(first: Block, text: str, shown: str) -> bool:
    """Whether nothing in the text of blocks can end what holds them, and nobody needs to look at single characters."""
    column = first.holder.column
    ends = re.compile(rf"(?m)^ {{0,{column - 2}}}[^ #\n]") if column > 1 else DOCUMENT
    return "\t" not in text and not ends.search(text) and not clean(text, shown).problems


def _held(root: Node, first: Block) -> Node | None:
    """What holds the blocks in a text that has nothing but them; None when they would not stand there together."""
    column = first.holder.column
    if root.kind != "map" or root.flow:
        return None
    if column == 1:
        return root
    (found,) = root.items
    fits = found.kind == first.holder.kind and not found.flow and (found.line, found.column) == (2, column)
    return found if fits else None


def _twice(first: Block, last: Block, found: Node) -> bool:
    """Whether a key would stand twice in what holds the blocks."""
    rest = [*first.holder.keys[: first.index], *first.holder.keys[last.index + 1 :]]
    return not {key.value for key in rest}.isdisjoint(key.value for key in found.keys)


def _move_after(root: Node, holder: Node, upto: int, more: int) -> None:
    """Move all that stands behind the blocks."""
    if not more:
        return
    for node in (*holder.keys[upto:], *holder.items[upto:]):
        _move(node, more)
    if holder is not root:
        behind = next(index for index, item in enumerate(root.items) if item is holder) + 1
        for node in (*root.keys[behind:], *root.items[behind:]):
            _move(node, more)


def _move(node: Node, more: int) -> None:
    """Move a value by so many lines, with all that is in it."""
    left = [node]
    while left:
        each = left.pop()
        each.line += more
        left += each.items
        left += each.keys
