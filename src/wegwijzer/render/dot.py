"""A tree as a Graphviz graph: round numbered nodes (knooppunten) and arrows, the same numbers as everywhere.

Colours come from the page's stylesheet by class, so that one SVG serves light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from wegwijzer.compile.compiled import Compiled, Fork, fork_id, passage
from wegwijzer.locale import say
from wegwijzer.render.drawing import DRAWS, ROUND, SAYS, STUB, numbered, opening, pill, quote, wrapped
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.records import NodeView


def tree_dot(compiled: Compiled, *, chapter: str | None = None, steps: Iterable[str] | None = None) -> str:
    """The DOT source of a whole tree, or of one chapter with stubs for the steps it leads to elsewhere.

    Who draws all chapters gives the `steps` of each: finding them reads the whole tree.
    """
    if chapter is not None and steps is None:
        steps = chapter_nodes(compiled)[chapter]
    name = diagram_name(compiled.id, chapter)
    return drawn_dot(compiled, f"diagram-{name}", name, steps)


@dataclass(frozen=True)
class Elsewhere:
    """How a drawing leads out of itself: where the wizard stands, and of a node on another sheet that sheet's name and place."""

    wizard: str = ""
    sheets: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def drawn_dot(
    compiled: Compiled,
    identity: str,
    prefix: str,
    steps: Iterable[str] | None = None,
    elsewhere: Elsewhere = Elsewhere(),
) -> str:
    """The DOT source of some steps of a tree, or of all, called `identity`; ids in the drawing begin with `prefix`.

    An answer is a pill on its arrow: a node of its own, so that no line passes beside or under its words. What lies
    elsewhere stands as a small round number at each arrow that leads there, so that no arrow crosses the drawing for it.
    """
    names = list(node_ids(compiled))
    inside = set(names if steps is None else steps)
    lines = opening(compiled.id, identity, "TB")
    lines += [_node(compiled, name, prefix, elsewhere.wizard) for name in names if name in inside]
    for name in names:
        if name not in inside:
            continue
        usual = set(_usual(compiled, name)) if name in compiled.quiet else set()
        chosen = rests_on_choices(compiled, name)
        for label, goal in edges_of(compiled, name):
            end = goal if goal in inside else f"{goal}@{name}"
            if end != goal:
                lines.append(_stub(compiled, goal, end, prefix, elsewhere))
            looks = 'class="ww-edge ww-edge-usual", penwidth=3' if goal in usual else 'class="ww-edge"'
            words = ([*wrapped(label)] if label else []) + ([say("map.chosen")] if goal in chosen else [])
            lines += _arrow((name, end), words, f"{prefix}-{name}--naar--{goal}", looks)
    return "\n".join([*lines, "}", ""])


def _arrow(ends: tuple[str, str], words: list[str], identity: str, looks: str) -> Iterator[str]:
    """An arrow from one node to another, with these lines of words on it."""
    begin, end = map(quote, ends)
    if not words:
        yield f"  {begin} -> {end} [id={quote(identity)}, {looks}];"
        return
    between = quote(f"{ends[0]}>{ends[1]}")
    yield f'  {between} [id={quote(identity)}, class="ww-pill", {pill(words)}];'
    yield f"  {begin} -> {between} [id={quote(identity + '--a')}, {looks}, arrowhead=none];"
    yield f"  {between} -> {end} [id={quote(identity + '--b')}, {looks}];"


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


def rests_on_choices(compiled: Compiled, name: str) -> set[str]:
    """Where the arrows of a step or fork lead that are there because of what was decided beforehand."""
    if not compiled.settled:
        return set()
    view = static_view(compiled, name)
    if name in compiled.forks:
        ways = [(name, answer.arrow) for answer in view.answers]
    else:  # by an answer, or by the question or action as a whole
        ways = [(fork_id(name, answer.id), answer.arrow) for answer in view.answers]
        ways += [(fork_id(name, None), arrow) for arrow in (view.onward, *(arrow for _, arrow in ways))]
    found = ((fork, arrow.id) for fork, arrow in ways if arrow and arrow.id not in compiled.forks)
    return {goal for fork, goal in found if {fork, passage(fork, goal)} & compiled.settled.keys()}


def _usual(compiled: Compiled, name: str) -> list[str]:
    """Where a question that is followed without asking leads by its default."""
    return [
        answer.arrow.id
        for answer in static_view(compiled, name).answers
        if answer.arrow and (answer.default or answer.kept)
    ]


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


def _node(compiled: Compiled, name: str, prefix: str, wizard: str) -> str:
    view = static_view(compiled, name)
    shape = "filled" if view.kind == "action" else "rounded"
    looks, word = view.kind, ""
    if view.outcome:
        looks += f" ww-tone-{view.outcome.tone} {SAYS} {DRAWS}{view.outcome.icon}"
        word = view.outcome.text
    known = _known(view, f"{prefix}-{name}", looks, f"{wizard}#{compiled.id}-{name}")
    chosen = [say("map.chosen")] if name in compiled.settled else []
    label = numbered(view.number, short_name(compiled, name, view), *chosen, word=word)
    return f"  {quote(name)} [{known}, style={shape}, {label}];"


def _stub(compiled: Compiled, name: str, end: str, prefix: str, elsewhere: Elsewhere) -> str:
    view = static_view(compiled, name)
    sheet, place = elsewhere.sheets.get(name, ("", f"#{compiled.id}-{name}"))
    looks = (
        f"fontsize={STUB.size}, {numbered(view.number, sheet, box=STUB)}"
        if sheet
        else f"{ROUND}, label={quote(view.number)}"
    )
    return f"  {quote(end)} [{_known(view, f'{prefix}-{end}', 'stub', place)}, style=dashed, {looks}];"


def _known(view: NodeView, identity: str, looks: str, place: str) -> str:
    title = say("tree.node", number=view.number, title=view.title)
    return f'id={quote(identity)}, class="ww-node ww-node-{looks}", URL={quote(place)}, tooltip={quote(title)}'


def short_name(compiled: Compiled, name: str, view: NodeView) -> str:
    """What stands in the box of a step: its short name, or its title; of a fork its question."""
    if isinstance(compiled.forks.get(name), Fork):
        return view.title
    node = compiled.tree.questions.get(name) or compiled.tree.actions[name]
    return node.short or view.title
