"""Which facts can hold when the reader sees the content of a step.

Content guards do not split situations: each is judged on its own facts. A fact can hold in an action when some way
leads there from where it is set, without being replaced; a question is surely answered when every way passes it,
and a mark surely set when every way has an answer that sets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from math import prod

from wegwijzer.compile.compiled import Compiled, exit_after, is_final
from wegwijzer.graph import reached
from wegwijzer.model import UNDECIDED, Question, Target
from wegwijzer.proof.liveness import NOTHING, ROOT, Edge, Graph

MAX_WORLDS = 65_536
World = dict[str, bool]


class TooManyFacts(Exception):
    """A guard depends on so many facts that its combinations cannot all be tried."""


class ContentFlow:
    """The facts of one tree. Searches start from the fact that is asked for, so what nobody asks costs nothing."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        edges = list(self._edges())
        self.graph = Graph(edges)
        self.setters: dict[str, list[Edge]] = {}
        self.free: dict[str, set[str]] = {}
        for edge in edges:
            for fact in edge.sets:
                self.setters.setdefault(fact, []).append(edge)
        self.finals = {name for name, action in compiled.tree.actions.items() if is_final(action)}

    def worlds(self, name: str, facts: set[str]) -> Iterator[World]:
        """The combinations of these facts that can hold in the content of an action ("" means: of every result).

        Raises TooManyFacts when there are more than 65,536.
        """
        places = {name} if name else self.finals
        groups: dict[str, list[str]] = {}
        for fact in sorted(facts):
            groups.setdefault(fact.rpartition(".")[0] or fact, []).append(fact)
        domains = [list(self._values(owner, members, places)) for owner, members in groups.items()]
        if prod(map(len, domains)) > MAX_WORLDS:
            raise TooManyFacts(", ".join(sorted(facts)))
        for choice in product(*domains):
            true = NOTHING.union(*choice)
            yield {fact: fact in true for fact in facts}

    def _values(self, owner: str, members: list[str], places: set[str]) -> Iterator[frozenset[str]]:
        """The sets of facts of one question or mark that can hold together."""
        policy = self.compiled.policies.get(owner)
        question = policy or self.compiled.tree.questions.get(owner)
        if policy:
            can_hold = {f"{owner}.{key}" for key in policy.answers if key != UNDECIDED}
            empty = False  # content falls back on the default
        else:
            every = [f"{owner}.{key}" for key in question.answers] if question else [owner]
            can_hold = {fact for fact in every if self._can_hold(fact, places)}
            if question:
                empty = not all(self.graph.passes(place, owner) for place in places)
            else:
                empty = not places.isdisjoint(self._unmarked(owner))
        shown = [member for member in members if member in can_hold]
        if question and question.choose == "many":
            yield from _subsets(owner, question, can_hold, shown, empty=empty)
            return
        if empty or can_hold - set(shown) or not shown:
            yield NOTHING
        for member in shown:
            yield frozenset((member,))

    def _unmarked(self, mark: str) -> set[str]:
        """The steps to which a reader can come without this mark; a mark that was set stays."""
        if mark not in self.free:
            self.free[mark] = reached(
                [ROOT],
                lambda name: [
                    target for edge in self.graph.out.get(name, ()) if mark not in edge.sets for target in edge.targets
                ],
            )
        return self.free[mark]

    def _can_hold(self, fact: str, places: set[str]) -> bool:
        starts = [target for edge in self.setters.get(fact, ()) for target in edge.targets]
        return bool(self.graph.region(fact, starts, places))

    def _edges(self) -> Iterator[Edge]:
        """The tree as a graph: a new answer to a question replaces its facts, marks stay."""
        yield Edge(ROOT, _goals(self.compiled.tree.start))
        for name in self.compiled.lines:
            question = self.compiled.tree.questions.get(name)
            if question is None or question.fill:
                for _, target in self.compiled.exits(name):
                    yield Edge(name, _goals(target))
                continue
            own = not question.policy
            clears = frozenset(f"{name}.{key}" for key in question.answers) if own else NOTHING
            for key, answer in question.answers.items():
                _, goal = exit_after(question, (key,))
                if goal:
                    sets = frozenset((f"{name}.{key}", *answer.marks)) if own else frozenset(answer.marks)
                    yield Edge(name, _goals(goal), sets, clears)


def _goals(target: Target) -> tuple[str, ...]:
    return tuple(dict.fromkeys(route.to for route in target.routes))


def _subsets(
    owner: str, question: Question, can_hold: set[str], shown: list[str], *, empty: bool
) -> Iterator[frozenset[str]]:
    """What can hold of the shown options of a several-choice question: allowed choices, as far as shown."""
    alone = {f"{owner}.{key}" for key, answer in question.answers.items() if answer.exclusive} & can_hold
    together = can_hold - alone
    unseen = len(together - set(shown))
    if empty or question.min == 0 or alone - set(shown):
        yield NOTHING
    shared = [fact for fact in shown if fact in together]
    for size in range(len(shared) + 1):
        if size + unseen >= max(question.min, 1):
            yield from map(frozenset, combinations(shared, size))
    yield from (frozenset((fact,)) for fact in shown if fact in alone)
