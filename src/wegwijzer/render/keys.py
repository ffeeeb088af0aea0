"""Every key of the YAML files with its description, from the model: a page for contributors."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer import model
from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS, record_text
from wegwijzer.locale import say
from wegwijzer.model import Target

TYPES = {
    model.Id: "keys.name",
    model.Fact: "keys.fact",
    model.NodeRef: "keys.node",
    model.SourceId: "keys.source",
    model.Duration: "keys.duration",
    model.Date: "keys.date",
    model.Link: "keys.address",
    model.Chosen: "keys.chosen",
    model.Colour: "keys.colour",
    str: "keys.text",
    int: "keys.number",
    bool: "keys.boolean",
    Target: "keys.target",
    Any: "keys.value",
    model.PolicyName: "keys.policy",
}


def keys_markdown() -> str:
    """A heading and a table for every kind of block, in the order in which an author meets them."""
    parts = []
    for record, place in _records():
        name = heading_of(record)
        lines = [f"## {name}", "", say("keys.stands_in", place=place) if place else "", "", say("keys.head")]
        lines += ["| --- | --- | --- |", *map(_row, KINDS.keys_of(record).values())]
        parts.append("\n".join(line for number, line in enumerate(lines) if line or number in (1, 3)))
    return "\n\n".join(parts) + "\n"


def heading_of(record: Any) -> str:
    """What the page calls a record."""
    return record_text(record) if any(record in kind.records for kind in KINDS.kinds) else record.__name__


def _records() -> Iterator[tuple[type, str]]:
    """Every record of the model that an author writes, once; files come with their place."""
    seen: dict[type, str] = {}

    def visit(kind: Any, place: str) -> None:
        if is_dataclass(kind):
            if kind is Target:
                visit(model.Route, "")
            elif kind not in seen:
                seen[kind] = place  # type: ignore[index]  # a type of record, never a record
                for each in KINDS.keys_of(kind).values():
                    visit(each.kind, "")
        for part in get_args(kind):
            visit(part, "")

    for each in KINDS.in_yaml():
        visit(
            each.record,
            f"`{each.place}`"
            + ("" if each.single or each.loose else say("keys.file_each", noun=each.registers[0].noun)),
        )
    yield from seen.items()


def _row(each: Key) -> str:
    text = each.says
    if example := each.example:
        text += say("keys.example", example=f"[{example}]" if get_origin(each.kind) is tuple else example)
    return f"| `{each.key}`{say('keys.required') if each.required else ''} | {_kind(each.kind)} | {text.replace('|', '&#124;')} |"


def _kind(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return say("keys.or").join(_kind(part) for part in arguments if part is not type(None))
    if origin is tuple:
        return say("keys.list", kind=_kind(arguments[0]))
    if origin is dict:
        return say("keys.names", kind=_kind(arguments[1]))
    if origin is Literal:
        return say("keys.one_of", options=", ".join(f"`{option}`" for option in arguments))
    if is_dataclass(hint) and hint is not Target:
        name = heading_of(hint)
        return name[0].lower() + name[1:]
    if hint in KINDS.registers:
        register = KINDS.registers[hint]
        return say("keys.by_name", word=register.word.lower(), place=register.place)
    return say(TYPES.get(hint, "keys.text"))
