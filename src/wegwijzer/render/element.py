"""Elements of HTML and XML that escape by themselves: the one place where a text becomes part of markup.

What makes HTML calls `element` and passes texts as they are. Only what is `Markup` already is left alone, and only this
module makes that of a text; `tests/render/test_element.py` guards both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, SupportsIndex, TypeAlias, Union

Value: TypeAlias = str | int | bool | None
"""Of an attribute: True stands without a value, None and False leave it out, everything else is escaped."""
Attributes: TypeAlias = Mapping[str, Value]
Child: TypeAlias = Union[str, int, Literal[False], None, Iterable["Child"]]
"""What can stand in an element: a text is escaped, markup stays, None and False are left out."""

VOID = {"br", "hr", "img", "input", "link", "meta"}
RAW = {"script", "style"}
"""Elements of which a browser reads the text as it stands, up to their end."""


class Markup(str):
    """A text that is markup already. Whatever text is added to it or filled in, is escaped.

    Other methods of `str` (and an f-string) give a plain text, which an element would escape.
    """

    __slots__ = ()

    def __add__(self, other: str) -> Markup:
        return Markup(str.__add__(self, _escaped(other)))

    def __radd__(self, other: str) -> Markup:
        return Markup(_escaped(other) + str(self))

    def __mul__(self, count: SupportsIndex) -> Markup:
        return Markup(str.__mul__(self, count))

    __rmul__ = __mul__

    def __mod__(self, values: Any) -> Markup:
        given = values if isinstance(values, tuple) else (values,)
        return Markup(str.__mod__(self, tuple(map(_escaped, given))))

    def join(self, parts: Iterable[str]) -> Markup:
        return Markup(str.join(self, map(_escaped, parts)))

    def format(self, *values: object, **named: object) -> Markup:
        given = {name: _escaped(value) for name, value in named.items()}
        return Markup(str.format(self, *map(_escaped, values), **given))


NOTHING = Markup("")


def element(name: str, *inside: Attributes | Child) -> Markup:
    """An element of HTML: its name, its attributes if it has any, and what stands in it.

    Raises ValueError for a script or a style whose text would end it.
    """
    opened, children = _opened(name, inside)
    if name in VOID:
        return Markup(opened + ">")
    text = _raw(name, children) if name in RAW else _written(children)
    return Markup(f"{opened}>{text}</{name}>")


def stacked(name: str, *inside: Attributes | Child) -> Markup:
    """An element with each thing in it on a line of its own."""
    opened, children = _opened(name, inside)
    return Markup(f"{opened}>\n{join(LINE, children)}\n</{name}>")


def xml(name: str, *inside: Attributes | Child) -> Markup:
    """An element of XML, which closes itself when nothing is given to put in it."""
    opened, children = _opened(name, inside)
    return Markup(f"{opened}>{_written(children)}</{name}>" if children else f"{opened}/>")


def join(separator: str, parts: Iterable[Child]) -> Markup:
    """These parts with something between them; what is empty is left out."""
    return Markup(_escaped(separator).join(filter(None, map(_child, parts))))


LINE = "\n"


def lines(*parts: Child) -> Markup:
    """Parts below each other; what is empty is left out."""
    return join(LINE, parts)


def _opened(name: str, inside: tuple[Attributes | Child, ...]) -> tuple[str, tuple[Any, ...]]:
    """How an element begins, without the `>`, and what stands in it."""
    if not inside or not isinstance(inside[0], dict):
        return f"<{name}", inside
    opened = f"<{name}"
    for key, value in inside[0].items():
        if value is True:
            opened += f" {key}"
        elif value is not None and value is not False:
            opened += f' {key}="{_quoted(value)}"'
    return opened, inside[1:]


def _written(children: Iterable[Child]) -> str:
    return "".join(map(_child, children))


def _child(child: Child) -> str:
    if type(child) is Markup:
        return child
    if isinstance(child, str):
        return _quoted(child)
    if child is None or child is False:
        return ""
    if isinstance(child, int):
        return str(child)
    return _written(child)


def _escaped(text: object) -> str:
    return text if type(text) is Markup else _quoted(text)


def _quoted(text: object) -> str:
    """A text as it can stand in an element and between the quotes of an attribute: markup too, letter by letter."""
    text = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def _raw(name: str, children: Iterable[Child]) -> str:
    text = "".join(str(child) for child in children)
    if f"</{name}" in text.lower() or "<!--" in text:
        raise ValueError(f"a text that would end its <{name}>")
    return text
