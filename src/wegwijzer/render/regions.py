"""A tree over sheets that one can take in at a glance: chapter by chapter, and a large chapter in regions that hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wegwijzer.compile.compiled import Compiled
from wegwijzer.render.dot import chapter_nodes, edges_of, short_name
from wegwijzer.view.nodes import node_ids, static_view

MOST = 9
"""Nodes on a sheet. What a sheet only points at does not count."""


@dataclass(frozen=True)
class Sheet:
    """A part of a tree. `nodes` in order of number, `first` where a reader enters it, `before` the sheet that leads there."""

    number: int
    title: str
    nodes: tuple[str, ...]
    first: str
    before: int | None = None


def sheets_of(compiled: Compiled) -> list[Sheet]:
    """The sheets of a tree, in order of their first node; together they hold every node once."""
    order = {name: place for place, name in enumerate(node_ids(compiled))}
    ahead = {name: [goal for _, goal in edges_of(compiled, name)] for name in order}
    if len(order) <= MOST:
        return [Sheet(1, compiled.tree.title, tuple(order), next(iter(order)))]
    parts: list[tuple[str, list[str]]] = []
    chapters = chapter_nodes(compiled) if compiled.tree.chapters else {"": list(order)}
    left = [name for name in order if not any(name in members for members in chapters.values())]
    for chapter, members in (*chapters.items(), ("", left)):
        known = compiled.tree.chapters.get(chapter)
        start = known.start if known else None
        for index, part in enumerate(split(members, ahead, start)):
            own = known.title if known and index == 0 and start in part else ""
            parts.append((own, part))
    sheet_of = {name: place for place, (_, part) in enumerate(parts) for name in part}
    before: dict[int, str] = {}
    for name in order:
        for goal in ahead[name]:
            if sheet_of[goal] != sheet_of[name]:
                before.setdefault(sheet_of[goal], name)
    ranked = sorted(range(len(parts)), key=lambda place: order[parts[place][1][0]])
    number = {place: index for index, place in enumerate(ranked, 1)}
    return [
        Sheet(
            number[place],
            parts[place][0] or _called(compiled, parts[place][1][0]),
            tuple(sorted(parts[place][1], key=order.__getitem__)),
            parts[place][1][0],
            number[sheet_of[before[place]]] if place in before and place != ranked[0] else None,
        )
        for place in ranked
    ]


def split(members: Sequence[str], ahead: Mapping[str, Sequence[str]], start: str | None = None) -> list[list[str]]:
    """These nodes in parts of at most MOST, each a branch of the way from `start`, its first node first.

    Small branches stay with the node that they leave from; what does not fit becomes a part of its own, together with its
    neighbours as far as those fit.
    """
    inside, children, roots = set(members), _branches(members, ahead, start), []
    roots = [name for name in members if not any(name in below for below in children.values())]
    parts: list[list[str]] = []

    def gather(name: str) -> list[str]:
        branches = sorted((gather(child) for child in children[name]), key=len)
        mine, apart = [name], []
        for branch in branches:
            if len(mine) + len(branch) <= MOST:
                mine += branch
            else:
                apart.append(branch)
        parts.extend(packed(apart))
        return mine

    parts.extend(packed([gather(root) for root in sorted(roots, key=lambda name: name != start)]))
    assert inside == {name for part in parts for name in part}  # noqa: S101 - every node once
    return parts


def packed(branches: Sequence[list[str]]) -> list[list[str]]:
    """Branches side by side on as few parts as that takes, in their order."""
    parts: list[list[str]] = []
    for branch in branches:
        room = next((part for part in parts if len(part) + len(branch) <= MOST), None)
        if room is None:
            parts.append(list(branch))
        else:
            room += branch
    return parts


def _branches(members: Sequence[str], ahead: Mapping[str, Sequence[str]], start: str | None) -> dict[str, list[str]]:
    """Of every node the nodes that are first reached from it."""
    children: dict[str, list[str]] = {name: [] for name in members}
    seen: set[str] = set()
    for root in ([start] if start in children else []) + list(members):
        if root is None or root in seen:
            continue
        seen.add(root)
        queue = [root]
        for name in queue:
            for goal in ahead[name]:
                if goal in children and goal not in seen:
                    seen.add(goal)
                    children[name].append(goal)
                    queue.append(goal)
    return children


def _called(compiled: Compiled, name: str) -> str:
    return short_name(compiled, name, static_view(compiled, name))
