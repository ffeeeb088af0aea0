"""Records of the model to JSON and back, driven by their types: what the build writes and the browser reads."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin

from wegwijzer import model


def encode(value: Any) -> Any:
    """A record as plain JSON data; fields that have their default are left out."""
    if is_dataclass(value):
        return {f.name: encode(item) for f in fields(value) if (item := getattr(value, f.name)) != _default(f)}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    return value


def decode(kind: Any, data: Any) -> Any:
    """The record of type `kind` that `encode` turned into `data`. Trusts its input: the build wrote it."""
    return _reader(kind)(data)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What turns data into a value of this type: made once for each type, because a tree holds thousands."""
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        options = [a for a in args if a is not type(None)]
        first, condition = _reader(options[0]), _reader(model.Condition) if model.Condition in options else None
        if condition:
            return lambda data: condition(data) if isinstance(data, dict) else data
        return lambda data: None if data is None else first(data)
    if origin is tuple:
        item = _reader(args[0])
        return tuple if item is _as_it_is else lambda data: tuple(map(item, data))
    if origin is dict:
        value = _reader(args[1])
        return dict if value is _as_it_is else lambda data: {key: value(item) for key, item in data.items()}
    return _free if kind is Any else _as_it_is


def _record_reader(kind: Any) -> Callable[[dict[str, Any]], Any]:
    texts: dict[str, Any] = {f.name: f.type for f in fields(kind)}
    names = vars(sys.modules[kind.__module__])
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(data: dict[str, Any]) -> Any:
        values = {}
        for name, item in data.items():
            if name not in readers:  # a type is worked out when data first has it
                readers[name] = _reader(eval(texts[name], names))  # noqa: S307 - the annotations of our own records
            values[name] = readers[name](item)
        return kind(**values)

    return read


def _as_it_is(data: Any) -> Any:
    return data


def _free(data: Any) -> Any:
    return tuple(data) if isinstance(data, list) else data


def _default(f: Any) -> Any:
    return f.default_factory() if f.default_factory is not MISSING else f.default
