"""A poster of a tree: an overview in numbers, then a sheet for every chapter, as large as its type asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.diagrams import diagrams_of
from wegwijzer.draw.painter import Drawing, lay_out, paint
from wegwijzer.draw.qr import step_url
from wegwijzer.locale import say
from wegwijzer.paper.sheet import (
    MARGIN,
    SIZES,
    SMALLEST,
    Text,
    draw_foot,
    draw_head,
    draw_texts,
    new_canvas,
    texts_height,
)
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.render.overview import folded, overview_dot
from wegwijzer.view.phrases import danger

HEAD, FOOT = 96, 34
LARGEST = 1.6
"""How much a small diagram grows to fill its sheet."""
ROWS = (9, 6, 4)
"""Steps on a row, tried when a long chain would ask for a very large sheet."""


@dataclass(frozen=True)
class Plan:
    """A drawing on a sheet of some size, in points; a `roll` is no standard size."""

    drawing: Drawing
    width: float
    height: float
    scale: float
    roll: bool = False


def write_poster(compiled: Compiled, file: BinaryIO) -> None:
    version = say("tree.version", version=compiled.version)
    canvas = new_canvas(file, say("paper.poster", title=compiled.tree.title), version)
    chapters = list(_chapters(compiled))
    for title, node, dot in chapters:
        overview = dot is None
        source = overview_dot(compiled) if dot is None else dot
        beside = (
            [Text(name, goal=compiled.numbers[first], gap=0.4) for name, first, own in chapters if own]
            if overview
            else []
        )
        below = texts_height(beside, _half(), 11) + 12 if len(chapters) > 2 and overview else 0  # noqa: PLR2004 - overview and one
        plan = plan_for(source, title, below)
        canvas.setPageSize((plan.width, plan.height))
        top = draw_head(canvas, (plan.width, plan.height), compiled.tree.title, title, step_url(compiled.id, node))
        room = top - FOOT - below
        left = (plan.width - plan.drawing.width * plan.scale) / 2
        paint(canvas, plan.drawing, left, FOOT + below + (room - plan.drawing.height * plan.scale) / 2, plan.scale)
        if below:
            draw_texts(canvas, beside, (MARGIN, FOOT + below), _half(), 11)
        draw_foot(
            canvas,
            plan.width,
            " ".join(filter(None, [f"{say('site.name')} · {version} ·", danger(), say("paper.foot")])),
        )
        canvas.showPage()
    canvas.save()


def plan_for(dot: str, title: str, below: float = 0) -> Plan:
    """The smallest sheet on which no type is too small; the drawing that is then largest."""
    plans = [_plan(lay_out(dot, title, direction=direction), below) for direction in ("LR", "TB")]
    if min(plan.width * plan.height for plan in plans) > SIZES["A3"][0] * SIZES["A3"][1] + 1:
        plans += [_plan(lay_out(folded(dot, row), title), below) for row in ROWS]
    return min(plans, key=lambda plan: (plan.roll, round(plan.width * plan.height), -plan.scale))


def _plan(drawing: Drawing, below: float) -> Plan:
    least = SMALLEST / drawing.smallest
    for short, long in SIZES.values():
        best = max(
            (
                (drawing.scale_in(width - 2 * MARGIN, height - MARGIN - HEAD - FOOT - below), width, height)
                for width, height in ((long, short), (short, long))
            ),
            key=lambda option: option[0],
        )
        if best[0] >= least:
            return Plan(drawing, best[1], best[2], min(best[0], LARGEST))
    # Larger than A0: a roll of paper, as long as it takes.
    width = drawing.width * least + 2 * MARGIN
    return Plan(drawing, width, drawing.height * least + MARGIN + HEAD + FOOT + below, least, roll=True)


def _half() -> float:
    return SIZES["A4"][0] - 2 * MARGIN


def _chapters(compiled: Compiled) -> Iterator[tuple[str, str, str | None]]:
    """Title, first step and drawing of every sheet; the overview has no drawing of its own yet."""
    diagrams = diagrams_of(compiled)
    if len(diagrams) == 1:
        yield say("tree.whole"), "", diagrams[0][1]
        return
    yield say("slide.overview"), "", None
    nodes = chapter_nodes(compiled)
    for (_, dot, title), (name, members) in zip(diagrams[1:], nodes.items(), strict=True):
        chapter = compiled.tree.chapters.get(name)
        yield title, chapter.start if chapter else members[0], dot
