"""How much room paragraphs take on a slide, in points, and how they go on when there is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from wegwijzer.draw.measure import BOLD, LINE, REGULAR, lines_of, text_height
from wegwijzer.model.text import Span
from wegwijzer.render.blocks import Block, own
from wegwijzer.render.together import HARD_SPACE, together

SIZES = (28, 26, 24, 22, 20, 18)
LARGE = (34, 32, 30, *SIZES)
"""Where a slide has few words: who sits at the back reads those too."""
SMALLEST = 18
"""Nothing that a group reads is smaller."""
HANGING = 1.7
"""Left of a task, for its number, in times the size of the type; a point stands as far in."""
NOTE, LONGEST = " (", 30
"""How a note begins that stands behind a text, and how many letters of it stay on one line: half a slide is not wide."""
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

    @cached_property
    def text(self) -> str:
        """Its words, with what stands on one line: a number with its unit, and a short part of a note in brackets."""
        return together("".join(map(_held, self.block.spans)))


def _held(span: Span) -> str:
    if not span.text.startswith(NOTE):
        return span.text
    held = (part.replace(" ", HARD_SPACE) if len(part) <= LONGEST else part for part in span.text[1:].split(", "))
    return f" {', '.join(held)}"


def font_of(block: Block) -> str:
    return BOLD if block.kind == "heading" else REGULAR


def left_of(block: Block, size: float) -> float:
    return size * HANGING if block.kind in ("task", "point") else 0


def gap_of(block: Block, size: float) -> int:
    """Room above a paragraph, in whole points: points stand close to their task."""
    return round(size * (0.15 if block.kind == "point" else 0.4))


def item_height(item: Numbered, size: float, width: float) -> float:
    block = item.block
    return gap_of(block, size) + text_height(item.text, font_of(block), size, width - left_of(block, size))


def height_of(paragraphs: Sequence[Numbered], size: float, width: float) -> float:
    return sum(item_height(item, size, width) for item in paragraphs)


def spread(
    paragraphs: Sequence[Numbered], width: float, height: float, sizes: Sequence[int] = SIZES
) -> tuple[int, list[list[Numbered]]]:
    """The largest size at which paragraphs fit; in the smallest one they go on, over slides about as full as each other."""
    for size in sizes:
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
    lines = lines_of(item.text, font_of(item.block), SMALLEST, width - left_of(item.block, SMALLEST))
    count = max(1, int((height - gap_of(item.block, SMALLEST)) // (SMALLEST * LINE)))
    first, rest = " ".join(lines[:count]), " ".join(lines[count:])
    head = Numbered(own(item.block.kind, first), item.number, item.split)
    return head, [Numbered(own(item.block.kind, rest), 0, split=True)] if rest else []
