"""Whether a text that was changed says what it must: the change, and everything else as before."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from wegwijzer.load.ranges import Range, same

Path = tuple[str | int, ...]
Content = Sequence[tuple[str, int | None, Any]]
"""What a block must hold after a change: the key of each entry, and its position before; without one, what it must say."""


def names(block: Range) -> list[str]:
    """The keys of a block; of a list as many empty texts."""
    return [key.value for key in block.keys] if block.kind == "map" else [""] * len(block.items)


def follows(before: Range, now: Range, path: Path, content: Content) -> bool:
    """Whether a text says what one said before, but for the block at a path, which holds this."""
    for name in path:
        index = before.index(name)
        if index is None or before.kind != now.kind or names(before) != names(now):
            return False
        if not all(same(before, at, now, at) for at in range(len(before.items)) if at != index):
            return False
        before, now = before.items[index], now.items[index]
    if now.kind == "scalar" or [name for name, _, _ in content] != names(now):
        return not content and now.kind != "scalar" and not now.items
    return all(
        now.items[at].data() == value if was is None else same(before, was, now, at)
        for at, (_, was, value) in enumerate(content)
    )


def renamed(
    before: Range, now: Range, path: Path, says: Mapping[tuple[Path, bool], str], inside: Container[Path]
) -> bool:
    """Whether a text says what one said before, with these names instead: of the value at a place, or of its key.

    `inside` are the places that hold such a name, at any depth.
    """
    if before.kind == "scalar" or before.kind != now.kind:
        return before.kind == now.kind and now.value.strip() == says.get((path, False), before.value).strip()
    own = [key.value for key in before.keys] if before.kind == "map" else range(len(before.items))
    places = [(*path, name) for name in own]
    keys = [says.get((place, True), place[-1]) for place in places] if before.kind == "map" else names(before)
    return keys == names(now) and all(
        renamed(before.items[at], now.items[at], place, says, inside) if place in inside else same(before, at, now, at)
        for at, place in enumerate(places)
    )
