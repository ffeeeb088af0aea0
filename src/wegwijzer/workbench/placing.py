"""What the model knows of a place that is to be written: how deep a file has it, what must be there for it, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.types import record_of, shorthand_of, type_in
from wegwijzer.load.ranges import Range
from wegwijzer.locale import say
from wegwijzer.model import Route
from wegwijzer.workbench.draft import Draft, EditError
from wegwijzer.workbench.follows import Path

NEAR = 12
"""How many records beside one say where a key comes."""


def deepest(draft: Draft, where: Path) -> tuple[Path, Path]:
    """The part of a path that stands in the file, and the rest; a text that stands for a whole record may be all of it."""
    node, kind = draft.root, draft.record
    for depth, name in enumerate(where):
        if node.kind == "scalar":
            rest = where[depth:]
            for each in rest:
                if shorthand_of(kind) != each or node.end == node.start:
                    return where[:depth], rest
                kind = type_in(kind, each)
            return where[:depth], ()
        index = node.index(name)
        if index is None:
            return where[:depth], where[depth:]
        node, kind = node.items[index], type_in(kind, name)
    return where, ()


def within(data: Any, kind: Any, rest: Path, value: Any) -> Any:
    """What must stand where `data` does, so that `value` stands under a path in it."""
    if not rest:
        return value
    name, short = rest[0], shorthand_of(kind)
    if isinstance(data, str) and short is not None:
        data = [{"to": data}] if short == 0 else {short: data}
    if isinstance(data, str) and data:  # a text, and nothing that holds something else
        raise EditError(say("edit.no_place"))
    inner = type_in(kind, name)
    if isinstance(name, int):
        items = list(data or [])
        if name > len(items):
            raise EditError(say("edit.no_place"))
        items[name : name + 1] = [within(items[name] if name < len(items) else None, inner, rest[1:], value)]
        return items
    held = dict(data or {})
    new = {**held, name: within(held.get(name), inner, rest[1:], value)}
    return {key: new[key] for key in order_of(kind) if key in new} if record_of(kind) is Route else new


def position_of(draft: Draft, path: Path, name: str | int) -> int:
    """Where a new key comes: as in the records beside this one, or in the order of the model; at the end of what has no order."""
    block, order = draft.at(path), order_of(draft.type_at(path))
    if name not in order or block.kind != "map":
        return len(block.items)
    others = [names for other in _beside(draft, path) if name in (names := [key.value for key in other.keys])]

    def comes_before(key: str) -> bool:
        names = next((names for names in others if key in names), order)
        return key in names and names.index(key) < names.index(str(name))

    return max((at + 1 for at, key in enumerate(block.keys) if comes_before(key.value)), default=0)


def _beside(draft: Draft, path: Path) -> Iterator[Range]:
    """The blocks of keys nearest to one, in the block that holds them all."""
    if not path:
        return
    block = draft.at(path[:-1])
    own = block.index(path[-1]) or 0
    near = sorted((at for at in range(len(block.items)) if at != own), key=lambda at: abs(at - own))[:NEAR]
    yield from (block.items[at] for at in near if block.items[at].kind == "map")


def order_of(kind: Any) -> list[str]:
    record = record_of(kind)
    return ["when", "to"] if record is Route else list(KINDS.keys_of(record)) if record else []


def may_go(draft: Draft, path: Path) -> bool:
    """Whether a block that becomes empty can be left out: the model asks for no such key."""
    kind = draft.type_at(path[:-1])
    record = record_of(kind)
    key = KINDS.keys_of(record).get(str(path[-1])) if record else None
    return key is not None and not key.required
