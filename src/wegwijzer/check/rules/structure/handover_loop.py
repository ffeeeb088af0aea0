"""W212: trees that hand a reader over in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import compiled_once
from wegwijzer.graph import reached, shortest_round, strongly_connected
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Action, Tree
from wegwijzer.problems import Finding
from wegwijzer.walk.entries import enter
from wegwijzer.walk.walker import WalkError

Handover = tuple[str, str]
"""A tree and the action in it that hands a reader over to another one."""


def check(context: Context) -> Iterator[Finding]:
    library = context.library
    if not any(map(_elsewhere, context.tree.actions.values())):
        return  # no circle goes through this tree
    nexts = library.note(__name__, _handovers)
    for part in strongly_connected(nexts):
        first = min(part)
        if first[0] != context.tree_id:
            continue
        loop = shortest_round(first, {one: [other for other in nexts[one] if other in part] for one in part})
        if not loop:
            continue
        way = " → ".join(f"{tree}/{action} ({_place(library, tree, action)})" for tree, action in loop)
        more = len(part) - len(loop)
        yield Finding(
            ("actions", first[1], "to"),
            say("W212.loop", way=way, tree=first[0], node=first[1])
            + (say("W212.more" if more > 1 else "W212.one_more", count=more) if more else ""),
            say("W212.finish"),
            at_key=True,
        )


def _place(library: Library, tree: str, action: str) -> str:
    return f"{library.files.get(tree, tree)}:{library.lines.get(tree, {}).get(action, 1)}"


def _handovers(library: Library) -> dict[Handover, list[Handover]]:
    """Every hand-over, with those that a reader can come to next. A tree is compiled once, a beginning looked at once."""

    @cache
    def ahead(name: str, start: str) -> list[Handover]:
        return [*_ahead(library, name, start)]

    found: dict[Handover, list[Handover]] = {}
    for name, tree in library.trees.items():
        for key, action in tree.actions.items():
            if goals := _elsewhere(action):
                found[name, key] = [each for goal, start in goals for each in ahead(goal, start)]
    return {one: [other for other in others if other in found] for one, others in found.items()}


def _elsewhere(action: Action) -> list[tuple[str, str]]:
    """The trees to which an action hands over, each with where it begins there."""
    routes = action.to.routes if action.to else ()
    return [(goal, start) for goal, there, start in (route.to.partition("/") for route in routes) if there]


def _ahead(library: Library, name: str, start: str) -> Iterator[Handover]:
    """The actions of a tree to which a reader who begins at `start` can come."""
    tree = library.trees.get(name)
    if tree and start in tree.entries:
        try:
            start = enter(compiled_once(name, library), start).node
        except WalkError:  # its own rule tells of it
            return
    if tree:
        steps = reached([start], lambda node: _goals(tree, node))
        yield from ((name, key) for key in tree.actions if key in steps)


def _goals(tree: Tree, node: str) -> Iterator[str]:
    question, action = tree.questions.get(node), tree.actions.get(node)
    targets = [action.to] if action else []
    if question:
        targets = [question.to, *(answer.to for answer in question.answers.values())]
    for target in filter(None, targets):
        yield from (route.to for route in target.routes if "/" not in route.to)


RULE = Rule(module=__name__, code="W212", level="error", requires=("unknown_tree", "unknown_node"), tree=check)
