"""How far it still is at most: the longest way from a step to an end that asks no question twice.

A way through a part with loops is looked for exactly as long as that part is small; in a larger one every question
of the part counts once. Either way it is a bound that holds: ‘nog hoogstens …’ is never too low.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wegwijzer.compile.compiled import Compiled, exit_after, fork_id
from wegwijzer.graph import strongly_connected
from wegwijzer.model import Question, Target
from wegwijzer.walk.walker import Walker, chosen_keys

MOST_TRIES = 20_000
"""How many ways through one part with loops are tried before every question of it counts."""
MOST_KEPT = 8
"""For how many trees and combinations of local choices the answer is kept."""

_kept: dict[tuple[object, ...], tuple[Compiled, dict[str, int]]] = {}
"""The longest ways from each node as they were found last, by tree and by what the local choices decide.

A tree is known by its identity. It is kept with what was found, so that no other gets that identity meanwhile.
"""


def questions_left(walker: Walker) -> int:
    """How many questions a reader still gets at most, the one at hand included; a question is not counted twice."""
    compiled = walker.compiled
    decided = {
        name: chosen_keys(value)
        for name, question in compiled.tree.questions.items()
        if name != walker.node and (value := walker.followed(question)) is not None
    }
    unknown = walker.start is not None
    key = (id(compiled), tuple(decided.items()), unknown)
    if key not in _kept:
        if len(_kept) >= MOST_KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = compiled, _Ways(compiled, decided, unknown=unknown).longest()
    return _kept[key][1].get(walker.node, 0)


@dataclass
class _Ways:
    """The steps with what each counts for, and the ways from step to step. `unknown`: forks are asked too."""

    compiled: Compiled
    decided: dict[str, tuple[str, ...]]
    unknown: bool
    far: dict[str, int] = field(default_factory=dict)

    def longest(self) -> dict[str, int]:
        """The most questions from each step on."""
        self.nexts = {name: list(self._nexts(name)) for name in self.compiled.lines}
        self.nexts |= {
            fork.id: [route.to for route in fork.target.routes if route.to in self.nexts]
            for fork in self.compiled.forks.values()
        }
        for part in strongly_connected(self.nexts):
            if len(part) == 1 and part[0] not in self.nexts[part[0]]:
                self.far[part[0]] = self._cost(part[0]) + max(map(self.far.__getitem__, self.nexts[part[0]]), default=0)
            else:
                self.far |= self._through_loops(part)
        return self.far

    def _cost(self, name: str) -> int:
        if name in self.compiled.forks:
            return int(self.unknown)
        return int(name in self.compiled.tree.questions and name not in self.decided)

    def _nexts(self, name: str) -> Iterator[str]:
        question = self.compiled.tree.questions.get(name)
        if question and name in self.decided:
            yield from self._decided_nexts(name, question)
            return
        for answer, target in self.compiled.exits(name):
            yield from self._goals(name, answer, target)

    def _decided_nexts(self, name: str, question: Question) -> Iterator[str]:
        own, target = exit_after(question, self.decided[name])
        if target:
            yield from self._goals(name, own, target)

    def _goals(self, name: str, answer: str | None, target: Target) -> Iterator[str]:
        if target.guarded:
            yield fork_id(name, answer)
        else:
            yield from (route.to for route in target.routes if route.to in self.compiled.lines)

    def _through_loops(self, part: list[str]) -> dict[str, int]:
        """The longest ways from the steps of one part with loops; of a large part, a bound."""
        inside = set(part)
        beyond = {
            name: max((self.far[goal] for goal in self.nexts[name] if goal not in inside), default=0) for name in part
        }
        tries = 0
        found = {}
        for start in part:
            best, stack = 0, [(start, frozenset([start]), self._cost(start))]
            while stack:
                tries += 1
                if tries > MOST_TRIES:
                    return dict.fromkeys(part, sum(map(self._cost, part)) + max(beyond.values()))
                name, passed, count = stack.pop()
                best = max(best, count + beyond[name])
                stack += [
                    (goal, passed | {goal}, count + self._cost(goal))
                    for goal in self.nexts[name]
                    if goal in inside and goal not in passed
                ]
            found[start] = best
        return found
