"""Which answers led to an advice, and what another answer would have brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.doubt.ahead import Ahead, Known, Live, ahead
from wegwijzer.model import CONTINUE
from wegwijzer.walk.walker import Walker, WalkError, clone, resume


@dataclass(frozen=True)
class Otherwise:
    """Where a walk would have come with another answer at one of its questions: an ending, or what is asked or done next."""

    node: str
    answer: str
    then: Walker


def mattering(walker: Walker, live: Live) -> tuple[str, ...]:
    """The nodes of which the answers matter: with these alone, whatever the others are, the walk ends where it did; without
    any one of them it could end elsewhere. Where more than one such set exists, one is told.

    An answer without which the others cannot do is in every such set; when those suffice, there is no smaller one. Raises
    TooManySituations.
    """
    given = answers_of(walker)
    kept = {node: turns for node, turns in given.items() if not _suffices(walker, live, _without(given, node))}
    if _suffices(walker, live, kept):
        return tuple(kept)
    kept = dict(given)
    for node in given:
        less = _without(kept, node)
        if _suffices(walker, live, less):
            kept = less
    return tuple(kept)


def answers_of(walker: Walker) -> dict[str, tuple[Any, ...]]:
    """The answers that a reader gave, by node and in order; what only leads on or was filled in is none."""
    given: dict[str, tuple[Any, ...]] = {}
    for index, (node, answer) in enumerate(walker.path):
        question = walker.compiled.tree.questions.get(node)
        if index not in walker.decided and answer != CONTINUE and not (question and question.fill):
            given[node] = (*given.get(node, ()), answer)
    return given


def otherwise(walker: Walker, nodes: tuple[str, ...]) -> Iterator[Otherwise]:
    """What every other answer would have brought that can be given at these nodes, the last time that each was asked: the
    walk goes on with the answers that still fit, as when a reader goes back to change one.
    """
    for index in _last(walker, nodes):
        node, given = walker.path[index]
        back = Walker(walker.compiled, walker.given, walker.start)
        for number, (earlier, answer) in enumerate(walker.path[:index]):
            if number not in walker.decided:
                back.give(earlier, answer)
        back.settle(until=(node,))
        question = walker.compiled.tree.questions.get(node)
        fork = walker.compiled.forks.get(node)
        answers = map(str, back.open_routes(fork.target)) if fork else question.answers if question else ()
        for answer in answers if fork or (question and question.choose == "one") else ():
            if answer != given:
                try:
                    then = clone(back).give(node, answer)
                    resume(
                        then,
                        [
                            pair
                            for number, pair in enumerate(walker.path)
                            if number > index and number not in walker.decided
                        ],
                    )
                except WalkError:
                    continue
                if then.node != walker.node:
                    yield Otherwise(node, answer, then)


def _last(walker: Walker, nodes: tuple[str, ...]) -> list[int]:
    places = {node: index for index, (node, _) in enumerate(walker.path) if node in nodes}
    return sorted(places.values())


def _without(given: Known, node: str) -> dict[str, tuple[Any, ...]]:
    return {name: turns for name, turns in given.items() if name != node}


def _suffices(walker: Walker, live: Live, known: Known) -> bool:
    """Whether who gives these answers ends where the walk did, whatever else is answered."""
    begin = Walker(walker.compiled, walker.given, walker.start)
    found: Ahead = ahead(begin, live, known)
    return found.endings == (walker.node,)
