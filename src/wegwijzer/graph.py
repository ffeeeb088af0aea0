"""Graphs as mappings from a node to where it leads: the parts in which one can go round, and what can be reached."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def reached(starts: Iterable[Name], nexts: Callable[[Name], Iterable[Name]]) -> set[Name]:
    """The nodes that can be reached from `starts`, those included."""
    found = set(starts)
    stack = list(found)
    while stack:
        fresh = [name for name in nexts(stack.pop()) if name not in found]
        found.update(fresh)
        stack += fresh
    return found


def shortest_round(start: Name, nexts: Mapping[Name, Iterable[Name]]) -> list[Name]:
    """The shortest way from a node back to itself: that node and those after it; empty when there is none."""
    before: dict[Name, Name] = {}
    queue = [start]
    for name in queue:
        for goal in nexts.get(name, ()):
            if goal == start:
                way = [name]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if goal not in before:
                before[goal] = name
                queue.append(goal)
    return []


def strongly_connected(nexts: Mapping[Name, Iterable[Name]]) -> Iterator[list[Name]]:
    """The strongly connected parts, each after those it leads to (Tarjan, without recursion).

    `nexts` gives for every node where it leads; a node without an entry leads nowhere.
    """
    order: dict[Name, int] = {}
    low: dict[Name, int] = {}
    open_nodes: list[Name] = []
    is_open: set[Name] = set()
    for root, first in nexts.items():
        if root in order:
            continue
        work = [(root, iter(first))]
        order[root] = low[root] = len(order)
        open_nodes.append(root)
        is_open.add(root)
        while work:
            name, goals = work[-1]
            for goal in goals:
                if goal not in order:
                    order[goal] = low[goal] = len(order)
                    open_nodes.append(goal)
                    is_open.add(goal)
                    work.append((goal, iter(nexts.get(goal, ()))))
                    break
                if goal in is_open:
                    low[name] = min(low[name], order[goal])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == order[name]:
                    part = [open_nodes.pop()]
                    while part[-1] != name:
                        part.append(open_nodes.pop())
                    is_open.difference_update(part)
                    yield part
