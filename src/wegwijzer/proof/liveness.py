"""Where in a tree a fact still matters: between where it can be set and where a guard can still look at it.

Both searches stay between the two ends in the order of the tree, so a guard on a recent answer costs a few steps
whatever the size of the tree. The graph is the tree's edges; a root without name leads to the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wegwijzer.graph import reached, strongly_connected

ROOT = ""
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Edge:
    """One way out of a step: where it may lead, the facts it sets and clears, those its guards then look at."""

    origin: str
    targets: tuple[str, ...]
    sets: frozenset[str] = NOTHING
    clears: frozenset[str] = NOTHING
    looks: frozenset[str] = NOTHING

    def keeps(self, fact: str) -> bool:
        """Whether a fact has the same value after this edge as before it."""
        return fact not in self.sets and fact not in self.clears


class _Search:
    """What is reached from some steps, found one step at a time."""

    def __init__(self, begin: set[str], nexts: Callable[[str], Iterable[str]], allowed: Callable[[str], bool]) -> None:
        self.begin, self.nexts, self.allowed = begin, nexts, allowed
        self.found = set(begin)
        self.stack = list(begin)

    def step(self) -> bool:
        """Look at one more step; False when all is found."""
        if not self.stack:
            return False
        for name in self.nexts(self.stack.pop()):
            if name not in self.found and self.allowed(name):
                self.found.add(name)
                self.stack.append(name)
        return True


class Graph:
    """The edges of a tree with a rank for every step: an edge never leads to a lower rank; loops share one."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.out: dict[str, list[Edge]] = {ROOT: []}
        self.into: dict[str, list[Edge]] = {}
        for edge in edges:
            self.out.setdefault(edge.origin, []).append(edge)
            for target in edge.targets:
                self.into.setdefault(target, []).append(edge)
        self.rank = self._ranks()

    def region(self, fact: str, starts: Iterable[str], users: set[str]) -> set[str]:
        """The steps that are reached from `starts` and reach one of `users`, with the fact kept all the way.

        Searches from both ends in turn: the one that is done first bounds the other, so the cost follows the smaller.
        """
        known_starts = {start for start in starts if start in self.rank}
        known_users = {user for user in users if user in self.rank}
        first = min((self.rank[start] for start in known_starts), default=0)
        last = max((self.rank[user] for user in known_users), default=-1)
        within = {name for name in known_starts if self.rank[name] <= last}
        ahead = _Search(
            within, lambda name: self._after(fact, name), lambda name: self.rank.get(name, last + 1) <= last
        )
        within = {name for name in known_users if self.rank[name] >= first}
        back = _Search(within, lambda name: self._before(fact, name), lambda name: self.rank.get(name, -1) >= first)
        while ahead.step() and back.step():
            pass
        done, other = (back, ahead) if ahead.stack else (ahead, back)
        rest = _Search(other.begin & done.found, other.nexts, done.found.__contains__)
        while rest.step():
            pass
        return rest.found

    def _after(self, fact: str, name: str) -> Iterator[str]:
        for edge in self.out.get(name, ()):
            if edge.keeps(fact):
                yield from edge.targets

    def _before(self, fact: str, name: str) -> Iterator[str]:
        return (edge.origin for edge in self.into.get(name, ()) if edge.keeps(fact))

    def passes(self, step: str, through: str) -> bool:
        """Whether every way from the root to a step passes `through`."""
        stack, seen = [step], {step, through}
        while stack:
            name = stack.pop()
            if name == ROOT:
                return False
            fresh = [edge.origin for edge in self.into.get(name, ()) if edge.origin not in seen]
            seen.update(fresh)
            stack += fresh
        return step != through

    def _ranks(self) -> dict[str, int]:
        """The strongly connected parts of what the root reaches, numbered from the root down."""

        def goals(name: str) -> list[str]:
            return [target for edge in self.out.get(name, ()) for target in edge.targets]

        parts = list(strongly_connected({name: goals(name) for name in reached([ROOT], goals)}))
        return {name: len(parts) - 1 - number for number, part in enumerate(parts) for name in part}
