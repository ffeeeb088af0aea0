"""A tree as a Graphviz graph: round numbered nodes (knooppunten) and arrows, the same numbers as everywhere.

Colours come from the page's stylesheet by class, so that one SVG serves light and dark.
"""

from __future__ import annotations

from wegwijzer.compiled import Compiled, Fork
from wegwijzer.locale import say
from wegwijzer.stepview import StepView
from wegwijzer.view import static_view, step_ids

WRAP = 24
FONT = "Helvetica,Arial,sans-serif"
HARD_SPACE = "\u00a0"
NUMBER_WIDTH, DIGIT_WIDTH, SPACE_WIDTH = 30, 6.7, 3.34  # points, at the font size of a node


def tree_dot(compiled: Compiled, *, chapter: str | None = None) -> str:
    """The DOT source of a whole tree, or of one chapter with stubs for the steps it leads to elsewhere."""
    names = list(step_ids(compiled))
    inside = set(names) if chapter is None else set(chapter_steps(compiled)[chapter])
    edges = [(name, label, goal) for name in names if name in inside for label, goal in edges_of(compiled, name)]
    stubs = [goal for _, _, goal in edges if goal not in inside]
    prefix = diagram_name(compiled.id, chapter)
    lines = [
        f"digraph {quoted(compiled.id)} {{",
        f"  id={quoted(f'diagram-{prefix}')}; rankdir=LR; bgcolor=transparent; pad=0.2; nodesep=0.16; ranksep=0.6;",
        f'  node [fontname={quoted(FONT)}, fontsize=12, shape=box, style=rounded, margin="0.1,0.06", height=0.4];',
        f"  edge [fontname={quoted(FONT)}, fontsize=10, arrowsize=0.7];",
    ]
    for name in names:
        if name in inside:
            lines.append(_node(compiled, name, prefix))
        elif name in stubs:
            lines.append(_node(compiled, name, prefix, stub=True))
    lines += [
        f'  {quoted(a)} -> {quoted(b)} [label={quoted(wrapped(label))}, class="ww-edge"];' for a, label, b in edges
    ]
    return "\n".join([*lines, "}", ""])


def diagram_name(tree_id: str, chapter: str | None) -> str:
    """The name of a diagram: of a chapter, of the part before the chapters ("") or of the whole tree (None)."""
    return f"{tree_id}-" + ("-geheel" if chapter is None else chapter or "-begin")


def edges_of(compiled: Compiled, name: str) -> list[tuple[str, str]]:
    """The arrows that leave a step or fork: label and goal. Arrows with one goal are joined."""
    view = static_view(compiled, name)
    found: dict[str, list[str]] = {}
    for choice in view.choices:
        if choice.arrow:
            found.setdefault(choice.arrow.id, []).append(choice.text)
    if view.onward:
        found.setdefault(view.onward.id, []).append("")
    return [(" / ".join(filter(None, labels)), goal) for goal, labels in found.items()]


def chapter_steps(compiled: Compiled) -> dict[str, list[str]]:
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
    for name in step_ids(compiled):
        if name in owner:
            result[owner[name]].append(name)
    return {name: steps for name, steps in result.items() if steps}


def _node(compiled: Compiled, name: str, prefix: str, *, stub: bool = False) -> str:
    view = static_view(compiled, name)
    kind = "stub" if stub else view.kind
    shape = {"question": "rounded", "fork": "rounded", "action": "filled", "stub": "dashed"}[kind]
    return (
        f'  {quoted(name)} [id={quoted(f"{prefix}-{name}")}, class="ww-node ww-node-{kind}", style={shape},'
        f" URL={quoted(f'#{compiled.id}-{name}')}, label={_numbered(view.number, short_name(compiled, name, view))},"
        f" tooltip={quoted(say('tree.step', number=view.number, title=view.title))}];"
    )


def _numbered(number: str, text: str) -> str:
    """A label, left aligned, whose number stands where the page draws a round node around it."""
    room = max(1, round((NUMBER_WIDTH - DIGIT_WIDTH * len(number)) / SPACE_WIDTH))
    first, *rest = wrapped(text).split("\n")
    indent = HARD_SPACE * round(NUMBER_WIDTH / SPACE_WIDTH)
    lines = [number + HARD_SPACE * room + first, *(indent + line for line in rest)]
    return '"' + "".join(_escaped(line) + "\\l" for line in lines) + '"'


def short_name(compiled: Compiled, name: str, view: StepView) -> str:
    """What stands in the box of a step: its short name, or its title; of a fork its question."""
    if isinstance(compiled.forks.get(name), Fork):
        return view.title
    step = compiled.tree.questions.get(name) or compiled.tree.actions[name]
    return step.short or view.title


def wrapped(text: str) -> str:
    """Lines of at most about WRAP characters, so that boxes stay narrow."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > WRAP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def quoted(text: str) -> str:
    """A text as DOT writes it."""
    return '"' + _escaped(text).replace("\n", "\\n") + '"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
