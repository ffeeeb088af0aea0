"""What stands on a wall chart of a tree: a row for everything that one may meet, with what to do and what to say.

A tree says it itself (`chart`), or it follows from the tree: a row for each final action, chapter by chapter when there are many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.locale import say
from wegwijzer.model import Chart, ChartRow, Outcome
from wegwijzer.model.text import plain
from wegwijzer.render.dot import chapter_nodes, edges_of, short_name
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.records import NodeView

MOST = 9
"""Rows on a sheet that follows from the tree. With more there are more sheets, and rows stand under the title of their chapter."""
SENTENCE = re.compile(r"(?:^|(?<=\s))\S.*?[.!?…](?=\s|$)", re.DOTALL)
GREETING = re.compile(r"^\S+( \S+)?,\s+")
TASKS = 3
"""How many tasks stand beside an action where there is room."""
LEAST = 2
"""With fewer there is nothing to compare, and no chart."""
WAYS = 2
"""How many ways to an action stand beside it."""


@dataclass(frozen=True)
class Row:
    """A row of a chart; `example` is what one may read, or the question that leads here."""

    label: str
    do: str
    example: str = ""
    icon: str = ""
    outcome: Outcome | None = None
    say: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Rows that belong together; without a title they are all that there is."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ChartView:
    """One sheet: `calls` are numbers and whose they are."""

    under: str
    groups: tuple[Group, ...]
    first: tuple[Row, ...] = ()
    calls: tuple[tuple[str, str], ...] = ()


def charts_of(compiled: Compiled) -> list[ChartView]:
    """The sheets of a tree, in order of its chapters: as few as hold all rows."""
    tree = compiled.tree
    if tree.chart:
        return [_written(compiled, tree.chart)]
    ways, under = _ways(compiled), plain(tree.summary or "")
    rows = [(title, _derived(compiled, name, ways.get(name, []))) for title, name in _actions(compiled)]
    sheets = -(-len(rows) // MOST) if len(rows) >= LEAST else 0
    return [ChartView(under, tuple(_groups(part))) for part in _even(rows, sheets)]


def _actions(compiled: Compiled) -> Iterator[tuple[str, str]]:
    """The final actions of a tree that give no text to take over, each with the title of its chapter when there are many."""
    actions = compiled.tree.actions
    final = [name for name in actions if is_final(actions[name]) and not actions[name].document]
    if len(final) <= MOST or not compiled.tree.chapters:
        yield from (("", name) for name in final)
        return
    for chapter, nodes in chapter_nodes(compiled).items():
        known = compiled.tree.chapters.get(chapter)
        title = known.title if known else say("tree.before_chapters")
        yield from ((title, name) for name in nodes if name in final)


def _even(rows: list[tuple[str, Row]], sheets: int) -> Iterator[list[tuple[str, Row]]]:
    """The rows over so many sheets, none with more than one row more than another."""
    for sheet in range(sheets):
        yield rows[len(rows) * sheet // sheets : len(rows) * (sheet + 1) // sheets]


def _groups(rows: list[tuple[str, Row]]) -> Iterator[Group]:
    for title, same in groupby(rows, key=itemgetter(0)):
        yield Group(title, tuple(row for _, row in same))


def first_sentence(reply: str) -> str:
    """The first sentence of a reply that says something: after the greeting, and not one that the writer still has to begin."""
    said = GREETING.sub("", " ".join(plain(reply).split()))
    sentence = next((found for found in SENTENCE.findall(said) if not found.startswith("[")), "").strip()
    return sentence[:1].upper() + sentence[1:]


def _written(compiled: Compiled, chart: Chart) -> ChartView:
    calls = [compiled.contacts[name] for name in chart.calls if name in compiled.contacts]
    return ChartView(
        under=plain(chart.summary or compiled.tree.summary or ""),
        groups=(Group("", tuple(_row(compiled, row) for row in chart.rows)),),
        first=tuple(Row(label=each.text, do=plain(each.do), icon=each.icon or "") for each in chart.first),
        calls=tuple((call.phone, call.name) for call in calls if call.phone),
    )


def _row(compiled: Compiled, row: ChartRow) -> Row:
    entry = compiled.tree.entries.get(row.entry or "")
    view = static_view(compiled, row.action)
    return Row(
        label=plain(row.text or (entry.text if entry else "")),
        do=plain(row.do),
        example=row.example if row.example is not None else (entry.example or "" if entry else ""),
        icon=row.icon or (entry.icon or "" if entry else ""),
        outcome=view.outcome,
        say=_said(view),
    )


def _derived(compiled: Compiled, name: str, ways: list[tuple[str, str]]) -> Row:
    view = static_view(compiled, name)
    questions = dict.fromkeys(question for question, _ in ways[:WAYS])
    answers = dict.fromkeys(answer for _, answer in ways[:WAYS] if answer)
    return Row(
        label=" / ".join(answers or questions) or short_name(compiled, name, view),
        do=plain(view.title),
        example=" / ".join(questions) if answers else "",
        outcome=view.outcome,
        say=_said(view),
        tasks=tuple(plain(task.text) for task in view.about("tasks")[:TASKS]),
    )


def _ways(compiled: Compiled) -> dict[str, list[tuple[str, str]]]:
    """Action → the questions and answers that lead straight to it. A fork asks what one answered before: on a wall nobody did."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in node_ids(compiled):
        view = static_view(compiled, name)
        if view.kind == "fork":
            continue
        asked = short_name(compiled, name, view)
        for answer, goal in edges_of(compiled, name):
            found.setdefault(goal, []).append((asked, answer))
    return found


def _said(view: NodeView) -> str:
    return next((first_sentence(line.short or line.text) for line in view.about("reply")), "")
