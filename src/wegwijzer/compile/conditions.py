"""The meaning of guards: three-valued, because a form without memory does not know what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from wegwijzer.model import Condition, Route, Target

Known = Callable[[str], bool | None]
"""Tells of a fact whether it holds (True), does not (False) or is not known (None)."""


def holds(condition: Condition | None, known: Known) -> bool | None:
    """Whether a guard holds (Kleene's strong logic). No guard always holds."""
    if condition is None:
        return True
    parts = [_every(condition.all, known)]
    if condition.any:
        parts.append(_some(condition.any, known))
    if condition.none:
        parts.append(_negate(_some(condition.none, known)))
    return _and(parts)


def facts_of(routes: Iterable[Route]) -> frozenset[str]:
    """The facts that the guards of these routes look at."""
    return frozenset(fact for route in routes if route.when for fact in route.when.facts())


def first_open(target: Target, known: Known) -> int | Literal["unknown"] | None:
    """The index of the route to take; `None` when none holds; `"unknown"` when it depends on an unknown fact."""
    for index, route in enumerate(target.routes):
        value = holds(route.when, known)
        if value is None:
            return "unknown"
        if value:
            return index
    return None


def learn(condition: Condition | None, *, value: bool, known: Known) -> dict[str, bool]:
    """The facts that follow when the reader says that a guard holds, or does not."""
    if condition is None or holds(condition, known) is not None:
        return {}
    members = (condition.all, condition.any, condition.none)
    if value:
        wanted = [(m, True) for m in condition.all] + [(m, False) for m in condition.none]
        possible = [m for m in condition.any if _value(m, known) is not False]
        wanted += [(possible[0], True)] if len(possible) == 1 else []
    elif sum(map(bool, members)) > 1:
        wanted = []  # one of several groups fails, but not which
    elif condition.any:
        wanted = [(m, False) for m in condition.any]
    else:
        open_ones = [m for m in (*condition.all, *condition.none) if _value(m, known) is None]
        wanted = [(open_ones[0], not condition.all)] if len(open_ones) == 1 else []
    learned: dict[str, bool] = {}
    for member, truth in wanted:
        if isinstance(member, Condition):
            learned |= learn(member, value=truth, known=known)
        elif known(member) is None:
            learned[member] = truth
    return learned


def _value(member: str | Condition, known: Known) -> bool | None:
    return holds(member, known) if isinstance(member, Condition) else known(member)


def _and(values: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _every(members: Iterable[str | Condition], known: Known) -> bool | None:
    return _and(_value(member, known) for member in members)


def _some(members: Iterable[str | Condition], known: Known) -> bool | None:
    return _negate(_and(_negate(_value(member, known)) for member in members))


def _negate(value: bool | None) -> bool | None:  # noqa: FBT001 - logic
    return None if value is None else not value
