"""How much room a text takes on a slide, in points.

Slides use Arial. Helvetica has the same widths, and reportlab knows those by heart: no font file is needed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

REGULAR, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
LINE = 1.2
"""The height of a line, as a multiple of the type size: a little more than Arial asks."""
WORDS = re.compile(r"[^ \t\n\r\f\v]+")
"""What no line ends in: a hard space holds words together."""
SAFETY = 1.03
"""Programs break lines a little earlier or later than another; we count on early."""


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    """The lines of a text in a box of this width; a word that is too long is broken."""
    lines, line, room = [], "", width
    space = text_width(" ", font, size)
    for word in WORDS.findall(text):
        for piece in _pieces(word, font, size, width):
            long = text_width(piece, font, size)
            if line and space + long > room:
                lines.append(line)
                line = ""
            line, room = (f"{line} {piece}", room - space - long) if line else (piece, width - long)
    return [*lines, line] if line or not lines else lines


@lru_cache(maxsize=50_000)
def text_height(text: str, font: str, size: float, width: float) -> float:
    return len(lines_of(text, font, size, width)) * size * LINE


@lru_cache(maxsize=50_000)
def text_width(text: str, font: str, size: float) -> float:
    return stringWidth(text, font, size) * SAFETY


def _pieces(word: str, font: str, size: float, width: float) -> list[str]:
    """A word, cut where it would not fit on a line of its own (a long address)."""
    pieces = []
    while text_width(word, font, size) > width and len(word) > 1:
        cut, room = 0, width
        for letter in word:  # letter by letter from the left: a word of thousands of letters is measured once
            room -= text_width(letter, font, size)
            if room < 0:
                break
            cut += 1
        cut = max(1, cut)
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
