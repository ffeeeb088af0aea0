"""JSON Schemas for editors, made from the model: completion and hints while a contributor types."""

from __future__ import annotations

import json
import types
from dataclasses import is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer import model
from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import say
from wegwijzer.model import (
    NAME,
    Chosen,
    Colour,
    Condition,
    Date,
    Duration,
    Fact,
    Id,
    Link,
    Mail,
    NodeRef,
    Phone,
    PolicyName,
    SourceId,
    Target,
)
from wegwijzer.model.fields import COLOUR, MAIL, PHONE
from wegwijzer.model.names import FACT_NAME, SOURCE_NAME, STEP_NAME

PATTERNS = {
    Id: f"^{NAME}$",
    NodeRef: f"^{STEP_NAME}$",
    SourceId: f"^{SOURCE_NAME}$",
    Fact: f"^{FACT_NAME}$",
    Duration: "^[1-9][0-9]{0,3}[mhd]$",
    Mail: f"^{MAIL.pattern}$",
    Date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    Colour: f"^{COLOUR.pattern}$",
    Phone: f"^{PHONE.pattern}$",
    Link: "^(https?://|mailto:|/(?![/\\\\])|#)",
}
PATTERNS[PolicyName] = PATTERNS[Fact]
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
PLAIN: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    Chosen: {"anyOf": [TEXT, {"type": "number"}, {"type": "array", "items": TEXT, "minItems": 1}]},
}


def schema_texts() -> dict[str, str]:
    """Every schema as a file: its name → its text."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every kind of YAML file, by name."""
    return {kind.name: _file_schema(kind.record) for kind in KINDS.in_yaml()}


def _file_schema(kind: type) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    root = _schema(kind, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": say("schema.made_by"),
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind is Target:
        route = _schema(model.Route, definitions)
        return {"oneOf": [_schema(NodeRef, definitions), {"type": "array", "items": route, "minItems": 1}]}
    if is_dataclass(kind):
        return _record(kind, definitions)
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        options = [a for a in args if a is not type(None)]
        if Date in options:
            return {"anyOf": [_schema(Date, definitions), {"type": "null"}]}
        parts = [_schema(option, definitions) for option in options]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": {} if args[1] is Any else _schema(args[1], definitions)}
    if origin is Literal:
        return {"enum": list(args)}
    if kind in PATTERNS or kind in KINDS.registers:
        return {"type": "string", "pattern": PATTERNS.get(kind, PATTERNS[Id])}
    return PLAIN.get(kind, TEXT)


def _record(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the definition of a record, which is added when it is new."""
    reference = {"$ref": f"#/$defs/{kind.__name__}"}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # a condition may hold conditions
        keys = KINDS.keys_of(kind).values()
        properties = {each.key: _property(each, definitions) for each in keys}
        required = [each.key for each in keys if each.required]
        record: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        if required:
            record["required"] = required
        if kind is Condition:
            record["minProperties"] = 1
        if hasattr(kind, "shorthand"):
            record = {"anyOf": [{"type": "string", "minLength": 1}, record]}
        definitions[kind.__name__] = record
    return reference


def _property(each: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    found = {"description": each.says, **_schema(each.kind, definitions)}
    if each.example:
        found["examples"] = [each.example.split(", ") if found.get("type") == "array" else each.example]
    return found
