"""A comparison of two versions of a tree as one diagram: added, removed and changed steps and arrows.

Not by colour alone: an added step has a `+` and a thick border, a removed one a `−` and a dashed border, a changed one
a `~` and a double border.
"""

from __future__ import annotations

from collections.abc import Container

from wegwijzer.compare.diff import TreeDiff
from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render.dot import edges_of, short_name
from wegwijzer.render.drawing import FONT, broken, quote
from wegwijzer.view.nodes import node_ids, static_view

MARKS = {"added": "+ ", "removed": "− ", "changed": "~ ", "": ""}
LOOKS = {
    "added": 'color="#1b7837", fillcolor="#d9f0d3", style="filled,bold", penwidth=2.5, class="ww-node ww-added"',
    "removed": 'color="#b2182b", fillcolor="#fddbc7", style="filled,dashed", penwidth=1.5, class="ww-node ww-removed"',
    "changed": 'color="#b35806", fillcolor="#fee0b6", style=filled, peripheries=2, class="ww-node ww-changed"',
    "": 'color="#555555", style=solid, class="ww-node"',
}
ARROWS = {
    "added": 'color="#1b7837", style=bold, penwidth=2.5, class="ww-edge ww-added"',
    "removed": 'color="#b2182b", style=dashed, class="ww-edge ww-removed"',
    "": 'color="#555555", class="ww-edge"',
}
"""Colours for who draws it apart; in a page the style sheet gives them, by class."""
Arrow = tuple[str, str, str]
"""From which step, with which words, to which."""


def diff_dot(tree: TreeDiff, *, near: bool = False) -> str:
    """The DOT source of both versions of a tree in one diagram; with `near` only what changed and what is one arrow away."""
    old, new = _Graph(tree.old), _Graph(tree.new)
    touched = {change.id.split(".")[0] for change in tree.changes}
    steps = {name: _state(name, old.names, new.names) for name in dict.fromkeys([*new.names, *old.names])}
    steps = {name: state or ("changed" if name in touched else "") for name, state in steps.items()}
    arrows = {edge: _state(edge, old.edges, new.edges) for edge in dict.fromkeys([*new.edges, *old.edges])}
    if near:
        steps, arrows = _near(steps, arrows)
    lines = [
        f"digraph {quote(tree.id)} {{",
        f"  rankdir=LR; bgcolor=white; pad=0.2; nodesep=0.16; ranksep=0.6; label={quote(_legend(tree))}; labelloc=t;",
        f"  fontname={quote(FONT)};",
        f'  node [fontname={quote(FONT)}, fontsize=12, shape=box, margin="0.2,0.08", height=0.4];',
        f"  edge [fontname={quote(FONT)}, fontsize=10, arrowsize=0.7];",
    ]
    for name, state in steps.items():
        label = MARKS[state] + (new.names.get(name) or old.names[name])
        lines.append(f"  {quote(name)} [label={quote(broken(label))}, {LOOKS[state]}];")
    for (begin, label, goal), state in arrows.items():
        lines.append(
            f"  {quote(begin)} -> {quote(goal)} [label={quote(broken(MARKS[state] + label))}, {ARROWS[state]}];"
        )
    return "\n".join([*lines, "}", ""])


class _Graph:
    """The steps of one version with their names, and its arrows."""

    def __init__(self, compiled: Compiled | None) -> None:
        names = list(node_ids(compiled)) if compiled else []
        self.names = (
            {name: short_name(compiled, name, static_view(compiled, name)) for name in names} if compiled else {}
        )
        self.edges = {
            (name, label, goal): None for name in names if compiled for label, goal in edges_of(compiled, name)
        }


def _near(steps: dict[str, str], arrows: dict[Arrow, str]) -> tuple[dict[str, str], dict[Arrow, str]]:
    """What changed, with the steps at the other end of its arrows."""
    changed = {name for name, state in steps.items() if state}
    changed |= {end for (begin, _, goal), state in arrows.items() if state for end in (begin, goal)}
    kept = {arrow: state for arrow, state in arrows.items() if changed & {arrow[0], arrow[2]}}
    ends = changed.union(*((begin, goal) for begin, _, goal in kept))
    return {name: state for name, state in steps.items() if name in ends}, kept


def _state(thing: object, old: Container[object], new: Container[object]) -> str:
    if thing not in old:
        return "added"
    return "" if thing in new else "removed"


def _legend(tree: TreeDiff) -> str:
    told = (
        MARKS[state] + say(f"change.{word}")
        for state, word in (("added", "added"), ("removed", "removed"), ("changed", "other"))
    )
    return f"{tree.title}\n{'    '.join(told)}"
