"""What may stand at a path of keys: the model walked by its types, and the text walked by its nodes."""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin

from wegwijzer.kinds.kind import KINDS
from wegwijzer.load.nodes import Node
from wegwijzer.model import Condition, Fact, Route, SourceRef, Target, Where


def bare(kind: Any) -> Any:
    """What an optional value is when it is there; a condition for what may also be one fact."""
    if get_origin(kind) in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not type(None)]
        return Condition if Condition in options and Fact in options else options[0]
    return kind


def member(kind: Any) -> Any:
    """What a list or a block with names holds; None for what is neither."""
    kind = bare(kind)
    if kind is Target:
        return Route
    if get_origin(kind) is tuple:
        return get_args(kind)[0]
    return get_args(kind)[1] if get_origin(kind) is dict else None


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
    for part in where:
        kind = bare(kind)
        if is_record(kind):
            key = KINDS.keys_of(kind).get(str(part))
            kind = key.kind if key else None
        else:
            kind = member(kind)
        if kind is None:
            return None
    return kind


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
