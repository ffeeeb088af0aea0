"""A tree at one glance: only the numbers and the arrows between them. The numbers are those of every other form."""

from __future__ import annotations

import re

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render.dot import edges_of
from wegwijzer.render.drawing import FONT, quote
from wegwijzer.view.nodes import node_ids, static_view

LONGEST_ROW = 14
ARROW = re.compile(r'^  "([^"]+)" -> "([^"]+)" \[', re.MULTILINE)


def overview_dot(compiled: Compiled) -> str:
    """The DOT source: a round node for every question and fork, a square one for every action."""
    lines = [
        f"digraph {quote(compiled.id)} {{",
        f"  id={quote(f'overzicht-{compiled.id}')}; rankdir=LR; bgcolor=transparent; pad=0.1; nodesep=0.1; ranksep=0.4;",
        f'  node [fontname={quote(FONT)}, fontsize=12, fixedsize=true, width=0.44, height=0.3, margin="0"];',
        "  edge [arrowsize=0.5];",
    ]
    for name in node_ids(compiled):
        view = static_view(compiled, name)
        shape = "box" if view.kind == "action" else "ellipse"
        lines.append(
            f"  {quote(name)} [id={quote(f'overzicht-{compiled.id}-{name}')}, shape={shape},"
            f' class="ww-node ww-node-{view.kind} ww-node-number", label={quote(view.number)},'
            f" URL={quote(f'#{compiled.id}-{name}')}, tooltip={quote(say('tree.node', number=view.number, title=view.title))}];"
        )
    for name in node_ids(compiled):
        lines += [f'  {quote(name)} -> {quote(goal)} [class="ww-edge"];' for _, goal in edges_of(compiled, name)]
    return folded("\n".join([*lines, "}", ""]), LONGEST_ROW)


def folded(dot: str, longest: int) -> str:
    """A drawing whose long chains are cut in rows of so many steps, below each other: made to fit on a sheet."""
    arrows = ARROW.findall(dot)
    ahead: dict[str, dict[str, None]] = {}
    for source, goal in arrows:
        ahead.setdefault(source, {})[goal] = None
    rows: dict[str, int] = {}
    for first in dict.fromkeys(name for arrow in arrows for name in arrow):  # a stub may stand alone
        ring, depth = ([] if first in rows else [first]), 0
        while ring:
            rows |= dict.fromkeys(ring, depth // longest)
            depth += 1
            ring = list(dict.fromkeys(goal for name in ring for goal in ahead.get(name, ()) if goal not in rows))
    return ARROW.sub(lambda match: match[0] + ("constraint=false, " if rows[match[1]] != rows[match[2]] else ""), dot)
