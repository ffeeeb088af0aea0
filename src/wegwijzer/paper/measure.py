"""What one can say of a sheet without liking it: how large its smallest letter is, how much of it is used, and whether words stand on words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pypdfium2
from pypdfium2 import raw

MILLIMETRE = 72 / 25.4
CELL = 10
"""The side of a square of the sheet, in millimetres: it is used when anything is printed in it."""
WHITE = 250
"""What is lighter counts as paper, from 0 to 255."""
TOUCH = 1
"""Boxes of letters that have less than this in common, in points, only touch."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """A page of paper: its sides in millimetres, its smallest letter in points, the share of it that is used (0 to 1), and
    how many pairs of lines stand on each other.
    """

    width: float
    height: float
    smallest: float
    used: float
    overlaps: int


def measured(pdf: bytes) -> list[Sheet]:
    """Every page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return [_sheet(document[index]) for index in range(len(document))]


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = (side / MILLIMETRE for side in page.get_size())
    text = page.get_textpage()
    sizes = [raw.FPDFText_GetFontSize(text, index) for index in range(text.count_chars()) if _is_letter(text, index)]
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    overlaps = sum(_overlap(one, other) for one, other in combinations(boxes, 2))
    return Sheet(width, height, min(sizes, default=0), _used(page, width, height), overlaps)


def _is_letter(text: pypdfium2.PdfTextPage, index: int) -> bool:
    return not text.get_text_range(index, 1).isspace() and raw.FPDFText_GetFontSize(text, index) > 1


def _used(page: pypdfium2.PdfPage, width: float, height: float) -> float:
    """The share of squares with something in them, of those that are on the sheet as a whole."""
    image = page.render(scale=1 / MILLIMETRE).to_pil().convert("L")  # a pixel a millimetre
    columns, rows = int(width // CELL), int(height // CELL)
    squares: Iterator[bool] = (
        image.crop((x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL)).getextrema()[0] < WHITE
        for x in range(columns)
        for y in range(rows)
    )
    return sum(squares) / (columns * rows)


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes (left, bottom, right, top) have more than an edge in common."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCH and down > TOUCH
