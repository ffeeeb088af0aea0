"""How much room paragraphs take on a slide, in points, and how they go on when there is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wegwijzer.draw.measure import BOLD, LINE, REGULAR, lines_of, text_height
from wegwijzer.render.blocks import Block, own

SIZES = (28, 26, 24, 22, 20, 18)
SMALLEST = 18
"""Nothing that a group reads is smaller."""
HANGING = 1.7
"""Left of a task, for its number, in times the size of the type; a point stands as far in."""
MARK = 0.7
"""What a point has of that for its mark."""


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Numbered:
    """A block with the number that it has as a task (0: none); `split` if it goes on from the slide before."""

    block: Block
    number: int = 0
    split: bool = False


def font_of(block: Block) -> str:
    return BOLD if block.kind == "heading" else REGULAR


def left_of(block: Block, size: float) -> float:
    return size * HANGING if block.kind in ("task", "point") else 0


def gap_of(block: Block, size: float) -> int:
    """Room above a paragraph, in whole points: points stand close to their task."""
    return round(size * (0.15 if block.kind == "point" else 0.4))


def block_height(block: Block, size: float, width: float) -> float:
    return gap_of(block, size) + text_height(block.text, font_of(block), size, width - left_of(block, size))


def height_of(paragraphs: Sequence[Numbered], size: float, width: float) -> float:
    return sum(block_height(item.block, size, width) for item in paragraphs)


def spread(paragraphs: Sequence[Numbered], width: float, height: float) -> tuple[int, list[list[Numbered]]]:
    """The largest size at which paragraphs fit; in the smallest one they go on, over slides about as full as each other."""
    for size in SIZES:
        if height_of(paragraphs, size, width) <= height:
            return size, [list(paragraphs)]
    pages = _spread(paragraphs, width, height)
    for share in range(50, 100, 5):
        even = _spread(paragraphs, width, height * share / 100)
        if len(even) == len(pages):
            return SMALLEST, even
    return SMALLEST, pages


def _spread(paragraphs: Sequence[Numbered], width: float, height: float) -> list[list[Numbered]]:
    """The paragraphs over as many slides as they need; a heading is never the last on its slide."""
    pages: list[list[Numbered]] = [[]]
    queue = list(paragraphs)
    while queue:
        item = queue.pop(0)
        with_next = [item, queue[0]] if item.block.kind == "heading" and queue else [item]
        if not pages[-1] or height_of([*pages[-1], *with_next], SMALLEST, width) <= height:
            if height_of([item], SMALLEST, width) > height:
                item, rest = _cut(item, width, height)
                queue[:0] = rest
            pages[-1].append(item)
        else:
            pages.append([])
            queue.insert(0, item)
    return pages


def _cut(item: Numbered, width: float, height: float) -> tuple[Numbered, list[Numbered]]:
    """A paragraph that is longer than a slide, in two."""
    lines = lines_of(item.block.text, font_of(item.block), SMALLEST, width - left_of(item.block, SMALLEST))
    count = max(1, int((height - gap_of(item.block, SMALLEST)) // (SMALLEST * LINE)))
    first, rest = " ".join(lines[:count]), " ".join(lines[count:])
    head = Numbered(own(item.block.kind, first), item.number, item.split)
    return head, [Numbered(own(item.block.kind, rest), 0, split=True)] if rest else []
