"""A poster of a tree: the sheets of its map, each on paper as large as its type asks, after an overview of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.layout import lay_out
from wegwijzer.draw.pictures import as_svg
from wegwijzer.draw.qr import step_url
from wegwijzer.locale import say
from wegwijzer.paper.typeset import typeset
from wegwijzer.render.drawn import Drawing
from wegwijzer.render.map_page import overview_of_sheets, sheet_dot
from wegwijzer.render.regions import sheets_of
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


@dataclass(frozen=True)
class Plan:
    """A drawing on a sheet of some size, in points."""

    drawing: Drawing
    width: float
    height: float
    scale: float


def poster(compiled: Compiled) -> bytes:
    """The poster, as PDF."""
    version = say("tree.version", version=compiled.version)
    foot = " ".join(filter(None, [f"{say('site.name')} · {version} ·", danger(), say("paper.foot")]))
    sheets: list[dict[str, Any]] = []
    for title, node, dot in _drawings(compiled):
        plan = plan_for(dot, title)
        drawing = plan.drawing
        sheets.append(
            {
                "under": title,
                "url": step_url(compiled.id, node),
                "width": plan.width,
                "height": plan.height,
                "drawing": as_svg(drawing),
                "drawn": (drawing.width * plan.scale, drawing.height * plan.scale),
                "alt": f"{say('tree.diagram', title=title)}. {say('tree.in_words')} {step_url(compiled.id)}",
                "foot": foot,
            }
        )
    content = {"heading": compiled.tree.title, "sheets": sheets}
    codes = {sheet["url"] for sheet in sheets}
    return typeset(
        [("wegwijzer", "poster")], say("paper.poster", title=compiled.tree.title), content, codes, version=version
    )


def plan_for(dot: str, title: str) -> Plan:
    """The smallest sheet on which no type is too small; the drawing that is then largest."""
    plans = [_plan(lay_out(dot, title, direction=direction)) for direction in ("LR", "TB")]
    return min(plans, key=lambda plan: (round(plan.width * plan.height), -plan.scale))


def _plan(drawing: Drawing) -> Plan:
    least = SMALLEST / drawing.smallest
    fits = [
        (min(drawing.scale_in(width - 2 * MARGIN, height - MARGIN - HEAD - FOOT), LARGEST), width, height)
        for short, long in SIZES.values()
        for width, height in ((long, short), (short, long))
    ]
    large = [fit for fit in fits if fit[0] >= least]
    if not large:  # larger than A0: a roll of paper, as long as it takes
        width, height = drawing.width * least + 2 * MARGIN, drawing.height * least + MARGIN + HEAD + FOOT
        return Plan(drawing, width, height, least)
    scale, width, height = min(large, key=lambda fit: (round(fit[1] * fit[2]), -fit[0]))
    return Plan(drawing, width, height, scale)


def _drawings(compiled: Compiled) -> Iterator[tuple[str, str, str]]:
    """Title, first node and source of every drawing: an overview when there are more sheets than one, and each sheet."""
    sheets = sheets_of(compiled)
    if len(sheets) > 1:
        yield say("map.overview"), "", overview_of_sheets(compiled, sheets)
    for sheet in sheets:
        yield sheet.title, sheet.first, sheet_dot(compiled, sheet, sheets)
