"""Cards to cut out: one a node, eight or four on a sheet of A4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from wegwijzer.draw.letters import BOLD, ITALIC, REGULAR
from wegwijzer.draw.painter import INK
from wegwijzer.draw.qr import step_url
from wegwijzer.locale import say
from wegwijzer.paper.sheet import SMALLEST, Text, cut_line, draw_node, draw_qr, draw_texts, new_canvas, texts_height
from wegwijzer.render.blocks import Block, numbered
from wegwijzer.render.deck import Card, Deck

EDGE, PAD, QR, HEAD = 14, 10, 40, 48
SIZES = (11, 10, SMALLEST)


@dataclass(frozen=True)
class Face:
    """One side of a card."""

    number: str
    label: str
    title: str
    texts: tuple[Text, ...]
    foot: str
    url: str
    action: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Grid:
    """How a sheet is cut; cards are wider than high."""

    columns: int
    rows: int

    @property
    def width(self) -> float:
        return (A4[0] - 2 * EDGE) / self.columns

    @property
    def height(self) -> float:
        return (A4[1] - 2 * EDGE) / self.rows

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def place(self, index: int, *, mirrored: bool = False) -> tuple[float, float]:
        """Left and bottom of a card; on the back of a sheet columns go the other way."""
        column, row = index % self.columns, index // self.columns
        column = self.columns - 1 - column if mirrored else column
        return EDGE + column * self.width, A4[1] - EDGE - (row + 1) * self.height

    def room(self) -> tuple[float, float]:
        return self.width - 2 * PAD, self.height - 2 * PAD - HEAD - SMALLEST * 1.5


EIGHT, FOUR, TWO = Grid(2, 4), Grid(2, 2), Grid(1, 2)


def write_cards(deck: Deck, file: BinaryIO) -> None:
    """The cards of a tree: first the short ones, eight a sheet; then the long ones, four a sheet."""
    version = say("tree.version", version=deck.version)
    canvas = new_canvas(file, say("paper.cards", title=deck.title), version)
    faces = [face_of(deck, card, version) for card in deck.cards if card.number]
    short = [face for face in faces if fits(face, EIGHT)]
    long = [part for face in faces if face not in short for part in divided(face, FOUR)]
    _sheets(canvas, short, EIGHT)
    _sheets(canvas, long, FOUR)
    canvas.save()


def face_of(deck: Deck, card: Card, version: str) -> Face:
    answers = [
        text
        for button in card.buttons
        for text in (
            Text(button.text, goal=button.number, gap=0.2),
            *([Text(button.example, ITALIC, gap=0)] if button.example else []),
        )
    ]
    return Face(
        card.number,
        card.label,
        card.title,
        (*_paragraphs(card.body), *answers),
        f"{deck.title} · {version.lower()}",
        step_url(deck.tree, card.id),
        action=card.kind == "action",
        tone=card.tone,
    )


def fits(face: Face, grid: Grid) -> bool:
    return size_for(face, grid) is not None


def size_for(face: Face, grid: Grid) -> float | None:
    """The largest type at which a side fits, or None."""
    width, height = grid.room()
    height -= max(0, _title_height(face, grid) - HEAD)
    return next((size for size in SIZES if texts_height(face.texts, width, size) <= height), None)


def divided(face: Face, grid: Grid) -> list[Face]:
    """A side that does not fit, over as many cards as it needs."""
    if fits(face, grid):
        return [face]
    parts: list[list[Text]] = [[]]
    for text in face.texts:
        if parts[-1] and not fits(replace(face, texts=(*parts[-1], text)), grid):
            heading = parts[-1][-1].font == BOLD and len(parts[-1]) > 1  # it goes along with what it announces
            parts.append([parts[-1].pop()] if heading else [])
        parts[-1].append(text)
    return [
        replace(face, label=f"{face.label} ({n}/{len(parts)})", texts=tuple(part)) for n, part in enumerate(parts, 1)
    ]


def draw_face(canvas: Canvas, face: Face, grid: Grid, left: float, bottom: float) -> None:
    width, height = grid.width, grid.height
    cut_line(canvas, left, bottom, width, height)
    top = bottom + height - PAD
    draw_qr(canvas, face.url, left + width - PAD - QR, top - QR, QR)
    node = draw_node(canvas, face.number, left + PAD, top - 14, 15, action=face.action, tone=face.tone)
    draw_texts(canvas, _title(face), (left + PAD + node + 8, top), width - 2 * PAD - QR - node - 16, SMALLEST)
    under = top - max(HEAD, _title_height(face, grid))
    draw_texts(canvas, face.texts, (left + PAD, under), width - 2 * PAD, size_for(face, grid) or SMALLEST)
    canvas.setFillColor(INK)
    canvas.setFont(REGULAR, SMALLEST)
    canvas.drawString(left + PAD, bottom + PAD - 4, face.foot)


def _title(face: Face) -> list[Text]:
    return [Text(face.label, gap=0), Text(face.title, BOLD, gap=0.1, size=12 / SMALLEST)]


def _title_height(face: Face, grid: Grid) -> float:
    return texts_height(_title(face), grid.width - 2 * PAD - QR - 60, SMALLEST) + 4


def _sheets(canvas: Canvas, faces: Sequence[Face], grid: Grid) -> None:
    for start in range(0, len(faces), grid.count):
        canvas.setPageSize(A4)
        for index, face in enumerate(faces[start : start + grid.count]):
            draw_face(canvas, face, grid, *grid.place(index))
        canvas.showPage()


def _paragraphs(body: Iterable[Block]) -> Iterable[Text]:
    for number, block in numbered(body):
        font = {"heading": BOLD, "quote": ITALIC}.get(block.kind, REGULAR)
        mark = f"{number}." if number else "•" if block.kind == "point" else ""
        yield Text(block.text, font, mark, 16 if number else 28 if block.kind == "point" else 0)
