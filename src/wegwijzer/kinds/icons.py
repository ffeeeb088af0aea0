"""Which icons a record names: every key `icon`, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from wegwijzer.kinds.library import Library
from wegwijzer.model import Where

KEY = "icon"


def icons_in(record: Any) -> Iterator[tuple[Where, str]]:
    """Every icon that a record names, with its place."""
    yield from _found(record, ())


def icons_of(library: Library) -> set[str]:
    """Every icon that trees and data of a project name."""
    records = [
        *library.trees.values(),
        *library.data.values(),
        *(one for kind in library.others.values() for one in kind.values()),
    ]
    return {name for record in records for _, name in icons_in(record)}


def _found(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if is_dataclass(value):
        for each in fields(value):
            key = each.name.rstrip("_")
            inside = getattr(value, each.name)
            if key != KEY:
                yield from _found(inside, (*where, key))
            elif inside:
                yield (*where, key), inside
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _found(inside, (*where, name))
    elif isinstance(value, tuple):
        for index, inside in enumerate(value):
            yield from _found(inside, (*where, index))
