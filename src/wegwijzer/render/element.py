"""Elements of HTML and XML that escape by themselves: the one place where a text becomes part of markup.

What makes HTML calls `element` and passes texts as they are. Only what is `Markup` already is left alone, and only this
module makes that of a text; `tests/test_escaping.py` guards that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, SupportsIndex, TypeAlias

from wegwijzer.render.together import together

Value: TypeAlias = str | int | None
"""Of an attribute: True stands without a value, None and False leave it out, everything else is escaped."""
Attributes: TypeAlias = Mapping[str, Value]
Child: TypeAlias = str | int | Iterable["Child"] | None
"""What can stand in an element: a text is escaped, markup stays, None and False are left out."""

VOID = {"br", "hr", "img", "input", "link", "meta"}
RAW = {"script", "style"}
"""Elements of which a browser reads the text as it stands, up to their end."""
LITERAL = {"textarea", "option", "code", "pre"}
"""Elements of which the text is taken over as it stands: what somebody types, copies or sends."""
LINE = "\n"


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

    def __html__(self) -> str:
        """What templates ask before they escape: this is escaped already."""
        return self


NOTHING = Markup("")


def element(name: str, *inside: Attributes | Child) -> Markup:
    """An element of HTML: its name, its attributes if it has any, and what stands in it. Its numbers stay on one line.

    Raises ValueError for a script or a style whose text would end it.
    """
    if name in VOID:
        return Markup(f"{_opened(name, inside)}>")
    if name in RAW:
        return Markup(f"{_opened(name, inside)}>{_raw(name, inside)}</{name}>")
    parts = [_opened(name, inside), ">"]
    _add(parts, inside, _quoted if name in LITERAL else _shown)
    parts.append(f"</{name}>")
    return Markup("".join(parts))


def stacked(name: str, *inside: Attributes | Child) -> Markup:
    """An element with each thing in it on a line of its own."""
    return Markup(f"{_opened(name, inside)}>\n{join(LINE, inside)}\n</{name}>")


def xml(name: str, *inside: Attributes | Child) -> Markup:
    """An element of XML, which closes itself when nothing is given to put in it."""
    opened = _opened(name, inside)
    if not inside or (len(inside) == 1 and type(inside[0]) is dict):
        return Markup(f"{opened}/>")
    parts = [opened, ">"]
    _add(parts, inside, _quoted)
    parts.append(f"</{name}>")
    return Markup("".join(parts))


def join(separator: str, parts: Iterable[Any]) -> Markup:
    """These parts with something between them; what is empty is left out."""
    return Markup(str.join(_escaped(separator), filter(None, map(_written, parts))))


def lines(*parts: Child) -> Markup:
    """Parts below each other; what is empty is left out."""
    return join(LINE, parts)


def _opened(name: str, inside: tuple[Any, ...]) -> str:
    """How an element begins, without the `>`: the first thing in it can be its attributes."""
    opened = f"<{name}"
    if inside and type(inside[0]) is dict:
        for key, value in inside[0].items():
            if value is True:
                opened += f" {key}"
            elif value is not None and value is not False:
                opened += f' {key}="{_quoted(value)}"'
    return opened


def _add(parts: list[str], inside: Iterable[Any], written: Callable[[str], str]) -> None:
    """Write what stands in an element, without its attributes; `written` makes what it says of a text."""
    for child in inside:
        kind = type(child)
        if kind is Markup:
            parts.append(child)
        elif kind is str or kind is int or isinstance(child, str):
            parts.append(written(str(child)))
        elif kind is not dict and child is not None and child is not False:
            _add(parts, child, written)


def _written(child: Any) -> str:
    if type(child) is Markup:
        return child
    parts: list[str] = []
    _add(parts, (child,), _shown)
    return "".join(parts)


def _escaped(text: object) -> str:
    return text if type(text) is Markup else _quoted(text)


@lru_cache(maxsize=1024)
def _shown(text: str) -> str:
    """A text as readers see it in an element."""
    return _quoted(together(text))


@lru_cache(maxsize=1024)
def _quoted(text: object) -> str:
    """A text as it can stand in an element and between the quotes of an attribute: markup too, letter by letter.

    The same names and words stand in many elements, so the last ones are kept.
    """
    text = str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def _raw(name: str, inside: Iterable[Any]) -> str:
    text = "".join(str(child) for child in inside if type(child) is not dict)
    if f"</{name}" in text.lower() or "<!--" in text:
        raise ValueError(f"a text that would end its <{name}>")
    return text
