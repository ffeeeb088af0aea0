"""The texts of a file that a reader sees, cut into sentences and words, each worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from typing import Any, Literal, get_args, get_origin, get_type_hints

from wegwijzer.bounds import Bounds
from wegwijzer.language import of_language
from wegwijzer.locale import language
from wegwijzer.model import Chosen, Condition, Target, Where, key_of
from wegwijzer.model.addressing import PAIR, both, formal
from wegwijzer.model.text import PLACEHOLDER, plain

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W_]+)*|\d+(?:[.,:]\d+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\w+")
QUOTED = re.compile(r"‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)|“[^“”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
"""No group in it is possessive: Python before 3.11.5 then misses what it should find."""
END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"’”)\]]))\s+(?=[\"‘“(\[]?[A-ZÀ-Þ0-9$])")
NO_ABBREVIATION = re.compile("(?!)")


@dataclass(frozen=True)
class Passage:
    """One text of a file: where it stands (a path of keys), and its words as they were written.

    A text with pairs such as `{je|u}` is two passages: `address` says which of the two forms it is.
    """

    where: Where
    text: str
    address: Literal["", "informal", "formal"] = ""

    @cached_property
    def shown(self) -> str:
        """The text as a reader sees it: a link by its words, a placeholder as one word, no addresses."""
        text = self.text
        if "$" in text:
            text = PLACEHOLDER.sub("X", text)
        if "](" in text:
            text = plain(text)
        return (
            ADDRESS.sub(getattr(of_language("sentences"), "ADDRESS", "X"), text)
            if "/" in text or "@" in text or "www" in text
            else text
        )

    @cached_property
    def own(self) -> str:
        """The text without what stands in quotation marks: that is how others say it."""
        return QUOTED.sub(" … ", self.shown) if any(mark in self.shown for mark in "‘“\"'") else self.shown

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentences(self.shown))


class Prose:
    """Everything that a reader sees of one record (a tree, or a file under data/).

    A page in another language than that of the site has no passages, as nothing here could judge them.
    `bounds[BOUND]` is the value of a bound. Who has the `passages` already, with all that was worked out of them, gives those.
    """

    def __init__(self, record: Any, bounds: Bounds | None = None, passages: Iterable[Passage] | None = None) -> None:
        self.bounds = bounds or Bounds()
        if passages is None:
            passages = _passages(record, ()) if getattr(record, "lang", "") in ("", language()) else ()
        self.passages = tuple(passages)

    @cached_property
    def spoken(self) -> str:
        """All own words in one text, to see at once that a word stands nowhere."""
        return "\n".join(passage.own for passage in self.passages)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text. An abbreviation ends none, and the end of a text ends the last."""
    abbreviation = getattr(of_language("sentences"), "ABBREVIATION", NO_ABBREVIATION)
    begun: list[str] = []
    for piece in END.split(" ".join(text.split())) if text else ():
        begun.append(piece)
        if not abbreviation.search(piece[-20:]):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return WORD.findall(text)


def reader_texts(record: Any, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Every text of a record that is language for a reader, with the path of keys that leads to it; with pairs, both forms."""
    return ((passage.where, passage.text) for passage in _passages(record, where))


def _passages(record: Any, where: Where) -> Iterator[Passage]:
    for name, key, is_text, addressed in _plan(record.__class__):
        value = getattr(record, name)
        if not value:
            continue
        here = (*where, key)
        if addressed and PAIR.search(value):
            yield from _addressed(value, here)
        else:
            yield from _inside(value, here) if is_text else _records(value, here)


def _addressed(text: str, where: Where) -> Iterator[Passage]:
    """Both forms of a text with pairs."""
    for form in both(text):
        yield Passage(where, form, "formal" if form == formal(text) else "informal")


def _inside(value: str | tuple[str, ...], where: Where) -> Iterator[Passage]:
    """A text, or the texts of a list."""
    if isinstance(value, str):
        yield Passage(where, value)
    else:
        for index, item in enumerate(value):
            yield Passage((*where, index), item)


def _records(value: Any, where: Where) -> Iterator[Passage]:
    """The texts of a record, or of the records in a list or in blocks with names, however deep."""
    if isinstance(value, (tuple, dict)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _records(item, (*where, key))
    else:
        yield from _passages(value, where)


@cache
def _plan(kind: type) -> tuple[tuple[str, str, bool, bool], ...]:
    """The fields of a record that hold texts for a reader, or records that may: name, key, whether it is text, and one
    with pairs.
    """
    hints = get_type_hints(kind)
    found = []
    for item in fields(kind):
        if not item.metadata.get("prose", True):
            continue
        parts = set(_parts(hints[item.name]))
        if str in parts or Chosen in parts:
            found.append((item.name, key_of(item.name), True, item.metadata.get("addressed", False)))
        elif any(is_dataclass(part) and part not in (Condition, Target) for part in parts):
            found.append((item.name, key_of(item.name), False, False))
    return tuple(found)


def _parts(hint: Any) -> Iterator[Any]:
    """The plain types in a type: `tuple[str, ...] | None` gives `str`."""
    arguments = get_args(hint)[1:] if get_origin(hint) is dict else get_args(hint)
    if not arguments:
        yield hint
    for part in arguments:
        if not isinstance(part, str):  # a member of a Literal
            yield from _parts(part)
