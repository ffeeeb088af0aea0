"""The emergency card: one A6, to pin beside a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from reportlab.lib.pagesizes import A6

from municipal.records import EmergencyFile
from wegwijzer.draw.letters import BOLD
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.paper.sheet import SMALLEST, Text, draw_texts, new_canvas, texts_height

MARGIN = 17
SIZES = (11, 10.5, 10, 9.5, SMALLEST)
GAP = 6


def write_emergency(card: EmergencyFile, library: Library, file: BinaryIO) -> None:
    """The card and lines for local names. Raises ValueError when it does not fit in letters that one can read."""
    width, height = A6
    room = width - 2 * MARGIN
    steps, own = list(_steps(card, library)), list(_own())
    free = height - 2 * MARGIN
    size = next((s for s in SIZES if texts_height([*steps, *own], room, s) + GAP <= free), None)
    if size is None:
        raise ValueError(say("paper.emergency_full"))
    canvas = new_canvas(file, say("paper.emergency"), "")
    canvas.setPageSize(A6)
    end = draw_texts(canvas, steps, (MARGIN, height - MARGIN), room, size)
    draw_texts(canvas, own, (MARGIN, end - GAP), room, size)
    canvas.showPage()
    canvas.save()


def _steps(card: EmergencyFile, library: Library) -> Iterator[Text]:
    for number, step in enumerate(card.steps.values(), 1):
        yield Text(f"{number}. {step.verb}", BOLD, gap=0 if number == 1 else 0.55, size=1.5)
        yield Text(plain(step.text), gap=0.1)
        for call in step.calls:
            yield Text(f"{call.for_}: {library.contacts[call.contact].phone}", BOLD, mark="•", indent=10, gap=0)
        if step.never:
            yield Text(step.never, BOLD, gap=0.1)


def _own() -> Iterator[Text]:
    """Lines to fill in by hand."""
    for key in ("paper.own_editor", "paper.own_leader"):
        yield Text(f"{say(key)}: …………………………", gap=0.7)
