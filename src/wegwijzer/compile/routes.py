"""A guarded list made ready to be asked often: which route is open, in a few operations a fact and not one a route.

A table of decisions is a list of thousands of routes. Per fact, a set of bits says which routes close when it holds or does
not; what is left open first is the route to take. Guards inside guards are judged one by one, and only when their turn
comes.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from wegwijzer.compile.conditions import holds
from wegwijzer.model import Condition, Target


class Routes:
    """The routes of one target, with the facts that their guards look at and the steps that they lead to."""

    def __init__(self, target: Target) -> None:
        self.goals = tuple(dict.fromkeys(route.to for route in target.routes))
        self.guarded = target.guarded
        self.nested: dict[int, Condition] = {}
        self.wants = 0
        facts: dict[str, None] = {}
        closed_without: dict[str, int] = {}
        closed_with: dict[str, int] = {}
        opened_with: dict[str, int] = {}
        for index, route in enumerate(target.routes):
            guard, bit = route.when, 1 << index
            if guard is None:
                continue
            facts |= dict.fromkeys(guard.facts())
            if any(isinstance(member, Condition) for member in (*guard.all, *guard.any, *guard.none)):
                self.nested[index] = guard
                continue
            self.wants |= bit if guard.any else 0
            for found, members in (
                (closed_without, guard.all),
                (closed_with, guard.none),
                (opened_with, guard.any),
            ):
                for fact in members:
                    found[fact] = found.get(fact, 0) | bit  # type: ignore[index, arg-type]  # those with guards inside were left out
        self.facts = frozenset(facts)
        self.every = (1 << len(target.routes)) - 1
        self.closed_without = tuple(closed_without.items())
        self.closed_with = tuple(closed_with.items())
        self.opened_with = tuple(opened_with.items())

    def first_open(self, facts: AbstractSet[str]) -> int | None:
        """The index of the route that is taken when these facts hold and no others; None when no route is open."""
        if not self.guarded:
            return 0
        closed = self.wants
        for fact, bits in self.opened_with:
            if fact in facts:
                closed &= ~bits
        for fact, bits in self.closed_without:
            if fact not in facts:
                closed |= bits
        for fact, bits in self.closed_with:
            if fact in facts:
                closed |= bits
        left = self.every & ~closed
        while left:
            lowest = left & -left
            index = lowest.bit_length() - 1
            if index not in self.nested or holds(self.nested[index], facts.__contains__):
                return index
            left ^= lowest
        return None
