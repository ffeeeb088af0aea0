"""From a card to slides: where its title, its tasks, its reply and its answers stand, and how large.

A question is one slide. An action is one slide with its tasks left and its reply right, or two of which each says what it is
about. What does not fit in the smallest type goes on, on a next slide. Type is never below 18 points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile
from typing import Any

from wegwijzer.draw.measure import BOLD, REGULAR, text_height, text_width
from wegwijzer.locale import say
from wegwijzer.render.blocks import Block, numbered, own
from wegwijzer.render.deck import Button, Card
from wegwijzer.slides.measure import SIZES, SMALLEST, Box, Numbered, height_of, item_height, spread

MARGIN, FULL = 54, 852
TOP, LAST, LEAST = 34, 482, 120
"""Where a slide begins and where its foot begins; a body always has so much height (the checker refuses longer titles)."""
CHIPS = 42
"""What the chips above the title of a result take."""
AIR = 14
"""Between title and body, between the columns twice."""
INSET = 18
"""Inside a white card and a button."""
GAP = 8
"""Between answers."""
ICON, CHEVRON = 44, 34
"""Left in an answer with an icon, and right in one that leads somewhere."""
QUESTION_SIZES, RESULT_SIZES = (40, 36, 32, 28), (34, 30, 28)
HELP = 20
COLUMNS = (500, 430, 360)
"""How wide the tasks may be, beside a reply."""
MOST = 2
"""How many slides an action takes: the reactions with most tasks need them to the last line."""
SAID = ("reply", "never")
"""The parts that stand in the white card."""


@dataclass(frozen=True)
class Placed:
    """A button with its place and type size; `main` is the one filled button of a slide."""

    button: Button
    box: Box
    size: int
    main: bool = False


@dataclass(frozen=True)
class Page:
    """One slide of a card. `what` names it where there are more, `body` and `said` stand in their boxes. On one with `less` the
    tasks stand without their points or what else one may have chosen, or the reply in fewer words.
    """

    title: Box
    title_size: int
    what: str = ""
    help: Box | None = None
    body: tuple[Numbered, ...] = ()
    size: int = SIZES[0]
    box: Box = Box(MARGIN, TOP, FULL, LEAST)
    said: tuple[Numbered, ...] = ()
    said_size: int = SIZES[0]
    said_box: Box = Box(MARGIN, TOP, FULL, LEAST)
    buttons: tuple[Placed, ...] = ()
    less: bool = False


def pages_of(card: Card) -> list[Page]:
    """The slides of a card, at least one. Buttons stand under the text, on the last slide."""
    asks = card.kind in ("question", "fork")
    size, title = title_box(card.title, QUESTION_SIZES if asks else RESULT_SIZES, TOP if asks else TOP + CHIPS)
    page = Page(title, size)
    if asks and not card.body:
        return _question(card, page)
    do = items(block for part in card.parts if part.name not in SAID and not part.aside for block in part.blocks)
    if any(part.name == "document" for part in card.parts):
        do.append(Numbered(own("text", say("slide.document"))))
    told, never = (items(_blocks(card, name)) for name in SAID)
    said = [*told, *never]
    buttons = at_foot(card.buttons)
    bottom = buttons[0].box.top - AIR if buttons else LAST
    less = [item for item in do if item.block.kind != "point"]
    for shown in (do, less) if said and do else ():
        if found := beside(page, shown, said, bottom):
            return [replace(found, buttons=buttons, **_short_of(do, shown))]
    room = LAST if said else bottom
    first = _flow(page, do, room, said=False)
    if len(first) > 1 and len(less) < len(do):
        first = [replace(one, **_short_of(do, less)) for one in _flow(page, less, room, said=False)]
    pages = [*first, *_flow(page, said, bottom, said=True)] or [page]
    if len(pages) > MOST and said:
        short = items(block for part in card.parts for block in part.short)
        least = [item.block for item in less if not item.block.text.startswith(say("slide.or_with", answer=""))]
        for shown, reply in ((less, told), (less, short or told), (items(least), short or told)):
            if shared := _shared(page, shown, reply, never, bottom):
                pages = [replace(one, **_short_of([*do, *told], [*shown, *reply])) for one in shared]
                break
    if len(pages) > 1:
        pages = [replace(one, what=_what(one, index, len(pages))) for index, one in enumerate(pages, 1)]
    return [*pages[:-1], replace(pages[-1], buttons=buttons)]


def _blocks(card: Card, name: str) -> Iterable[Block]:
    return (block for part in card.parts if part.name == name for block in part.blocks)


def _short_of(do: Sequence[Numbered], shown: Sequence[Numbered]) -> dict[str, Any]:
    """What a slide says of what it leaves to its notes."""
    return {"less": True, "what": say("slide.less")} if list(shown) != list(do) else {}


def title_box(title: str, sizes: Sequence[int], top: float, lines: int = 2) -> tuple[int, Box]:
    """The largest size at which a title takes so many lines, and its place; at the smallest it takes what it needs."""
    size = next((s for s in sizes if text_height(title, BOLD, s, FULL) <= lines * s * 1.21), sizes[-1])
    return size, Box(MARGIN, top, FULL, text_height(title, BOLD, size, FULL))


def beside(page: Page, do: Sequence[Numbered], told: Sequence[Numbered], bottom: float) -> Page | None:
    """Tasks left and what to say right, in the largest type in which both fit; nothing when they do not."""
    top = page.title.bottom + AIR
    for size in SIZES[1:]:
        for left in COLUMNS:
            right = FULL - left - 2 * AIR
            card = height_of(told, min(size, 22), right - 2 * INSET) + 2 * INSET
            if card <= bottom - top and height_of(do, size, left) <= bottom - top:
                return replace(
                    page,
                    body=tuple(do),
                    size=size,
                    box=Box(MARGIN, top, left, bottom - top),
                    said=tuple(told),
                    said_size=min(size, 22),
                    said_box=Box(MARGIN + left + 2 * AIR, top, right, card),
                )
    return None


def _shared(
    page: Page, do: Sequence[Numbered], told: Sequence[Numbered], never: Sequence[Numbered], bottom: float
) -> list[Page]:
    """Two slides, the last tasks beside what to say; what not to do goes under the tasks where that fits better."""
    top = page.title.bottom + AIR
    room = LAST - top
    for size in SIZES:
        heights = accumulate(item_height(item, size, FULL) for item in do[:-1])
        fitting = takewhile(lambda upto: upto[1] <= room, enumerate(heights, 1))
        counts = [count for count, _ in fitting if do[count - 1].block.kind != "heading"]
        if not counts:
            continue
        alone, rest = do[: counts[-1]], do[counts[-1] :]
        for left, right in (((), [*told, *never]), (never, told)):
            last = beside(page, [*rest, *left], right, bottom) if right else None
            if last and last.size >= size:
                return [replace(page, body=tuple(alone), size=size, box=Box(MARGIN, top, FULL, room)), last]
    return []


def items(blocks: Iterable[Block]) -> list[Numbered]:
    """Blocks with their numbers."""
    return [Numbered(block, number) for number, block in numbered(blocks)]


def _flow(page: Page, paragraphs: Sequence[Numbered], bottom: float, *, said: bool) -> list[Page]:
    """Paragraphs over the full width, on as many slides as they need."""
    if not paragraphs:
        return []
    top = page.title.bottom + AIR
    inset = INSET if said else 0
    room, width = max(bottom - top, LEAST) - 2 * inset, FULL - 2 * inset
    size, parts = spread(paragraphs, width, room)
    if not said:
        return [
            replace(page, body=tuple(part), size=size, box=Box(MARGIN, top, FULL, max(room, LEAST))) for part in parts
        ]
    heights = [height_of(part, size, width) + 2 * inset for part in parts]
    return [
        replace(page, said=tuple(part), said_size=size, said_box=Box(MARGIN, top, FULL, height))
        for part, height in zip(parts, heights, strict=True)
    ]


def _what(page: Page, index: int, count: int) -> str:
    about = "slide.do_and_say" if page.body and page.said else "slide.say" if page.said else "slide.do"
    name = f"{say(about)} · {say('slide.part', here=index, all=count)}"
    return f"{name} · {page.what}" if page.what else name


# -- answers -------------------------------------------------------------------------------------------------


def _question(card: Card, page: Page) -> list[Page]:
    """Answers over the full width; what explains the question stands above them where there is room for both."""
    top = page.title.bottom
    helped = text_height(card.help, REGULAR, HELP, FULL) if card.help else 0
    if 0 < helped <= 2 * HELP * 1.21:
        rows = one_column(card.buttons, Box(MARGIN, top + helped + 6 + AIR, FULL, LAST - top - helped - 6 - AIR))
        if rows:
            return [replace(page, help=Box(MARGIN, top + 6, FULL, helped), buttons=rows)]
    room = Box(MARGIN, top + AIR, FULL, max(LAST - top - AIR, LEAST))
    return [replace(page, buttons=rows) for rows in button_pages(card.buttons, room)]


def one_column(buttons: Sequence[Button], box: Box) -> tuple[Placed, ...]:
    """Answers below each other in the largest type in which they fit; nothing when they do not."""
    for size in SIZES:
        placed = _columns(buttons, box, size, 1)
        if not placed or placed[-1].box.bottom <= box.bottom:
            return tuple(placed)
    return ()


def button_pages(buttons: Sequence[Button], box: Box) -> list[tuple[Placed, ...]]:
    """Answers over a whole slide: in one column if that fits, else in two, else on more slides."""
    if not buttons:
        return [()]
    if rows := one_column(buttons, box):
        return [rows]
    for size in SIZES[2:]:
        placed = _columns(buttons, box, size, 2)
        if max(each.box.bottom for each in placed) <= box.bottom:
            return [tuple(placed)]
    if len(buttons) == 1:  # higher than a slide: the checker refuses such a text, but drawing ends
        return [tuple(_columns(buttons, box, SIZES[-1], 1))]
    half = (len(buttons) + 1) // 2
    return [*button_pages(buttons[:half], box), *button_pages(buttons[half:], box)]


def at_foot(buttons: Sequence[Button]) -> tuple[Placed, ...]:
    """The buttons of a slide with text, at its foot: the first is the filled one."""
    size, placed = 20, []
    bottom: float = LAST
    for index, button in reversed(list(enumerate(buttons))):
        width = min(FULL, text_width(button.text, BOLD, size) + 2 * INSET + CHEVRON + 2)
        height = text_height(button.text, BOLD, size, width - 2 * INSET - CHEVRON) + size
        placed.append(Placed(button, Box(MARGIN, bottom - height, width, height), size, main=index == 0))
        bottom -= height + GAP
    return tuple(reversed(placed))


def _columns(buttons: Sequence[Button], box: Box, size: int, columns: int) -> list[Placed]:
    """Answers row by row, each row as high as its longest text asks."""
    width = (box.width - (columns - 1) * 2 * GAP) / columns
    placed, top = [], box.top
    for start in range(0, len(buttons), columns):
        row = buttons[start : start + columns]
        height = max(button_height(button, size, width) for button in row)
        for column, button in enumerate(row):
            left = box.left + column * (width + 2 * GAP)
            placed.append(Placed(button, Box(left, top, width, height), size))
        top += height + GAP
    return placed


def button_height(button: Button, size: int, width: float) -> float:
    room = text_room(button, width)
    example = text_height(button.example, REGULAR, example_size(size), room) if button.example else 0
    return text_height(button.text, BOLD, size, room) + example + round(size * (0.9 if size == SIZES[0] else 0.6))


def text_room(button: Button, width: float) -> float:
    """How wide the text of an answer may be."""
    return width - 2 * INSET - CHEVRON - (ICON if button.icon else 0)


def example_size(size: int) -> int:
    """The size of the example below an answer: two steps smaller, never below the smallest."""
    return max(SMALLEST, size - 8)
