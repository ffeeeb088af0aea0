"""Records of the model to JSON and back, driven by their types: what the build writes and the browser reads."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from wegwijzer import compiled as compiled_module
from wegwijzer import model

NAMES = {**vars(model), **vars(compiled_module)}


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
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: decode(hints[name], item) for name, item in data.items()})
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        options = [a for a in args if a is not type(None)]
        if data is None:
            return None
        return decode(model.Condition if model.Condition in options and isinstance(data, dict) else options[0], data)
    if origin is tuple:
        return tuple(decode(args[0], item) for item in data)
    if origin is dict:
        return {key: decode(args[1], item) for key, item in data.items()}
    if kind is Any and isinstance(data, list):
        return tuple(data)
    return data


def _default(f: Any) -> Any:
    return f.default_factory() if f.default_factory is not MISSING else f.default


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, NAMES)
