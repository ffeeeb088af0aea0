"""Where a reader ends up who decides otherwise at one question of a case: what a quiz offers beside the advice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import CONTINUE, Case
from wegwijzer.walk.walker import Walker, WalkError, turns_of, walk_mapping

LONGEST = 100
"""Steps after which we stop looking: a walk that long goes round."""


@dataclass(frozen=True)
class Alternative:
    """Another final action, and the question where its walk leaves that of the case: the answers there and here, and
    after how many answers (`at`) it does.
    """

    action: str
    node: str
    answer: Any
    instead_of: Any
    at: int


def case_walk(compiled: Compiled, case: Case) -> Walker:
    """The walk of a case. Raises WalkError when the case does not hold; the checker reports those."""
    return walk_mapping(compiled, case.answers, given=case.given)


def alternatives(compiled: Compiled, case: Case, most: int, avoid: Collection[str] = ()) -> list[Alternative]:
    """At most so many other final actions, the nearest first: those that differ in the last question before others.

    None is one of those to `avoid`.
    """
    walker = case_walk(compiled, case)
    found: dict[str, Alternative] = {}
    for index in reversed(range(len(walker.path))):
        node, given = walker.path[index]
        question = compiled.tree.questions.get(node)
        if index in walker.decided or question is None or question.fill or question.choose == "many":
            continue
        for answer in question.answers:
            if answer == given:
                continue
            end = _end(compiled, case, walker.path[:index], node, answer)
            if end and end not in (walker.node, *found, *avoid):
                found[end] = Alternative(end, node, answer, given, index)
            if len(found) == most:
                return list(found.values())
    return list(found.values())


def _end(compiled: Compiled, case: Case, path: list[tuple[str, Any]], node: str, answer: Any) -> str | None:
    """The action where the walk ends that takes this answer, and goes on as the case would where it can."""
    walker = Walker(compiled, case.given)
    try:
        for earlier, given in path:
            if walker.node == earlier:
                walker.give(earlier, given)
        walker.give(node, answer)
        for _ in range(LONGEST):
            if walker.settle(compiled.quiet & case.answers.keys()).final:
                return walker.node
            walker.give(walker.node, next(_likely(walker, case.answers)))
    except WalkError:
        pass
    return None


def _likely(walker: Walker, answers: Mapping[str, Any]) -> Iterator[Any]:
    """What the reader of a case would answer here: what the case says, else the first answer."""
    question = walker.compiled.tree.questions.get(walker.node)
    if question is None:
        yield CONTINUE
    elif walker.node in answers:
        turns = turns_of(walker, walker.node, answers[walker.node])
        time = sum(node == walker.node for node, _ in walker.path)
        yield turns[min(time, len(turns) - 1)]
    elif question.fill:
        yield "1"
    elif question.choose == "many":
        yield tuple(question.answers)[: max(1, question.min)]
    else:
        yield from question.answers
