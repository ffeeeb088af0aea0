"""What all ways on share, read from a graph in which every reader has a situation of its own: by looking for one that is spared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any


class TooLargeError(Exception):
    """More readers than a brute reading should follow."""


@dataclass
class Met:
    """What a reader meets in one situation: the action (with what it says of itself), and the tasks and contacts that show."""

    action: str = ""
    final: bool = False
    urgent: bool = False
    no_contact: bool = False
    forbids: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()


@dataclass
class Read:
    """What can be read from all ways on, by name."""

    endings: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    urgent: set[tuple[str, str]] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    forbidden: set[str] = field(default_factory=set)


def everyone(first: Hashable, after: Callable[[Any], Iterable[Any]], most: int) -> dict[Any, list[Any]]:
    """Every situation that follows from one, with those after it."""
    found: dict[Any, list[Any]] = {}
    queue = [first]
    while queue:
        state = queue.pop()
        if state not in found:
            found[state] = list(after(state))
            queue += found[state]
        if len(found) > most:
            raise TooLargeError
    return found


def read(first: Hashable, graph: dict[Any, list[Any]], meets: Callable[[Any], Met], contact: set[str]) -> Read:
    """Read a graph. A task is sure when no way to an ending spares it. `contact`: the tasks that make contact."""
    met = {state: meets(state) for state in graph}
    before: dict[Any, list[Any]] = {state: [] for state in graph}
    for state, after in graph.items():
        for goal in after:
            before[goal].append(state)
    useful = _reached([state for state in graph if met[state].final], before, set())
    there = _reached([first], graph, set(graph) - useful)
    told = [met[state] for state in there if met[state].action]
    forbidden = {name for each in told for name in each.forbids}
    if any(each.no_contact for each in told):
        forbidden |= contact
    names = {name for each in told for name in each.maybe}
    spared = {
        name
        for name in names
        if any(met[state].final for state in _reached([first], graph, {s for s in graph if name in met[s].sure}))
    }
    sure = names - spared if there else set()
    return Read(
        endings={each.action for each in told if each.final},
        sure=sure - forbidden,
        urgent={(each.action, name) for each in told if each.urgent for name in each.maybe - sure - forbidden},
        held={name for name in names & forbidden if "@" not in name},
        forbidden=forbidden,
    )


def _reached(starts: Iterable[Any], graph: dict[Any, list[Any]], barred: set[Any]) -> set[Any]:
    """Where somebody gets without one of the barred situations."""
    seen: set[Any] = set()
    queue = list(starts)
    while queue:
        state = queue.pop()
        if state not in seen and state not in barred:
            seen.add(state)
            queue += graph[state]
    return seen
