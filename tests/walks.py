"""All walks of a tree, and few of them that together take every answer, route and final action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import CONTINUE
from wegwijzer.walk.walker import Walker, clone


def options(walker: Walker) -> list[Any]:
    """The answers that a reader can give where a walker stands; one example for a fill-in or several choices."""
    question = walker.compiled.tree.questions.get(walker.node)
    if question is None:
        return [CONTINUE]
    if question.fill:
        return [
            {"number": "12", "url": "https://voorbeeld.be", "email": "a@voorbeeld.be", "date": "2026-03-01"}.get(
                question.fill.kind, "Onze gemeente"
            )
        ]
    if question.choose == "many":
        return [(key,) for key in question.answers]
    return list(question.answers)


def all_walks(compiled: Compiled) -> Iterator[Walker]:
    """Every complete walk of a tree without loops, with no local choice decided."""
    stack = [Walker(compiled)]
    while stack:
        walker = stack.pop()
        if walker.final:
            yield walker
            continue
        stack += [clone(walker).give(walker.node, answer) for answer in reversed(options(walker))]


def reader_walks(compiled: Compiled) -> Iterator[Walker]:
    """Every walk to an outcome that comes nowhere twice, past the local choices that nobody is asked."""
    stack = [Walker(compiled).settle()]
    while stack:
        walker = stack.pop()
        if walker.final:
            yield walker
            continue
        passed = {node for node, _ in walker.path} | {walker.node}
        ahead = (clone(walker).give(walker.node, answer).settle() for answer in reversed(options(walker)))
        stack += [each for each in ahead if each.node not in passed]


def given(walker: Walker) -> list[tuple[str, Any]]:
    """What a reader gives on a walk: not what was followed without asking."""
    return [pair for index, pair in enumerate(walker.path) if index not in walker.decided]


def taken(walker: Walker) -> set[tuple[str, ...]]:
    """What a walk covers: its answers, the steps in order (so also the routes), and its last action."""
    steps = [*[step for step, _ in walker.path], walker.node]
    moves = {(step, str(answer), after) for (step, answer), after in zip(walker.path, steps[1:], strict=True)}
    return moves | {("final", walker.node)}


def covering(walks: list[Walker]) -> list[Walker]:
    """Few walks that together cover all that these walks cover (greedy, in a stable order)."""
    left = set().union(*map(taken, walks))
    covers = [(walker, taken(walker)) for walker in walks]
    chosen = []
    while left:
        best, cover = max(covers, key=lambda pair: len(pair[1] & left))
        chosen.append(best)
        left -= cover
    return chosen
