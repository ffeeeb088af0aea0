"""Which of the next questions decides most, and what each answer to it changes.

The next questions are those that come first on the ways on from here, past what is known and past what somebody doubts. The
one that decides most leaves the fewest endings, on average over its answers.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from wegwijzer.doubt.ahead import Ahead
from wegwijzer.doubt.shared import Told, shared
from wegwijzer.walk.walker import Walker

MUCH = 0.75
"""A question decides much when, on average over its answers, no larger part than this of the endings is left."""


@dataclass(frozen=True)
class Change:
    """What an answer changes: which endings are left, and which tasks are sure from then on that were not."""

    answer: str
    endings: tuple[str, ...]
    tasks: tuple[Told, ...]


@dataclass(frozen=True)
class Deciding:
    """A question with what each answer changes. `much`: whether it decides much, or is only the best of those that decide little."""

    node: str
    changes: tuple[Change, ...]
    much: bool


def deciding(found: Ahead, passed: Container[str]) -> Deciding | None:
    """The next question that decides most, or None when none decides anything. `passed`: the nodes not to ask."""
    best: tuple[float, str] | None = None
    for node in _next(found, passed):
        left = [len(found.when(node, answer).endings) for answer in found.answers_at(node)]
        mean = sum(left) / len(left)
        if mean < len(found.endings) and (best is None or mean < best[0]):
            best = mean, node
    return Deciding(best[1], changes(found, best[1]), best[0] <= MUCH * len(found.endings)) if best else None


def changes(found: Ahead, node: str) -> tuple[Change, ...]:
    """What each answer at a node changes that can be given there."""
    before = {told.name for told in shared(found).tasks}
    told = []
    for answer in found.answers_at(node):
        then = found.when(node, answer)
        tasks = (task for task in shared(then).tasks if not task.closing)
        told.append(Change(answer, then.endings, tuple(task for task in tasks if task.name not in before)))
    return tuple(told)


def _next(found: Ahead, passed: Container[str]) -> Iterator[str]:
    """The next questions to ask, the nearest first."""
    seen, queue = {0}, [0]
    told = set()
    for place in queue:
        walker = found.situations[place]
        if place and walker.node not in passed and _can_ask(walker):
            if walker.node not in told:
                told.add(walker.node)
                yield walker.node
            continue
        for _, goal in found.ways[place]:
            if goal not in seen:
                seen.add(goal)
                queue.append(goal)


def _can_ask(walker: Walker) -> bool:
    question = walker.compiled.tree.questions.get(walker.node)
    return question is not None and question.choose == "one" and not question.fill
