"""The type of what stands somewhere in a record, by the path of keys that leads to it."""

from __future__ import annotations

import types
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin

from wegwijzer.kinds.kind import KINDS
from wegwijzer.model import Condition, Route, Target


@cache
def options_of(kind: Any) -> tuple[Any, ...]:
    """What a value may be: the parts of a union without nothing, or the one type."""
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(each for each in get_args(kind) if each is not type(None))
    return (kind,)


def type_of(kind: Any) -> Any:
    """What an optional value is when it is there; of a fact or a condition a fact."""
    return options_of(kind)[0]


@cache
def record_of(kind: Any) -> Any:
    """The type of record that a value may be; None when it is none."""
    return next((each for each in options_of(kind) if is_dataclass(each)), None)


def type_in(kind: Any, name: str | int) -> Any:
    """The type of what stands under a key or a number; None for what the model does not know."""
    kind = record_of(kind) or type_of(kind)
    if kind is Target:
        return Route if isinstance(name, int) else None
    if is_dataclass(kind):
        key = KINDS.keys_of(kind).get(str(name))
        return key.kind if key else None
    if get_origin(kind) is tuple:
        return get_args(kind)[0]
    return get_args(kind)[1] if get_origin(kind) is dict else None


def is_condition(kind: Any) -> bool:
    """Whether a guard may stand there."""
    return Condition in options_of(kind)


def shorthand_of(kind: Any) -> str | int | None:
    """What a text alone stands for, in a record that may be written as one: the key, or the number of a first route."""
    kind = record_of(kind)
    if kind is Target:
        return 0
    short: str | None = getattr(kind, "shorthand", None)
    return short if short or kind is not Route else "to"
