"""Every key of the YAML files with its description, from the model: a page for contributors."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer import model
from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS
from wegwijzer.model import Target

TYPES = {
    model.Id: "een naam",
    model.Fact: "een feit",
    model.NodeRef: "de naam van een stap",
    model.SourceId: "een bron of vindplaats",
    model.Duration: "een termijn",
    model.Date: "een datum",
    model.Link: "een adres",
    str: "tekst",
    int: "een getal",
    bool: "true of false",
    Target: "de naam van een stap, of een lijst van routes",
    Any: "een waarde",
    model.PolicyName: "een lokale keuze",
}


def keys_markdown() -> str:
    """A heading and a table for every kind of block, in the order in which an author meets them."""
    parts = []
    for record, place in _records():
        name = heading_of(record)
        lines = [f"## {name}", "", f"Staat in {place}." if place else "", "", "| sleutel | wat erin komt | waarvoor |"]
        lines += ["| --- | --- | --- |", *map(_row, KINDS.keys_of(record).values())]
        parts.append("\n".join(line for number, line in enumerate(lines) if line or number in (1, 3)))
    return "\n\n".join(parts) + "\n"


def heading_of(record: Any) -> str:
    """What the page calls a record."""
    found = (kind.headings[record] for kind in KINDS.kinds if record in kind.headings)
    return next(found, record.__name__)


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
        visit(each.record, f"`{each.place}`" + ("" if each.single else f", één bestand per {each.registers[0].noun}"))
    yield from seen.items()


def _row(each: Key) -> str:
    example = each.about["example"]
    text = each.about["doc"] + (f" Bijvoorbeeld: `{_shown(example)}`." if example is not None else "")
    return f"| `{each.key}`{' (moet)' if each.required else ''} | {_kind(each.kind)} | {text.replace('|', '&#124;')} |"


def _shown(example: Any) -> str:
    return "[" + ", ".join(map(str, example)) + "]" if isinstance(example, list) else str(example)


def _kind(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " of ".join(_kind(part) for part in arguments if part is not type(None))
    if origin is tuple:
        return f"een lijst: {_kind(arguments[0])}"
    if origin is dict:
        return f"namen, elk met {_kind(arguments[1])}"
    if origin is Literal:
        return "een van: " + ", ".join(f"`{option}`" for option in arguments)
    if is_dataclass(hint) and hint is not Target:
        name = heading_of(hint)
        return name[0].lower() + name[1:]
    if hint in KINDS.registers:
        register = KINDS.registers[hint]
        return f"{register.word.lower()} uit {register.place}, bij naam"
    return TYPES.get(hint, "tekst")
