"""Changes on changes: a text that is changed several times, told as changes of the text that it was at first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """From one offset to another stands this text instead; both are offsets in the text before all changes."""

    start: int
    end: int
    insert: str


class Pieces:
    """A text that is being changed: what it is now, and by which changes of the first text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._length = len(text)
        self._pieces: list[str | range] = [range(len(text))]
        """What the text is made of now: pieces of the first text, and what was put between them."""

    def replace(self, start: int, end: int, insert: str) -> None:
        """Put a text in the place of a piece of the text as it is now."""
        self._pieces = [*self._part(0, start), *([insert] if insert else []), *self._part(end, len(self.text))]
        self.text = self.text[:start] + insert + self.text[end:]

    def _part(self, start: int, end: int) -> list[str | range]:
        found: list[str | range] = []
        at = 0
        for piece in self._pieces:
            part = piece[max(start - at, 0) : max(end - at, 0)]
            at += len(piece)
            if len(part):
                found.append(part)
        return found

    def changes(self) -> list[Change]:
        """What changed, in order; changes do not touch each other."""
        changes: list[Change] = []
        at, put = 0, ""
        for piece in [*self._pieces, range(self._length, self._length)]:
            if isinstance(piece, str):
                put += piece
                continue
            if put or piece.start > at:
                changes.append(Change(at, piece.start, put))
            at, put = piece.stop, ""
        return changes
