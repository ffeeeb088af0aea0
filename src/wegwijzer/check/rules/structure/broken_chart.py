"""W219: a row of a wall chart that leads nowhere, that has no words, or that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import is_final
from wegwijzer.graph import reached
from wegwijzer.locale import say
from wegwijzer.model import ChartRow, Where
from wegwijzer.problems import Finding, nearest
from wegwijzer.render.dot import edges_of
from wegwijzer.walk.entries import ends_of


def check(context: Context) -> Iterator[Finding]:
    """Every row, and the entries with an example that no row stands for."""
    tree = context.tree
    if not tree.chart:
        return
    goals = cache(lambda name: [goal for _, goal in edges_of(context.compiled, name)])
    for index, row in enumerate(tree.chart.rows):
        yield from _row(context, ("chart", "rows", index), row, goals)
    shown = {row.entry for row in tree.chart.rows}
    for name, entry in tree.entries.items():
        if entry.example and name not in shown:
            yield Finding(
                ("entries", name, "example"), say("W219.missing", entry=name), say("W219.add_row", entry=name)
            )


def _row(context: Context, where: Where, row: ChartRow, goals: Callable[[str], list[str]]) -> Iterator[Finding]:
    tree = context.tree
    finals = [name for name, action in tree.actions.items() if is_final(action)]
    if row.entry and row.entry not in tree.entries:
        yield Finding((*where, "entry"), say("W219.no_entry", entry=row.entry), nearest(row.entry, tree.entries))
    elif not row.entry and not row.text:
        yield Finding(where, say("W219.no_words"), say("W219.add_words"))
    if row.action not in finals:
        yield Finding((*where, "action"), say("W219.no_action", action=row.action), nearest(row.action, finals))
        return
    end = ends_of(context.compiled, [row.entry] if row.entry in tree.entries else []).get(row.entry or "")
    if end and row.action not in reached([end.node], goals):
        message = say("W219.not_reached", action=row.action, entry=row.entry)
        yield Finding((*where, "action"), message, say("W219.choose_reached"))


RULE = Rule(
    module=__name__,
    code="W219",
    level="error",
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
