"""The wall charts of a tree: one A3 to hang up, or one for each chapter."""

from __future__ import annotations

from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.qr import step_url
from wegwijzer.icons import svg
from wegwijzer.locale import say
from wegwijzer.model import Outcome
from wegwijzer.paper.typeset import FullError, breakable, typeset
from wegwijzer.render.chart import ChartView, Row, charts_of
from wegwijzer.view.phrases import danger

SMALL = 4
"""With no more rows than this a chart stands on A4, as long as it fits."""


def charts(compiled: Compiled) -> bytes:
    """The charts, as PDF: nothing when no action of the tree can stand on one. What has too many words for A4 gets A3.

    Raises FullError when one does not fit on that either.
    """
    found = charts_of(compiled)
    if not found:
        return b""
    try:
        return _typeset(compiled, found, SMALL)
    except FullError:
        return _typeset(compiled, found, 0)


def _typeset(compiled: Compiled, found: list[ChartView], small: int) -> bytes:
    version = say("tree.version", version=compiled.version)
    url = step_url(compiled.id)
    content = {
        "heading": breakable(compiled.tree.title),
        "url": url,
        "sheets": [_sheet(chart, small) for chart in found],
        "heads": ["", say("chart.see"), "", say("chart.do"), say("chart.say")],
        "danger": danger(),
        "foot": f"{say('site.name')} · {version.lower()} · {say('paper.foot')}",
        "own": [f"{say(key)}:" for key in ("chart.own_who", "chart.own_leader", "chart.own_more")],
        "words": {"first": say("chart.first")},
    }
    title = say("paper.chart", title=compiled.tree.title)
    return typeset([("wegwijzer", "chart")], title, content, [url], version=version)


def _sheet(chart: ChartView, small: int) -> dict[str, Any]:
    groups = [{"title": breakable(group.title), "rows": [_row(row) for row in group.rows]} for group in chart.groups]
    first = [_row(row) for row in chart.first]
    paper = "a4" if sum(len(group.rows) for group in chart.groups) <= small else "a3"
    return {"paper": paper, "under": breakable(chart.under), "first": first, "groups": groups, "calls": chart.calls}


def _row(row: Row) -> dict[str, Any]:
    words = {key: breakable(getattr(row, key)) for key in ("label", "do", "example", "say")}
    tasks = [breakable(task) for task in row.tasks]
    return {**words, "tasks": tasks, "drawing": svg(row.icon), "chip": _chip(row.outcome)}


def _chip(outcome: Outcome | None) -> dict[str, str] | None:
    return {"text": outcome.text, "drawing": svg(outcome.icon), "tone": outcome.tone} if outcome else None
