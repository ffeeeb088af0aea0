"""An example of every kind of record, made from the model itself: a field that is new is in it by itself."""

from __future__ import annotations

import types
from dataclasses import is_dataclass, replace
from itertools import count
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer.kinds import KINDS
from wegwijzer.model import Condition, Date, Duration, Fact, Link, Mail, NodeRef, Route, SourceId, Target

SAID = {
    Date: ("2027-01-01", "2028-02-02"),
    Duration: ("24h", "2d"),
    Fact: ("een.een", "een.twee"),
    Mail: ("een@voorbeeld.be", "twee@voorbeeld.be"),
    Link: ("https://een.be", "https://twee.be"),
    NodeRef: ("een", "twee"),
    SourceId: ("bron", "bron-2"),
    int: (3, 4),
    bool: (True, False),
}
"""Per type of value: one that it may have, and another."""


class Examples:
    """Makes an example of a type as plain values for YAML, and knows for every leaf what else it could be.

    `leaves` holds paths of keys with the other value; `names` are those under which blocks of records stand.
    """

    def __init__(self) -> None:
        self.numbers = count(1)
        self.leaves: list[tuple[tuple[Any, ...], Any]] = []

    def make(self, kind: Any, where: tuple[Any, ...] = ()) -> Any:
        """An example of `kind`. Every text is unique."""
        if kind is Target:
            self.leaves.append((where, "twee"))
            return "een"
        if kind is Condition:
            return {"all": [self.leaf(Fact, (*where, "all", 0))]}
        if is_dataclass(kind):
            return {key: self.make(each.kind, (*where, key)) for key, each in KINDS.keys_of(kind).items()}
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self.make(next(each for each in args if each is not type(None)), where)
        if origin is tuple:
            return [self.make(args[0], (*where, 0)), self.make(args[0], (*where, 1))]
        if origin is dict:
            return {name: self.make(args[1], (*where, name)) for name in ("een", "twee")}
        if origin is Literal:
            self.leaves.append((where, args[1] if len(args) > 1 else None))  # the only word there is, or none at all
            return args[0]
        return self.leaf(kind, where)

    def leaf(self, kind: Any, where: tuple[Any, ...]) -> Any:
        number = next(self.numbers)
        if kind in SAID:
            value, other = SAID[kind]
        elif kind is str or kind is Any:
            value, other = f"Tekst {number}.", f"Andere woorden {number}."
        elif where[-1] == "icon":  # one that can be drawn
            value, other = "phone", "clock"
        else:  # a name
            value, other = "een", "twee"
        self.leaves.append((where, other))
        return value


def changed(record: Any, where: tuple[Any, ...], value: Any) -> Any:
    """A copy with another value at one place: of plain values, or of a record of the model."""
    if not where:
        return Target((Route(value),)) if isinstance(record, Target) else value
    first, *rest = where
    if isinstance(record, dict) and value is None and not rest:
        return {key: item for key, item in record.items() if key != first}
    if isinstance(record, dict):
        return {key: changed(item, tuple(rest), value) if key == first else item for key, item in record.items()}
    if isinstance(record, (list, tuple)):
        return type(record)(
            changed(item, tuple(rest), value) if at == first else item for at, item in enumerate(record)
        )
    key = KINDS.keys_of(type(record))[first]
    now = changed(key.value(record), tuple(rest), value)
    return replace(record, **{key.field: {**getattr(record, key.field), first: now} if key.open else now})
