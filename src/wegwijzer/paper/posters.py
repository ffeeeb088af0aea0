"""A poster of a tree: an overview in numbers, then a sheet for every chapter, as large as its type asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.diagrams import diagrams_of
from wegwijzer.draw.painter import Drawing, lay_out
from wegwijzer.draw.pictures import as_svg
from wegwijzer.draw.qr import step_url
from wegwijzer.locale import say
from wegwijzer.paper.typeset import typeset
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.render.overview import folded, overview_dot
from wegwijzer.view.phrases import danger

SIZES = {
    "A4": (595.28, 841.89),
    "A3": (841.89, 1190.55),
    "A2": (1190.55, 1683.78),
    "A1": (1683.78, 2383.94),
    "A0": (2383.94, 3370.39),
}
"""Sheets that one can buy, in points."""
SMALLEST = 9
"""No type on paper is smaller, in points."""
MARGIN = 28
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


def poster(compiled: Compiled) -> bytes:
    """The poster, as PDF."""
    version = say("tree.version", version=compiled.version)
    foot = " ".join(filter(None, [f"{say('site.name')} · {version} ·", danger(), say("paper.foot")]))
    chapters = list(_chapters(compiled))
    sheets: list[dict[str, Any]] = []
    for under, node, dot in chapters:
        listed = [(name, first) for name, first, own in chapters if own] if dot is None else []
        below = len(listed) * 9 + 12 if len(listed) > 1 else 0
        plan = plan_for(overview_dot(compiled) if dot is None else dot, under, below)
        drawing = plan.drawing
        sheets.append(
            {
                "under": under,
                "url": step_url(compiled.id, node),
                "width": plan.width,
                "height": plan.height,
                "drawing": as_svg(drawing),
                "drawn": (drawing.width * plan.scale, drawing.height * plan.scale),
                "alt": f"{say('tree.diagram', title=under)}. {say('tree.in_words')} {step_url(compiled.id)}",
                "beside": [{"text": name, "goal": compiled.numbers[first]} for name, first in listed] if below else [],
                "foot": foot,
            }
        )
    content = {"heading": compiled.tree.title, "sheets": sheets}
    title = say("paper.poster", title=compiled.tree.title)
    return typeset([("wegwijzer", "poster")], title, content, {sheet["url"] for sheet in sheets}, version=version)


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
