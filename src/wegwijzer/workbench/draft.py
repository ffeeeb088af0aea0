"""A file while it is changed: one entry of one block after the other, and after each change proof that nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wegwijzer.kinds.types import record_of, type_in
from wegwijzer.load.ranges import Range, UnclearError, ranges, same
from wegwijzer.load.written import after, entry, in_flow, item, on_line, text_of, told
from wegwijzer.locale import say
from wegwijzer.problems import BREAK
from wegwijzer.workbench.pieces import Pieces
from wegwijzer.workbench.restyle import restyled

Path = tuple[str | int, ...]
Content = Sequence[tuple[str, int | None, Any]]
"""What a block must hold after a change: the key of each entry, and its position before; without one, what it must say."""
REMARK = re.compile(r"[ \t]*#[^\r\n]*")
TAIL = re.compile(r"(?:[ \t]+#[^\r\n]*)?[ \t]*(?=[\r\n]|\Z)")
"""What stands behind a value on its line: a remark."""


@dataclass(frozen=True)
class Piece:
    """A piece of the value at `where`, or with `key` of its key, in the place of which another text comes; `says` is the whole then."""

    where: Path
    start: int
    end: int
    new: str
    says: str
    key: bool = False


class EditError(Exception):
    """An edit that cannot be made, in words for who asked for it."""


class Draft:
    """The text of one file. A method changes one thing; it raises UnclearError and changes nothing where it cannot."""

    def __init__(self, text: str, record: Any) -> None:
        self.begin = "\ufeff" if text.startswith("\ufeff") else ""
        self.pieces = Pieces(text)
        self.record = record
        found = BREAK.search(text)
        self.newline = found.group() if found else "\n"
        self._root: Range | None = None

    @property
    def text(self) -> str:
        return self.pieces.text[len(self.begin) :]

    @property
    def root(self) -> Range:
        """What the text says now. Raises UnclearError for a text that cannot be read, or that holds nothing."""
        if self._root is None:
            self._root = ranges(self.text)
        if self._root is None:
            raise UnclearError
        return self._root

    def at(self, path: Path) -> Range:
        """The value at a path. Raises UnclearError when it is not there."""
        node = self.root
        for name in path:
            index = node.index(name)
            if index is None:
                raise UnclearError
            node = node.items[index]
        return node

    def type_at(self, path: Path) -> Any:
        """What the model says that may stand at a path; None for what it does not know."""
        kind = self.record
        for name in path:
            kind = type_in(kind, name)
        return kind

    def put(self, path: Path, value: Any) -> None:
        """Write another value in the place of one that is there."""
        block, index = self._entry(path)
        _fits(block, value)
        old, kind = block.items[index], self.type_at(path)
        start, end, new = old.start, old.end, ""
        if old.kind == "scalar" and not isinstance(value, (dict, list)) and old.end > old.start:
            new = restyled(self.text, old, value, kind, flow=block.flow, column=block.column)
        elif block.flow:
            new = in_flow(value, kind)
            if block.kind == "map" and old.end == old.start:
                start = end = block.keys[index].end
                new = (": " if self.text[start : start + 1] != ":" else " ") + new
        else:
            start, end, new = self._anew(block, index, value, kind)
        content = [(name, at if at != index else None, told(value, kind)) for at, name in enumerate(_names(block))]
        self._change(path[:-1], start, end, new, content)

    def _anew(self, block: Range, index: int, value: Any, kind: Any) -> tuple[int, int, str]:
        """A value written as if nothing stood there, behind the key or the dash; a remark on that line stays on it."""
        text, old = self.text, block.items[index]
        start = text.index(":", block.keys[index].end) + 1 if block.kind == "map" else block.heads[index] + 1
        begin = _column(text, start) + 1
        first, *rest = after(value, kind, block.column, begin).split("\n")
        if block.kind == "list" and isinstance(value, dict):
            first, *rest = item(value, kind, block.column)[1:].split("\n")
        end = max(old.end, start)
        if old.style in {"|", ">"} or (old.kind != "scalar" and not old.flow):
            line = re.compile(r"[^\r\n]*").match(text, start)
            head = REMARK.search(line.group() if line else "")
            remark = head.group() if head and rest and start + head.start() < old.end else ""
        else:
            tail = TAIL.match(text, end)
            remark = tail.group().rstrip() if tail and rest else ""
            end += len(remark)
        return start, end, "\n".join([first + remark, *rest])

    def insert(self, path: Path, position: int, key: str, value: Any) -> None:
        """Write an entry more in a block, before the one at a position; `key` counts in a block of keys."""
        block = self.at(path)
        _fits(block, value)
        kind = type_in(self.type_at(path), key if block.kind == "map" else position)
        names = _names(block)
        if block.kind == "map" and key in names:
            raise UnclearError
        if block.flow:
            name = f"{on_line(key, type(key), flow=True)}: " if block.kind == "map" else ""
            new, around, indent = name + in_flow(value, kind), ", ", ""
        else:
            near = block.items[max(position - 1, 0)]
            if near.flow and isinstance(value, (dict, list)) and not record_of(self.type_at(path)):
                new = f"{on_line(key, type(key))}: " if block.kind == "map" else "- "
                new += in_flow(value, kind)
            elif block.kind == "map":
                new = entry(key, value, kind, block.column)
            else:
                new = item(value, kind, block.column)
            around, indent = self._between(block, position), " " * block.column
        content: list[tuple[str, int | None, Any]] = [(name, at, None) for at, name in enumerate(names)]
        content.insert(position, (key if block.kind == "map" else "", None, told(value, kind)))
        if not block.items:
            signs = "{}" if block.kind == "map" else "[]"
            self._change(path, block.start, block.end, signs[0] + new + signs[1], content)
        elif position:
            place = self._chunk(block, position - 1)[1]
            self._change(path, place, place, around + indent + new, content)
        else:
            place = self._chunk(block, 0)[0]
            self._change(path, place, place, new + around + indent, content)

    def remove(self, path: Path) -> None:
        """Take an entry out of its block, with the remark right above it; the last one leaves an empty block."""
        block, index = self._entry(path)
        content = [(name, at, None) for at, name in enumerate(_names(block)) if at != index]
        if content:
            self._change(path[:-1], *self._without(block, index), "", content)
        else:
            self.put(path[:-1], {} if block.kind == "map" else [])

    def _without(self, block: Range, index: int) -> tuple[int, int]:
        """What goes when an entry does: its lines, and the empty ones behind it; those before it when it is the last."""
        text, last = self.text, len(block.items) - 1
        start, stop = self._chunk(block, index)
        if index == last:
            before = self._chunk(block, last - 1)[1]
            return (before if block.flow else before + len(text[before:start].rstrip())), stop
        following = self._chunk(block, index + 1)[0]
        if not block.flow:
            following = stop + len(text[stop:following]) - len(text[stop:following].lstrip())
        alone = not text[start - block.column : start].strip(" ") and not block.flow
        return (start - block.column, following - _column(text, following)) if alone else (start, following)

    def move(self, path: Path, to: int) -> None:
        """Let an entry stand at another position of its block; the lines between entries stay where they are."""
        block, index = self._entry(path)
        order = list(range(len(block.items)))
        order.insert(max(0, min(to, len(order) - 1)), order.pop(index))
        chunks = [self._chunk(block, at) for at in range(len(order))]
        pieces: list[str] = []
        for at, which in enumerate(order):
            pieces.append(self.text[slice(*chunks[which])])
            if at + 1 < len(order):
                pieces.append(self.text[chunks[at][1] : chunks[at + 1][0]])
        changed = [at for at, which in enumerate(order) if at != which]
        if not changed:
            return
        first, last = changed[0], changed[-1]
        names = _names(block)
        content = [(names[which], which, None) for which in order]
        start, end = chunks[first][0], chunks[last][1]
        self._change(path[:-1], start, end, "".join(pieces[2 * first : 2 * last + 1]), content)

    def substitute(self, pieces: Iterable[Piece]) -> None:
        """Put names in the place of others, all at once. Places are offsets in the text."""
        told = sorted(set(pieces), key=lambda piece: piece.start)
        text, at, parts = self.text, 0, list[str]()
        for piece in told:
            parts += [text[at : piece.start], piece.new]
            at = piece.end
        found = ranges("".join([*parts, text[at:]]))
        says = {(piece.where, piece.key): piece.says for piece in told}
        inside = {piece.where[:depth] for piece in told for depth in range(len(piece.where) + 1)}
        if found is None or not _renamed(self.root, found, (), says, inside):
            raise UnclearError
        for piece in reversed(told):
            self.write(piece.start, piece.end, piece.new)
        self._root = found

    def write(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of a piece, whatever that makes of the file."""
        self.pieces.replace(start + len(self.begin), end + len(self.begin), text)
        self._root = None

    def _entry(self, path: Path) -> tuple[Range, int]:
        block = self.at(path[:-1]) if path else None
        index = block.index(path[-1]) if block else None
        if block is None or index is None:
            raise UnclearError
        return block, index

    def _chunk(self, block: Range, index: int) -> tuple[int, int]:
        """Where an entry begins and ends: with the remarks right above it, that behind it, and those right below that stand deeper."""
        node = block.items[index]
        head = block.keys[index].start if block.kind == "map" else node.start
        stop = max(node.end, block.keys[index].end if block.kind == "map" else 0)
        if block.flow:
            return head, stop
        head = block.heads[index]
        stop = max(stop, head + 1)
        text, column = self.text, block.column
        tail = re.compile(r"[^\r\n]*").match(text, stop)
        stop = tail.end() if tail else stop
        below = re.compile(rf"(?:\r\n|\r|\n)[ ]{{{column + 1},}}#[^\r\n]*")
        while found := below.match(text, stop):
            stop = found.end()
        above = re.compile(rf"[ ]{{{column}}}(#[^\r\n]*)")
        floor = block.items[index - 1].end if index else 0
        line = head - column
        while line > floor and not text[line:head].strip():
            previous = (
                max(
                    text.rfind("\n", 0, line - 1),
                    text.rfind("\r", 0, line - 1 if text[line - 2 : line] != "\r\n" else line - 2),
                )
                + 1
            )
            found = above.match(text, previous)
            if not found or previous < floor or previous == line:
                break
            line, head = previous, found.start(1)
        return head, stop

    def _between(self, block: Range, position: int) -> str:
        """The lines between entries of a block, as they are where another one comes."""
        last = len(block.items) - 1
        for one in (position - 1, position - 2, position):
            if 0 <= one < last:
                gap = self.text[self._chunk(block, one)[1] : self._chunk(block, one + 1)[0]]
                return "\n\n" if len(BREAK.findall(REMARK.sub("", gap))) > 1 + len(REMARK.findall(gap)) else "\n"
        return "\n"

    def _change(self, path: Path, start: int, end: int, new: str, content: Content) -> None:
        """Change the text, if then the block at a path holds this and everything else is as it was."""
        before = self.root
        text = self.text
        new = re.sub(r"(?<!\r)\n", self.newline, new)
        try:
            found = ranges(text[:start] + new + text[end:])
            if found is None or not _follows(before, found, path, content):
                raise UnclearError
        except IndexError as error:
            raise UnclearError from error
        self.write(start, end, new)
        self._root = found


def _fits(block: Range, value: Any) -> None:
    """Raises EditError for a text of several lines where a block has only one."""
    if block.flow and "\n" in str(told(value, None) if isinstance(value, (dict, list)) else text_of(value)):
        raise EditError(say("edit.one_line"))


def _column(text: str, at: int) -> int:
    """How far from the begin of its line a place is."""
    return at - 1 - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))


def _names(block: Range) -> list[str]:
    return [key.value for key in block.keys] if block.kind == "map" else [""] * len(block.items)


def _follows(before: Range, now: Range, path: Path, content: Content) -> bool:
    """Whether a text says what one said before, but for the block at a path, which holds this."""
    for name in path:
        index = before.index(name)
        if index is None or before.kind != now.kind or _names(before) != _names(now):
            return False
        if not all(same(before, at, now, at) for at in range(len(before.items)) if at != index):
            return False
        before, now = before.items[index], now.items[index]
    if now.kind == "scalar" or [name for name, _, _ in content] != _names(now):
        return not content and now.kind != "scalar" and not now.items
    return all(
        now.items[at].data() == value if was is None else same(before, was, now, at)
        for at, (_, was, value) in enumerate(content)
    )


def _renamed(
    before: Range, now: Range, path: Path, says: Mapping[tuple[Path, bool], str], inside: Container[Path]
) -> bool:
    """Whether a text says what one said before, with these names instead."""
    if before.kind == "scalar" or before.kind != now.kind:
        return before.kind == now.kind and now.value.strip() == says.get((path, False), before.value).strip()
    places = (
        [(*path, key.value) for key in before.keys]
        if before.kind == "map"
        else [(*path, at) for at in range(len(before.items))]
    )
    keys = [says.get((place, True), str(place[-1])) for place in places] if before.kind == "map" else _names(before)
    return keys == _names(now) and all(
        _renamed(before.items[at], now.items[at], place, says, inside) if place in inside else same(before, at, now, at)
        for at, place in enumerate(places)
    )
