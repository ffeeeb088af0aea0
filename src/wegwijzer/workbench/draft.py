"""A file while it is changed: one entry of one block after the other, and after each change proof that nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wegwijzer.kinds.types import record_of, type_in
from wegwijzer.load.ranges import Range, UnclearError, ranges
from wegwijzer.load.written import after, entry, in_flow, item, on_line, text_of, told
from wegwijzer.locale import say
from wegwijzer.problems import BREAK
from wegwijzer.workbench.chunks import behind, between, chunk, column_at, without
from wegwijzer.workbench.follows import Content, Path, follows, names, renamed
from wegwijzer.workbench.pieces import Pieces
from wegwijzer.workbench.restyle import restyled


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
        content = [(name, at if at != index else None, told(value, kind)) for at, name in enumerate(names(block))]
        self._change(path[:-1], start, end, new, content)

    def _anew(self, block: Range, index: int, value: Any, kind: Any) -> tuple[int, int, str]:
        """A value written as if nothing stood there, behind the key or the dash; a remark on that line stays on it."""
        text, old = self.text, block.items[index]
        start = text.index(":", block.keys[index].end) + 1 if block.kind == "map" else block.heads[index] + 1
        if block.kind == "list" and isinstance(value, dict):
            new = item(value, kind, block.column)[1:]
        else:
            new = after(value, kind, block.column, column_at(text, start) + 1)
        end = max(old.end, start)
        if "\n" in new:
            remark, end = behind(text, old, start, end)
            new = new.replace("\n", remark + "\n", 1)
        return start, end, new

    def insert(self, path: Path, position: int, key: str, value: Any) -> None:
        """Write an entry more in a block, before the one at a position; `key` counts in a block of keys."""
        block, kind = self.at(path), self.type_at(path)
        _fits(block, value)
        name = key if block.kind == "map" else ""
        if name and name in names(block):
            raise UnclearError
        inner = type_in(kind, key if block.kind == "map" else position)
        content: list[tuple[str, int | None, Any]] = [(each, at, None) for at, each in enumerate(names(block))]
        content.insert(position, (name, None, told(value, inner)))
        new, text = self._entry_of(block, position, key, value, kind), self.text
        if not block.items:
            signs = "{}" if block.kind == "map" else "[]"
            self._change(path, block.start, block.end, signs[0] + new + signs[1], content)
            return
        around = ", " if block.flow else between(text, block, position)
        indent = "" if block.flow else " " * block.column
        place = chunk(text, block, position - 1)[1] if position else chunk(text, block, 0)[0]
        self._change(path, place, place, around + indent + new if position else new + around + indent, content)

    def _entry_of(self, block: Range, position: int, key: str, value: Any, kind: Any) -> str:
        """An entry as those beside it are written: on one line, or with its keys below each other."""
        inner = type_in(kind, key if block.kind == "map" else position)
        if block.flow:
            name = f"{on_line(key, type(key), flow=True)}: " if block.kind == "map" else ""
            return name + in_flow(value, inner)
        near = block.items[max(position - 1, 0)]
        alike = near.flow and isinstance(value, (dict, list)) and not record_of(kind) and not _has_lines(value)
        if alike:
            return (f"{on_line(key, type(key))}: " if block.kind == "map" else "- ") + in_flow(value, inner)
        return entry(key, value, inner, block.column) if block.kind == "map" else item(value, inner, block.column)

    def remove(self, path: Path) -> None:
        """Take an entry out of its block, with the remark right above it; the last one leaves an empty block."""
        block, index = self._entry(path)
        content = [(name, at, None) for at, name in enumerate(names(block)) if at != index]
        if content:
            self._change(path[:-1], *without(self.text, block, index), "", content)
        else:
            self.put(path[:-1], {} if block.kind == "map" else [])

    def move(self, path: Path, to: int) -> None:
        """Let an entry stand at another position of its block; the lines between entries stay where they are."""
        block, index = self._entry(path)
        order = list(range(len(block.items)))
        order.insert(max(0, min(to, len(order) - 1)), order.pop(index))
        chunks = [chunk(self.text, block, at) for at in range(len(order))]
        pieces: list[str] = []
        for at, which in enumerate(order):
            pieces.append(self.text[slice(*chunks[which])])
            if at + 1 < len(order):
                pieces.append(self.text[chunks[at][1] : chunks[at + 1][0]])
        changed = [at for at, which in enumerate(order) if at != which]
        if not changed:
            return
        first, last = changed[0], changed[-1]
        called = names(block)
        content = [(called[which], which, None) for which in order]
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
        if found is None or not renamed(self.root, found, (), says, inside):
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

    def _change(self, path: Path, start: int, end: int, new: str, content: Content) -> None:
        """Change the text, if then the block at a path holds this and everything else is as it was."""
        before = self.root
        text = self.text
        new = re.sub(r"(?<!\r)\n", self.newline, new)
        try:
            found = ranges(text[:start] + new + text[end:])
            if found is None or not follows(before, found, path, content):
                raise UnclearError
        except IndexError as error:
            raise UnclearError from error
        self.write(start, end, new)
        self._root = found


def _fits(block: Range, value: Any) -> None:
    """Raises EditError for a text of several lines where a block has only one."""
    if block.flow and _has_lines(value):
        raise EditError(say("edit.one_line"))


def _has_lines(value: Any) -> bool:
    """Whether a text in a value has several lines."""
    if isinstance(value, dict):
        return any(map(_has_lines, value.values()))
    return any(map(_has_lines, value)) if isinstance(value, list) else "\n" in text_of(value)
