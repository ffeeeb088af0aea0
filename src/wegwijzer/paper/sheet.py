"""Pages of paper: sizes, a heading with a QR code, a foot with the version, and text that is measured before it is drawn."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.pagesizes import A0, A1, A2, A3, A4
from reportlab.pdfgen.canvas import Canvas

from wegwijzer.draw.letters import BOLD, REGULAR, ready
from wegwijzer.draw.measure import lines_of, text_width
from wegwijzer.draw.painter import INK, LINE, PAPER, colour_of
from wegwijzer.draw.qr import qr_rows
from wegwijzer.locale import say

SIZES = {"A4": A4, "A3": A3, "A2": A2, "A1": A1, "A0": A0}
SMALLEST = 9
"""No type on paper is smaller, in points."""
LINE_HEIGHT = 1.22
MARGIN = 28


@dataclass(frozen=True)
class Text:
    """A paragraph: `mark` hangs left of it; `size` is relative to that of the running text."""

    text: str
    font: str = REGULAR
    mark: str = ""
    indent: float = 0
    gap: float = 0.3
    goal: str = ""
    size: float = 1


def new_canvas(file: BinaryIO, title: str, version: str) -> Canvas:
    """A PDF without times or numbers of its own: the same bytes every time."""
    ready()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # what `make` sets too
    canvas = Canvas(file, invariant=1, pageCompression=1, lang=say("language.region"))
    canvas.setTitle(title)
    canvas.setAuthor(say("site.name"))
    canvas.setSubject(version)
    return canvas


def draw_qr(canvas: Canvas, url: str, left: float, bottom: float, side: float) -> None:
    """A QR code as vectors, which can be clicked on a screen too."""
    rows = qr_rows(url)
    module = side / len(rows)
    canvas.setFillColor(INK)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(
                    left + x * module, bottom + side - (y + 1) * module, module + 0.05, module + 0.05, stroke=0, fill=1
                )
    canvas.linkURL(url, (left, bottom, left + side, bottom + side))


def draw_node(
    canvas: Canvas, number: str, left: float, middle: float, size: float, *, action: bool = False, tone: str = ""
) -> float:
    """A round number with its middle at that height, in the colour of a tone if it has one; returns its width."""
    width = max(size * 1.7, text_width(number, BOLD, size) + size * 0.9)
    height = size * 1.7
    canvas.setFillColor(colour_of(action=action, tone=tone))
    canvas.roundRect(left, middle - height / 2, width, height, height / 2, stroke=0, fill=1)
    canvas.setFillColor(PAPER)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(left + width / 2, middle - size * 0.35, number)
    return width


def draw_head(canvas: Canvas, page: tuple[float, float], title: str, under: str, url: str) -> float:
    """Title and QR code at the top of a sheet; returns the height at which the rest may begin."""
    width, height = page
    side = 72
    draw_qr(canvas, url, width - MARGIN - side, height - MARGIN - side, side)
    room = width - 2 * MARGIN - side - 16
    size = next((s for s in (26, 22, 18, 15) if len(lines_of(title, BOLD, s, room)) == 1), 15)
    top = draw_texts(
        canvas,
        [Text(title, BOLD, gap=0, size=size / 12), Text(under, size=13 / 12)],
        (MARGIN, height - MARGIN),
        room,
        12,
    )
    return min(top, height - MARGIN - side) - 10


def draw_foot(canvas: Canvas, width: float, text: str) -> None:
    canvas.setFillColor(INK)
    canvas.setFont(REGULAR, SMALLEST)
    lines = lines_of(text, REGULAR, SMALLEST, width - 2 * MARGIN)
    for index, line in enumerate(reversed(lines)):
        canvas.drawString(MARGIN, MARGIN - 10 + index * SMALLEST * LINE_HEIGHT, line)


def texts_height(texts: Iterable[Text], width: float, size: float) -> float:
    ready()
    return sum(_gap(text, size) + _leading(text, size) * len(_lines(text, width, size)) for text in texts)


def draw_texts(canvas: Canvas, texts: Iterable[Text], corner: tuple[float, float], width: float, size: float) -> float:
    """Draw paragraphs below each other, from a left upper corner; returns the height at which they end."""
    left, top = corner
    for text in texts:
        top -= _gap(text, size)
        own = size * text.size
        for index, line in enumerate(_lines(text, width, size)):
            top -= _leading(text, size)
            base = top + own * 0.25
            canvas.setFillColor(INK)
            canvas.setFont(text.font, own)
            canvas.drawString(left + text.indent, base, line)
            if not index and text.mark:
                canvas.drawString(left + text.indent - text_width(text.mark, text.font, own) - 4, base, text.mark)
            if not index and text.goal:
                draw_node(
                    canvas,
                    text.goal,
                    left + width - goal_width(text.goal, own),
                    base + own * 0.35,
                    max(SMALLEST, own * 0.85),
                )
    return top


def goal_width(goal: str, size: float) -> float:
    return text_width(goal, BOLD, max(SMALLEST, size * 0.85)) + size * 1.2


def cut_line(canvas: Canvas, left: float, bottom: float, width: float, height: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    canvas.rect(left, bottom, width, height, stroke=1, fill=0)
    canvas.setDash()


def _lines(text: Text, width: float, size: float) -> list[str]:
    room = width - text.indent - (goal_width(text.goal, size) + 6 if text.goal else 0)
    return lines_of(text.text, text.font, size * text.size, room)


def _gap(text: Text, size: float) -> float:
    return text.gap * size


def _leading(text: Text, size: float) -> float:
    extra = 1.5 if text.goal and len(text.text) else LINE_HEIGHT
    return size * text.size * max(extra, LINE_HEIGHT)
