"""Puts the pieces of a patch in a text that may have changed since the patch was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from wegwijzer.workbench.patch import lines_of
from wegwijzer.workbench.patch_read import Hunk

FUZZ = 2
"""Lines around a piece, at each side, that may differ."""
MOST_LOOKED = 4_000_000
"""Lines that are looked at in search of pieces that do not stand where they should, over all pieces of a text."""
Fits = Literal["fits", "nearly", "already", "not"]


@dataclass(frozen=True)
class Fitted:
    """How a piece fits, and at which line (from 1) of the text as it was made its first change is, or would be."""

    hunk: Hunk
    fits: Fits
    line: int


@dataclass
class _Text:
    lines: list[str]
    looked: int = 0

    def find(self, piece: list[str], expected: int, floor: int) -> int | None:
        """Where these lines stand, nearest to the expected line and not before `floor`."""
        if not piece:
            return expected if floor <= expected <= len(self.lines) else None
        if floor <= expected and self.lines[expected : expected + len(piece)] == piece:
            return expected
        self.looked += len(self.lines) + 1
        if self.looked > MOST_LOOKED:
            return None
        first, length = piece[0], len(piece)
        places = (at for at in range(floor, len(self.lines) - length + 1) if self.lines[at] == first)
        return min((at for at in places if self._same(at, piece)), key=lambda at: abs(at - expected), default=None)

    def put(self, at: int, count: int, new: list[str]) -> bool:
        """Let lines stand in the place of others; False, and nothing, where two lines would become one."""
        made = [*self.lines[max(at - 1, 0) : at], *new, *self.lines[at + count : at + count + 1]]
        if not all(line.endswith("\n") for line in made[:-1]):
            return False
        self.lines[at : at + count] = new
        return True

    def _same(self, at: int, piece: list[str]) -> bool:
        for offset, line in enumerate(piece):
            self.looked += 1
            if self.lines[at + offset] != line or self.looked > MOST_LOOKED:
                return False
        return True


def fit(text: str, hunks: Iterable[Hunk]) -> tuple[str, list[Fitted]]:
    """The text with every piece that fits put in, and how each did. A piece that does not fit changes nothing."""
    now = _Text(lines_of(text))
    told, shift, floor = [], 0, 0
    for hunk in hunks:
        begin = hunk.begin - 1 if hunk.old else hunk.begin
        for fuzz in range(FUZZ + 1):
            top, bottom = (min(fuzz, each) for each in hunk.around)
            old, new = hunk.old[top : len(hunk.old) - bottom], hunk.new[top : len(hunk.new) - bottom]
            if fuzz and not old:
                continue  # nothing is left that says where it belongs
            at = now.find(old, begin + shift + top, floor)
            if at is not None and now.put(at, len(old), new):
                told.append(Fitted(hunk, "nearly" if top or bottom else "fits", at - top + hunk.around[0] + 1))
                shift, floor = at - top - begin + len(hunk.new) - len(hunk.old), at + len(new)
                break
        else:
            there = now.find(hunk.new, begin + shift, floor) if hunk.new else None
            line = (begin + shift if there is None else there) + hunk.around[0]
            told.append(Fitted(hunk, "not" if there is None else "already", max(min(line, len(now.lines) - 1), 0) + 1))
    return "".join(now.lines), told
