"""Values as they are written in the files of a project: plain where that can be, folded where a line would become too long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wegwijzer.kinds.types import is_condition, type_in, type_of
from wegwijzer.load.build import NOT_TEXT
from wegwijzer.load.ranges import UNREADABLE
from wegwijzer.problems import BREAK

WIDTH = 120
INDENT = 2
NAME = re.compile(r"[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*")
"""What is no text but a name, of which several stand on one line."""
BESIDE = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|:(?:\s|$)|\s#|[\t\n]|^\s|\s$")
"""What makes a plain text something else."""
IN_FLOW = re.compile(r"[,\[\]{}?:]")
SPACE = re.compile(r"(?<=\S) (?=\S)")
"""Where a line may be broken."""


def told(value: Any, kind: Any) -> Any:
    """A value as a parser reads it when it is written: texts, lists, and pairs of a key and a value; what is nothing is left out."""
    if isinstance(value, Mapping):
        return [(key, told(each, type_in(kind, key))) for key, each in _present(value).items()]
    if isinstance(value, (list, tuple)):
        return [told(each, type_in(kind, at)) for at, each in enumerate(value) if each is not None]
    return text_of(value)


def text_of(value: Any) -> str:
    """A single value as a text: without what no parser reads, and without spaces at the end of a line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = UNREADABLE.sub(" ", BREAK.sub("\n", str(value))).replace("\t", " ")
    return re.sub(" +\n", "\n", text).strip()


def on_line(value: Any, kind: Any = None, *, flow: bool = False) -> str:
    """A single value on one line: plain, or in double quotes where plain it would say something else."""
    text = text_of(value)
    plain = text and not (BESIDE.search(text) or (flow and IN_FLOW.search(text)))
    if plain and isinstance(value, str) and type_of(kind) in {str, None, Any} and NOT_TEXT.fullmatch(text):
        plain = False
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def can_fold(text: str) -> bool:
    """Whether a text can stand below `>-`: no line of it begins with a space."""
    return bool(text) and "\n " not in text


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph in lines of at most so many characters, if its words allow it."""
    lines: list[str] = []
    for word in SPACE.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def folded(text: str, width: int) -> list[str]:
    """The lines below `>-`; an empty line is the end of a paragraph."""
    lines: list[str] = []
    for index, paragraph in enumerate(text.split("\n")):
        lines += [""] * (index > 0) + (wrapped(paragraph, width) if paragraph else [])
    return lines


def after(value: Any, kind: Any, column: int, begin: int) -> str:
    """What stands behind the colon of a key or the dash of an item: with a space before it, or lines of its own.

    `column` is that of the key or the dash, `begin` the one where a value on the same line would begin.
    """
    if isinstance(value, Mapping):
        value = _present(value)
        if not value or is_condition(kind):
            return f" {in_flow(value, kind)}"
        return "\n" + _indented(mapping(value, kind, column + INDENT), column + INDENT)
    if isinstance(value, (list, tuple)):
        value = [each for each in value if each is not None]
        if all(_is_name(each) for each in value):
            return f" {in_flow(value, kind)}"
        items = (item(each, type_in(kind, at), column + INDENT) for at, each in enumerate(value))
        return "\n" + _indented(f"\n{' ' * (column + INDENT)}".join(items), column + INDENT)
    line = on_line(value, kind)
    text = text_of(value)
    if "\n" not in text and (begin + len(line) <= WIDTH or " " not in text):
        return f" {line}"
    lines = folded(text, WIDTH - column - INDENT) if can_fold(text) else text.split("\n")
    return f" {'>-' if can_fold(text) else '|-'}\n" + below(lines, column + INDENT)


def _is_name(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and bool(NAME.fullmatch(value)))


def _indented(text: str, column: int) -> str:
    return " " * column + text


def below(lines: Iterable[str], column: int) -> str:
    """Lines that stand so far from the left; an empty one holds no spaces."""
    return "\n".join(" " * column + line if line else "" for line in lines)


def entry(key: str, value: Any, kind: Any, column: int) -> str:
    """A key with its value, of which the first line begins where it stands and the others are indented."""
    name = on_line(key, type(key))
    return f"{name}:{after(value, kind, column, column + len(name) + 2)}"


def mapping(value: Mapping[str, Any], kind: Any, column: int) -> str:
    """A block of keys, of which the first line begins where it stands."""
    lines = (entry(key, each, type_in(kind, key), column) for key, each in value.items())
    return f"\n{' ' * column}".join(lines)


def item(value: Any, kind: Any, column: int) -> str:
    """An item with its dash; the keys of a record begin on that same line."""
    if isinstance(value, Mapping) and not is_condition(kind) and (present := _present(value)):
        return f"- {mapping(present, kind, column + INDENT)}"
    if isinstance(value, (list, tuple)):
        return f"- {in_flow(value, kind)}"
    return f"-{after(value, kind, column, column + INDENT)}"


def in_flow(value: Any, kind: Any) -> str:
    """A value between brackets, on one line."""
    if isinstance(value, Mapping):
        pairs = (
            f"{on_line(key, type(key), flow=True)}: {in_flow(each, type_in(kind, key))}"
            for key, each in _present(value).items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return (
            "[" + ", ".join(in_flow(each, type_in(kind, at)) for at, each in enumerate(value) if each is not None) + "]"
        )
    return on_line(value, kind, flow=True)


def _present(value: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that hold something."""
    return {str(key): each for key, each in value.items() if each is not None}
