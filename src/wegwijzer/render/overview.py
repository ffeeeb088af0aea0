"""A tree at one glance: only the numbers and the arrows between them. The numbers are those of every other form."""

from __future__ import annotations

from wegwijzer.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render.dot import edges_of
from wegwijzer.render.drawing import FONT, quote
from wegwijzer.render.parts import first_step
from wegwijzer.view import static_view, step_ids

LONGEST_ROW = 14


def overview_dot(compiled: Compiled) -> str:
    """The DOT source: a round node for every question and fork, a square one for every action."""
    lines = [
        f"digraph {quote(compiled.id)} {{",
        f"  id={quote(f'overzicht-{compiled.id}')}; rankdir=LR; bgcolor=transparent; pad=0.1; nodesep=0.1; ranksep=0.4;",
        f'  node [fontname={quote(FONT)}, fontsize=12, fixedsize=true, width=0.44, height=0.3, margin="0"];',
        "  edge [arrowsize=0.5];",
    ]
    for name in step_ids(compiled):
        view = static_view(compiled, name)
        shape = "box" if view.kind == "action" else "ellipse"
        lines.append(
            f"  {quote(name)} [id={quote(f'overzicht-{compiled.id}-{name}')}, shape={shape},"
            f' class="ww-node ww-node-{view.kind} ww-node-number", label={quote(view.number)},'
            f" URL={quote(f'#{compiled.id}-{name}')}, tooltip={quote(say('tree.step', number=view.number, title=view.title))}];"
        )
    rows = rows_of(compiled)
    for name in step_ids(compiled):
        for _, goal in edges_of(compiled, name):
            fold = ", constraint=false" if rows.get(goal) != rows.get(name) else ""
            lines.append(f'  {quote(name)} -> {quote(goal)} [class="ww-edge"{fold}];')
    return "\n".join([*lines, "}", ""])


def rows_of(compiled: Compiled) -> dict[str, int]:
    """Every step with the row it stands on: a long chain is folded, so that it fits on a sheet."""
    rows = {first_step(compiled): 0}
    ring, depth = list(rows), 0
    while ring:
        depth += 1
        ahead = dict.fromkeys(goal for name in ring for _, goal in edges_of(compiled, name) if goal not in rows)
        rows |= dict.fromkeys(ahead, depth // LONGEST_ROW)
        ring = list(ahead)
    return rows
