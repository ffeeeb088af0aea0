"""What the proof of a tree found: its situations, and what follows from how they hang together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Situation = tuple[str, frozenset[str], frozenset[str]]
"""Step, facts that hold, and local choices already looked at (each limited to what later guards look at)."""


@dataclass
class Proof:
    """What was found. `parents` leads from each situation back to the start, for examples."""

    situations: list[Situation] = field(default_factory=list)
    parents: list[tuple[int, str, str]] = field(default_factory=list)
    followers: list[list[tuple[int, int]]] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)
    routes: set[tuple[str, int]] = field(default_factory=set)
    finals: set[int] = field(default_factory=set)
    dead_ends: list[tuple[int, str, str]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)

    def way_to(self, index: int) -> list[tuple[str, str]]:
        """A shortest list of (step, answer) that leads from the start to a situation."""
        way = []
        while index >= 0:
            index, node, label = self.parents[index]
            if node:
                way.append((node, label))
        return way[::-1]

    def trapped(self) -> list[int]:
        """The situations from which no action can be reached, though a way on exists: loops without exit."""
        ends = {*self.finals, *self.broken, *(index for index, _, _ in self.dead_ends if index >= 0)}
        free = self._reaching(ends)
        return [index for index in range(len(self.situations)) if index not in free]

    def count_walks(self) -> int | None:
        """How many complete answer sequences there are; None when a loop makes them endless."""
        useful = self._reaching(self.finals)
        if 0 not in useful:
            return 0
        waiting = {index: sum(f in useful for f, _ in self.followers[index]) for index in useful}
        ready = [index for index, count in waiting.items() if count == 0]
        counts = dict.fromkeys(self.finals, 1)
        before = self._before()
        done = 0
        while ready:
            index = ready.pop()
            done += 1
            if index not in counts:
                counts[index] = sum(weight * counts[f] for f, weight in self.followers[index] if f in useful)
            for previous in before[index]:
                waiting[previous] -= 1
                if waiting[previous] == 0:
                    ready.append(previous)
        return counts[0] if done == len(useful) else None

    def _before(self) -> list[list[int]]:
        """Per situation, those that lead to it (as often as they do)."""
        before: list[list[int]] = [[] for _ in self.situations]
        for index, followers in enumerate(self.followers):
            for follower, _ in followers:
                before[follower].append(index)
        return before

    def _reaching(self, ends: Iterable[int]) -> set[int]:
        """The situations from which one of `ends` can be reached, those included."""
        before = self._before()
        found = set(ends)
        queue = list(found)
        while queue:
            fresh = [index for index in before[queue.pop()] if index not in found]
            found.update(fresh)
            queue += fresh
        return found
