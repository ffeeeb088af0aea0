"""A tree as a Graphviz graph: round numbered nodes (knooppunten) and arrows, the same numbers as everywhere.

Colours come from the page's stylesheet by class, so that one SVG serves light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled, Fork
from wegwijzer.locale import say
from wegwijzer.render.drawing import numbered, opening, quote, wrapped
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.records import NodeView


def tree_dot(compiled: Compiled, *, chapter: str | None = None, steps: Iterable[str] | None = None) -> str:
    """The DOT source of a whole tree, or of one chapter with stubs for the steps it leads to elsewhere.

    Who draws all chapters gives the `steps` of each: finding them reads the whole tree.
    """
    names = list(node_ids(compiled))
    inside = set(names if chapter is None else steps or chapter_nodes(compiled)[chapter])
    edges = [(name, label, goal) for name in names if name in inside for label, goal in edges_of(compiled, name)]
    stubs = [goal for _, _, goal in edges if goal not in inside]
    prefix = diagram_name(compiled.id, chapter)
    lines = opening(compiled.id, f"diagram-{prefix}")
    for name in names:
        if name in inside:
            lines.append(_node(compiled, name, prefix))
        elif name in stubs:
            lines.append(_node(compiled, name, prefix, stub=True))
    usual = {(name, goal) for name in compiled.quiet if name in inside for goal in _usual(compiled, name)}
    for a, label, b in edges:
        looks = 'class="ww-edge ww-edge-usual", penwidth=3' if (a, b) in usual else 'class="ww-edge"'
        arrow = quote(f"{prefix}-{a}--naar--{b}")
        lines.append(f"  {quote(a)} -> {quote(b)} [id={arrow}, label={quote(wrapped(label))}, {looks}];")
    return "\n".join([*lines, "}", ""])


def diagram_name(tree_id: str, chapter: str | None) -> str:
    """The name of a diagram: of a chapter, of the part before the chapters ("") or of the whole tree (None)."""
    return f"{tree_id}-" + ("-geheel" if chapter is None else chapter or "-begin")


def edges_of(compiled: Compiled, name: str) -> list[tuple[str, str]]:
    """The arrows that leave a step or fork: label and goal. Arrows with one goal are joined."""
    view = static_view(compiled, name)
    found: dict[str, list[str]] = {}
    for answer in view.answers:
        if answer.arrow:
            found.setdefault(answer.arrow.id, []).append(answer.text)
    if view.onward:
        found.setdefault(view.onward.id, []).append("")
    return [(" / ".join(filter(None, labels)), goal) for goal, labels in found.items()]


def _usual(compiled: Compiled, name: str) -> list[str]:
    """Where a question that is followed without asking leads by its default."""
    return [answer.arrow.id for answer in static_view(compiled, name).answers if answer.arrow and answer.default]


def chapter_nodes(compiled: Compiled) -> dict[str, list[str]]:
    """The steps of every chapter: what is reached from its start without passing another chapter's start.

    What no chapter reaches first belongs to the part before the chapters, under the name "".
    """
    starts = {chapter.start: name for name, chapter in compiled.tree.chapters.items()}
    owner: dict[str, str] = {}
    fork = compiled.tree.start.guarded
    entries = [next(iter(compiled.forks))] if fork else [compiled.tree.start.routes[0].to]
    queue = [(entry, starts.get(entry, "")) for entry in entries] + list(starts.items())
    while queue:
        name, chapter = queue.pop(0)
        if name in owner:
            continue
        owner[name] = chapter
        queue += [(goal, chapter) for _, goal in edges_of(compiled, name) if goal not in starts]
    result: dict[str, list[str]] = {name: [] for name in ["", *compiled.tree.chapters]}
    for name in node_ids(compiled):
        if name in owner:
            result[owner[name]].append(name)
    return {name: steps for name, steps in result.items() if steps}


def _node(compiled: Compiled, name: str, prefix: str, *, stub: bool = False) -> str:
    view = static_view(compiled, name)
    kind = "stub" if stub else view.kind
    looks = f"ww-node-{kind} ww-tone-{view.outcome.tone}" if view.outcome and not stub else f"ww-node-{kind}"
    shape = {"question": "rounded", "fork": "rounded", "action": "filled", "stub": "dashed"}[kind]
    return (
        f'  {quote(name)} [id={quote(f"{prefix}-{name}")}, class="ww-node {looks}", style={shape},'
        f" URL={quote(f'#{compiled.id}-{name}')}, label={numbered(view.number, short_name(compiled, name, view))},"
        f" tooltip={quote(say('tree.node', number=view.number, title=view.title))}];"
    )


def short_name(compiled: Compiled, name: str, view: NodeView) -> str:
    """What stands in the box of a step: its short name, or its title; of a fork its question."""
    if isinstance(compiled.forks.get(name), Fork):
        return view.title
    node = compiled.tree.questions.get(name) or compiled.tree.actions[name]
    return node.short or view.title
