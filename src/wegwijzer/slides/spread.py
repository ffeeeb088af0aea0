"""From a card to slides: what fits stays together; what does not goes on, on a next slide. Type never below 16 points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wegwijzer.draw.measure import BOLD, ITALIC, LINE, REGULAR, lines_of, text_height
from wegwijzer.render.blocks import Block, numbered, own
from wegwijzer.render.deck import Button, Card

SIZES = (24, 20, 18, 16)
LONG = 18
"""The size of a text that takes more than one slide."""
TITLE_SIZES = (28, 24, 20)
SMALLEST = 16
GAP = 6
"""Points above every paragraph."""
INDENT = {"task": 28, "point": 28, "quote": 14}
"""Points left of a paragraph. A point also has this much for its mark."""
MARK = 18
INSET_X, INSET_Y = 7.2, 3.6
BUTTON_INSET, BUTTON_GAP, NODE = 10, 8, 44
"""A button: room around its text, between buttons, and for the number of where it leads."""


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float


BODY = Box(36, 150, 888, 326)
TITLE = Box(112, 54, 716, 90)


@dataclass(frozen=True)
class Placed:
    """A button with its place and type size."""

    button: Button
    box: Box
    size: int


@dataclass(frozen=True)
class Numbered:
    """A block with the number that it has as a task (0: none); `split` if it goes on from the slide before."""

    block: Block
    number: int = 0
    split: bool = False


@dataclass(frozen=True)
class Page:
    """One slide of a card. `box` is what the body may use."""

    body: tuple[Numbered, ...]
    size: int
    box: Box
    buttons: tuple[Placed, ...] = field(default=())


def pages_of(card: Card) -> list[Page]:
    """The slides of a card, at least one. Buttons stand under the text, on the last slide."""
    paragraphs = [Numbered(block, number) for number, block in numbered(card.body)]
    if not paragraphs:
        return [Page((), SIZES[0], BODY, buttons) for buttons in button_pages(card.buttons, BODY)]
    for size in SIZES:
        buttons, room = _under(card.buttons, size)
        if _height(paragraphs, size) <= room.height:
            return [Page(tuple(paragraphs), size, room, buttons)]
    size = LONG
    buttons, room = _under(card.buttons, size)
    pages = _balanced(paragraphs, size, room.height)
    if buttons and _height(pages[-1], size) > room.height:  # no room left for the buttons: the last text moves along
        *kept, last = pages
        pages = [*kept, *_spread(last, size, room.height)]
    boxes = [BODY] * (len(pages) - 1) + [room]
    return [
        Page(tuple(body), size, box, buttons if last else ())
        for body, box, last in zip(pages, boxes, [*[False] * (len(pages) - 1), True], strict=True)
    ]


def title_size(title: str) -> int:
    """The largest size at which a title fits in its place."""
    width = TITLE.width - 2 * INSET_X
    return next(
        (s for s in TITLE_SIZES if text_height(title, BOLD, s, width) <= TITLE.height - 2 * INSET_Y), TITLE_SIZES[-1]
    )


# -- text ----------------------------------------------------------------------------------------------------


def font_of(block: Block) -> str:
    return {"heading": BOLD, "quote": ITALIC}.get(block.kind, REGULAR)


def left_of(block: Block) -> float:
    return INDENT.get(block.kind, 0) + (MARK if block.kind == "point" else 0)


def block_height(block: Block, size: float, width: float) -> float:
    return GAP + text_height(block.text, font_of(block), size, width - left_of(block) - 2 * INSET_X)


def _height(paragraphs: Sequence[Numbered], size: float) -> float:
    return 2 * INSET_Y + sum(block_height(item.block, size, BODY.width) for item in paragraphs)


def _spread(paragraphs: Sequence[Numbered], size: int, height: float) -> list[list[Numbered]]:
    """The paragraphs over as many slides as they need; a heading is never the last on its slide."""
    pages: list[list[Numbered]] = [[]]
    queue = list(paragraphs)
    while queue:
        item = queue.pop(0)
        with_next = [item, queue[0]] if item.block.kind == "heading" and queue else [item]
        if not pages[-1] or _height([*pages[-1], *with_next], size) <= height:
            if _height([item], size) > height:
                item, rest = _cut(item, size, height)
                queue.insert(0, rest)
            pages[-1].append(item)
        else:
            pages.append([])
            queue.insert(0, item)
    return pages


def _balanced(paragraphs: Sequence[Numbered], size: int, last: float) -> list[list[Numbered]]:
    """No more slides than needed, about as full as each other; the last one leaves room for the buttons if it can."""
    pages = _spread(paragraphs, size, BODY.height)
    least = max(_height([item], size) for item in paragraphs)
    for share in range(50, 100, 5):
        height = BODY.height * share / 100
        if least <= height:
            even = _spread(paragraphs, size, height)
            if len(even) == len(pages) and _height(even[-1], size) <= last:
                return even
    return pages


def _cut(item: Numbered, size: int, height: float) -> tuple[Numbered, Numbered]:
    """A paragraph that is longer than a slide, in two."""
    width = BODY.width - left_of(item.block) - 2 * INSET_X
    lines = lines_of(item.block.text, font_of(item.block), size, width)
    count = max(1, int((height - 2 * INSET_Y - GAP) // (size * LINE)))
    first, rest = " ".join(lines[:count]), " ".join(lines[count:])
    return (
        Numbered(own(item.block.kind, first), item.number, item.split),
        Numbered(own(item.block.kind, rest), 0, split=True),
    )


# -- buttons -------------------------------------------------------------------------------------------------


def _under(buttons: Sequence[Button], size: int) -> tuple[tuple[Placed, ...], Box]:
    """Buttons at the foot of the body, and the room that is left above them."""
    if not buttons:
        return (), BODY
    placed = _column(buttons, Box(BODY.left, 0, BODY.width, BODY.height), size, 1)
    height = placed[-1].box.top + placed[-1].box.height
    shift = BODY.top + BODY.height - height
    moved = tuple(
        Placed(p.button, Box(p.box.left, p.box.top + shift, p.box.width, p.box.height), p.size) for p in placed
    )
    return moved, Box(BODY.left, BODY.top, BODY.width, BODY.height - height - BUTTON_GAP)


def button_pages(buttons: Sequence[Button], box: Box) -> list[tuple[Placed, ...]]:
    """Buttons over a whole slide: in one column if that fits, else in two, else on more slides."""
    if not buttons:
        return [()]
    for columns in (1, 2):
        for size in SIZES:
            placed = _column(buttons, box, size, columns)
            if placed[-1].box.top + placed[-1].box.height <= box.top + box.height:
                return [tuple(placed)]
    if len(buttons) == 1:  # higher than a slide: the checker refuses such a text, but drawing ends
        return [tuple(_column(buttons, box, SIZES[-1], 1))]
    half = (len(buttons) + 1) // 2
    return [*button_pages(buttons[:half], box), *button_pages(buttons[half:], box)]


def _column(buttons: Sequence[Button], box: Box, size: int, columns: int) -> list[Placed]:
    """Buttons row by row, each row as high as its longest text asks."""
    width = (box.width - (columns - 1) * 2 * BUTTON_GAP) / columns
    placed, top = [], box.top
    for start in range(0, len(buttons), columns):
        row = buttons[start : start + columns]
        height = max(button_height(button, size, width) for button in row)
        for column, button in enumerate(row):
            left = box.left + column * (width + 2 * BUTTON_GAP)
            placed.append(Placed(button, Box(left, top, width, height), size))
        top += height + BUTTON_GAP
    return placed


def button_height(button: Button, size: int, width: float) -> float:
    room = width - 2 * BUTTON_INSET - NODE
    example = text_height(button.example, REGULAR, example_size(size), room) if button.example else 0
    return text_height(button.text, REGULAR, size, room) + example + 2 * INSET_Y + size / 2


def example_size(size: int) -> int:
    """The size of the example below an answer: one step smaller, never below the smallest."""
    return max(SMALLEST, size - 4)
