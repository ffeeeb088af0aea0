"""The situations to which a walk can still lead, as a graph: what everything that helps who doubts is read from.

The same walker walks here as everywhere, so guards and own choices mean the same. Two readers at one node count as one
situation when no later guard, of a route or of a task, can tell them apart; so the work follows the situations of a tree
and not its walks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.graph import reached
from wegwijzer.model import CONTINUE, Question
from wegwijzer.proof.situations import TooManySituations, combinations, live_facts
from wegwijzer.walk.walker import Walker, WalkError, chosen_keys, clone

LIMIT = 20_000
"""So many situations are looked at; with more, nothing is told."""
Known = Mapping[str, tuple[Any, ...]]
"""Answers that are certain, by node: one for each time that the walk comes there, the last one for every time after."""
Live = Mapping[str, tuple[str, ...]]
Ways = list[list[tuple[Any, int]]]


@dataclass
class Ahead:
    """The situations (settled walkers; the first is where it begins) and of each the answers with where they lead: those that
    lead to an ending.
    """

    situations: list[Walker]
    ways: Ways

    @cached_property
    def there(self) -> list[int]:
        """The situations that can be reached, in the order in which they were found."""
        return sorted(reached([0], lambda place: [goal for _, goal in self.ways[place]]))

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The final actions that can be reached, in the order of the tree."""
        found = {self.situations[place].node for place in self.there if self.situations[place].final}
        return tuple(name for name in self.situations[0].compiled.tree.actions if name in found)

    def answers_at(self, node: str) -> list[Any]:
        """What can be answered at a node, in order."""
        asked = (self.ways[place] for place in self.there if self.situations[place].node == node)
        return list(dict.fromkeys(answer for ways in asked for answer, _ in ways))

    def when(self, node: str, answer: Any) -> Ahead:
        """The same for who gives this answer whenever that node comes."""
        return _leading(
            self.situations,
            [
                [way for way in ways if walker.node != node or way[0] == answer]
                for walker, ways in zip(self.situations, self.ways, strict=True)
            ],
        )


def live_of(compiled: Compiled) -> Live:
    """What `ahead` must know of a tree; the same for every walk."""
    return {name: tuple(sorted(facts)) for name, facts in live_facts(compiled, tasks=True).items()}


def ahead(walker: Walker, live: Live, known: Known | None = None, limit: int = LIMIT) -> Ahead:
    """All that can follow from where a walker stands, with the answers of `known` where their questions come.

    Raises TooManySituations past `limit`.
    """
    return _Exploring(live, known or {}, limit).run(clone(walker).settle())


class _Exploring:
    def __init__(self, live: Live, known: Known, limit: int) -> None:
        self.live, self.known, self.limit = live, known, limit
        self.again = [node for node, turns in known.items() if len(turns) > 1]

    def run(self, first: Walker) -> Ahead:
        situations, found = [first], {self._key(first): 0}
        ways: Ways = []
        for walker in situations:
            ways.append([])
            for answer, after in self._after(walker):
                goal = found.setdefault(self._key(after), len(situations))
                if goal == len(situations):
                    if goal >= self.limit:
                        raise TooManySituations([])
                    situations.append(after)
                ways[-1].append((answer, goal))
        return _leading(situations, ways)

    def _after(self, walker: Walker) -> Iterator[tuple[Any, Walker]]:
        turns = self.known.get(walker.node, ())
        answers: Iterable[Any] = (
            (turns[min(_times(walker, walker.node), len(turns) - 1)],) if turns else _answers(self.live, walker)
        )
        for answer in answers if not walker.final else ():
            try:
                yield answer, clone(walker).give(walker.node, answer).settle()
            except WalkError:  # nothing holds there; the checker tells of it
                continue

    def _key(self, walker: Walker) -> tuple[Any, ...]:
        """What tells this situation from another."""
        told: list[Any] = []
        for fact in self.live.get(walker.node, ()):
            owner = fact.rpartition(".")[0]
            if owner in walker.compiled.policies:
                told.append(chosen_keys(walker.policies.get(owner)))
            else:
                told.append((owner in walker.answered, walker.fact(fact)))
        times = tuple(_times(walker, node) for node in self.again)
        return walker.node, tuple(told), frozenset(walker.assumed.items()), times


def _times(walker: Walker, node: str) -> int:
    return sum(node == passed for passed, _ in walker.path)


def _answers(live: Live, walker: Walker) -> Iterator[Any]:
    """What a reader can answer: of choices of several only those that something later tells apart."""
    question = walker.compiled.tree.questions.get(walker.node)
    fork = walker.compiled.forks.get(walker.node)
    if fork:
        yield from map(str, walker.open_routes(fork.target))
    elif question is None:
        yield CONTINUE
    elif question.fill:
        yield None
    elif question.choose == "one":
        yield from question.answers
    else:
        routes = question.to.routes if question.to else ()
        guards = (route.when.facts() for route in routes if route.when)
        seen = frozenset[str]().union(*guards, *(live.get(route.to, ()) for route in routes))
        for move in combinations(question, question.policy or walker.node, seen):
            yield filled_up(question, move.label.split("+") if move.label else [])


def filled_up(question: Question, chosen: list[str]) -> tuple[str, ...]:
    """A choice of several with as many options as are asked, by options that nothing later looks at."""
    alone = any(question.answers[key].exclusive for key in chosen)
    spare = (key for key, answer in question.answers.items() if key not in chosen and not answer.exclusive)
    while not alone and len(chosen) < question.min:
        chosen.append(next(spare))
    return tuple(chosen)


def _leading(situations: list[Walker], ways: Ways) -> Ahead:
    """Without the ways that lead to no ending."""
    before: list[list[int]] = [[] for _ in situations]
    for place, those in enumerate(ways):
        for _, goal in those:
            before[goal].append(place)
    useful = reached((place for place, walker in enumerate(situations) if walker.final), before.__getitem__)
    return Ahead(situations, [[way for way in those if way[1] in useful] for those in ways])
