"""Which facts can hold, and which questions are surely answered, when the reader sees a step's content.

Two forward data flows over the facts that content guards look at. They follow edges and do not split situations,
so a guard is judged on its own facts alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from wegwijzer.compiled import Compiled, is_final
from wegwijzer.model import UNDECIDED, Paragraph, Step

MAX_WORLDS = 65_536
World = dict[str, bool]


class TooManyFacts(Exception):
    """A guard depends on so many facts that its combinations cannot all be tried."""


class ContentFlow:
    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.wanted = self._wanted()
        self.edges = {name: list(self._edges_of(name)) for name in compiled.lines}
        self.owners = {fact: fact.rpartition(".")[0] for facts in self.wanted.values() for fact in facts}
        self.live = self._live()
        self.possible: dict[str, frozenset[str]] = {}
        self.answered: dict[str, frozenset[str]] = {}
        self._flow()

    def worlds(self, name: str, facts: set[str]) -> Iterator[World]:
        """The combinations of these facts that can hold in the content of an action ("" means: of every result).

        Raises TooManyFacts when there are more than 65,536.
        """
        finals = [n for n, action in self.compiled.tree.actions.items() if is_final(action) and n in self.possible]
        places = [name] if name else finals
        possible = frozenset().union(*(self.possible.get(place, frozenset()) for place in places))
        answered = frozenset.intersection(*(self.answered.get(place, frozenset()) for place in places)) \
            if places else frozenset()
        groups: dict[str, list[str]] = {}
        for fact in sorted(facts):
            groups.setdefault(fact.rpartition(".")[0] or fact, []).append(fact)
        domains = [list(self._values(owner, members, possible, answered)) for owner, members in groups.items()]
        size = 1
        for domain in domains:
            size *= len(domain)
        if size > MAX_WORLDS:
            raise TooManyFacts(", ".join(sorted(facts)))
        for choice in product(*domains):
            true = frozenset().union(*choice)
            yield {fact: fact in true for fact in facts}

    def _values(
        self, owner: str, members: list[str], possible: frozenset[str], answered: frozenset[str]
    ) -> Iterator[frozenset[str]]:
        """The sets of facts of one question or mark that can hold together."""
        if owner in self.compiled.policies:
            question = self.compiled.policies[owner]
            can_hold = {f"{owner}.{key}" for key in question.answers if key != UNDECIDED}
            empty = False  # content falls back on the default
        else:
            question = self.compiled.tree.questions.get(owner)
            can_hold = {f"{owner}.{key}" for key in question.answers} & possible if question else {owner} & possible
            empty = owner not in answered
        open_ones = [member for member in members if member in can_hold]
        empty = empty or bool(can_hold - set(open_ones))
        if question and question.choose == "many":
            for size in range(len(open_ones) + 1):
                yield from map(frozenset, combinations(open_ones, size))
            return
        if empty or not open_ones:
            yield frozenset()
        for member in open_ones:
            yield frozenset((member,))

    def _wanted(self) -> dict[str, frozenset[str]]:
        """Per action, the facts that its content looks at, with their siblings; results also show the closing."""
        closing = self._looked_at(self.compiled.tree.closing)
        return {
            name: self._looked_at((*action.steps, *action.document)) | (closing if is_final(action) else frozenset())
            for name, action in self.compiled.tree.actions.items()
        }

    def _looked_at(self, parts: tuple[Step | Paragraph, ...]) -> frozenset[str]:
        facts: set[str] = set()
        for fact in (fact for part in parts if part.when for fact in part.when.facts()):
            owner = fact.rpartition(".")[0]
            facts.add(fact)
            if owner in self.compiled.tree.questions:
                facts.update(f"{owner}.{key}" for key in self.compiled.tree.questions[owner].answers)
        return frozenset(facts)

    def _edges_of(self, name: str) -> Iterator[tuple[tuple[str, ...], frozenset[str], str]]:
        """The ways out of a step: targets, facts set, and the question whose facts are replaced ("" for none)."""
        question = self.compiled.tree.questions.get(name)
        if question is None:
            for _, target in self.compiled.exits(name):
                yield tuple(route.to for route in target.routes), frozenset(), ""
            return
        owner = "" if question.policy else name
        for key, answer in question.answers.items():
            own = answer.to if question.choose == "one" else None
            target = own or question.to
            if target:
                facts = frozenset((f"{name}.{key}", *answer.marks)) if owner else frozenset(answer.marks)
                yield tuple(route.to for route in target.routes), facts, owner
        if question.fill and question.to:
            yield tuple(route.to for route in question.to.routes), frozenset(), ""

    def _live(self) -> dict[str, frozenset[str]]:
        """Per step, the facts that content at or after it looks at."""
        live = {name: self.wanted.get(name, frozenset()) for name in self.edges}
        before: dict[str, set[str]] = {}
        for name, edges in self.edges.items():
            for targets, _, _ in edges:
                for target in targets:
                    before.setdefault(target, set()).add(name)
        queue = [name for name, facts in live.items() if facts]
        while queue:
            name = queue.pop()
            for previous in before.get(name, ()):
                if previous in live and not live[name] <= live[previous]:
                    live[previous] |= live[name]
                    queue.append(previous)
        return live

    def _flow(self) -> None:
        starts = [route.to for route in self.compiled.tree.start.routes if route.to in self.edges]
        for name in starts:
            self.possible[name] = self.answered[name] = frozenset()
        queue = list(starts)
        while queue:
            name = queue.pop()
            for targets, sets, owner in self.edges[name]:
                for target in targets:
                    if target in self.edges and self._arrive(name, target, sets, owner):
                        queue.append(target)

    def _arrive(self, name: str, target: str, sets: frozenset[str], owner: str) -> bool:
        live = self.live[target]
        kept = {fact for fact in self.possible[name] & live if not owner or self.owners[fact] != owner}
        possible = frozenset(kept | (sets & live))
        owners = {self.owners[fact] for fact in live} - {""}
        answered = (self.answered[name] | ({owner} if owner else frozenset())) & owners
        if target not in self.possible:
            self.possible[target], self.answered[target] = possible, frozenset(answered)
            return True
        both = self.possible[target] | possible, self.answered[target] & answered
        if both == (self.possible[target], self.answered[target]):
            return False
        self.possible[target], self.answered[target] = both
        return True
