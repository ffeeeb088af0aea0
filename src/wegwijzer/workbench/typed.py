"""What may stand at a path of keys: the model walked by its types, and the text walked by its nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import is_dataclass
from functools import reduce
from typing import Any, get_origin

from wegwijzer.kinds.types import record_of, type_in, type_of
from wegwijzer.load.nodes import Node
from wegwijzer.model import Condition, SourceRef, Target, Where


def bare(kind: Any) -> Any:
    """What an optional value is when it is there; a condition for what may also be one fact."""
    return record_of(kind) or type_of(kind)


def member(kind: Any) -> Any:
    """What a list or a block with names holds; None for what is neither."""
    return None if is_record(kind) else type_in(kind, 0)


def is_named(kind: Any) -> bool:
    """Whether it is a block with names, and no list."""
    return get_origin(bare(kind)) is dict


def is_record(kind: Any) -> bool:
    """Whether it is a record with keys of its own, that people fill in key by key."""
    kind = bare(kind)
    return is_dataclass(kind) and kind not in (Target, Condition, SourceRef)


def holds_records(kind: Any) -> bool:
    """Whether it is a list of records, or a block with records by name, however deep."""
    inner = None if bare(kind) is Target else member(kind)
    return inner is not None and (is_record(inner) or holds_records(inner))


def kind_at(kind: Any, where: Sequence[str | int]) -> Any:
    """The type of what may stand at a path inside a type; None where nothing of the model can stand."""
    return reduce(type_in, where, kind)


def sound(kind: Any, where: Sequence[str | int]) -> Where:
    """A path as an address of a page may say it, with its numbers as numbers."""
    found: Where = ()
    for part in where:
        number = isinstance(part, str) and part.isdigit() and not is_named(kind) and not is_record(kind)
        found = (*found, int(part) if number else part)
        kind = type_in(kind, found[-1])
    return found


def node_at(root: Node | None, where: Sequence[str | int]) -> Node | None:
    """The node exactly at a path; None when nothing stands there."""
    node = root
    for part in where:
        if node is None:
            return None
        if node.kind == "list":
            node = node.items[part] if isinstance(part, int) and part < len(node.items) else None
        else:
            node = next((item for key, item in node.entries() if key.value == str(part)), None)
    return node


def home(kind: Any, where: Where) -> Where:
    """The place whose form shows another place: the first record in a list or block of records on the way, else the whole file.

    A block of blocks, whose members are no records yet, has a form of its own too.
    """
    inside = False
    for depth, part in enumerate(where):
        kind = bare(kind)
        if inside and is_record(kind):
            return where[:depth]
        inside = inside or holds_records(kind)
        kind = kind_at(kind, (part,))
        if kind is None:
            return ()
    return where if inside and (is_record(kind) or holds_records(kind)) else ()
