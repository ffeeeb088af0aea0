"""Places in a text as a page counts them: in units of UTF-16, of which a rare character takes two."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from wegwijzer.problems import BREAK, lines_of

RARE = re.compile("[\U00010000-\U0010ffff]")
BEGIN = "\ufeff"
"""The sign with which some programs begin a file: it stands in the text, and no line or column counts it."""


def sound(text: str) -> str:
    """A text of a page as a file can hold it: half a character becomes the sign for what was lost, as when a browser saves it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Units:
    """Lines and columns (from 1), offsets of Python and offsets in UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.begins = [len(BEGIN) if text.startswith(BEGIN) else 0, *(each.end() for each in BREAK.finditer(text))]
        self.rare = [each.start() for each in RARE.finditer(text)]

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return lines_of(self.text.removeprefix(BEGIN))

    def at(self, line: int, column: int) -> int:
        """The offset in units of a line and column; the end of the text for a line that is not there."""
        if line > len(self.begins):
            return self.units(len(self.text))
        return self.units(min(self.begins[line - 1] + column - 1, len(self.text)))

    def place(self, units: int) -> tuple[int, int]:
        """The line and column of an offset in units."""
        offset = self.offset(units)
        line = max(bisect_right(self.begins, offset), 1)
        return line, max(offset - self.begins[line - 1], 0) + 1

    def units(self, offset: int) -> int:
        """An offset of Python in units."""
        return offset + bisect_right(self.rare, offset - 1)

    def offset(self, units: int) -> int:
        """An offset in units as one of Python; in the middle of a character that is its begin."""
        offset = min(units, len(self.text))
        while self.units(offset) > units:  # each rare character before it takes one off
            offset -= max(1, self.units(offset) - units >> 1)
        return offset


@lru_cache(maxsize=8)
def units_of(text: str) -> Units:
    """The places in a text: worked out once for all that is told of it."""
    return Units(text)
