"""What every record is made of: kinds of names, fields with their description, and the walk over a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NewType

NAME = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
"""The pattern of an id; see `names` for what it keeps out."""

if TYPE_CHECKING:  # loader and schema tell an id from other texts; code that looks one up has a text
    Id = str
else:
    Id = NewType("Id", str)
    """A name inside one file (question, action, answer …): small letters, digits, and single hyphens or underscores."""

Fact = NewType("Fact", str)
"""`question.answer`, a mark, or `beleid.question.answer`."""

NodeRef = NewType("NodeRef", str)
"""A step of this tree, or of another one as `boom/stap`."""

SourceId = NewType("SourceId", str)
"""A source, or a place in one such as `S003-3.3.1`."""

Duration = NewType("Duration", str)
"""A term such as `24h`, `30m` or `2d`."""

Date = NewType("Date", str)
"""A calendar date, `2027-11-01`."""

Link = NewType("Link", str)
"""An address: http(s), mailto or inside the site."""

Mail = NewType("Mail", str)
"""A mail address, with nothing before or behind it."""

TreeId = NewType("TreeId", str)
"""A tree of trees/."""

ContactId = NewType("ContactId", str)
"""A contact of data/contacts.yml."""

ValueId = NewType("ValueId", str)
"""A value of data/values.yml."""

OutcomeId = NewType("OutcomeId", str)
"""An outcome of data/outcomes.yml."""

PolicyName = NewType("PolicyName", str)
"""A local choice, `beleid.vraag`."""

TaskName = NewType("TaskName", str)
"""A standard step of data/steps.yml."""

Colour = NewType("Colour", str)
"""A colour, `#0b5563`."""

Phone = NewType("Phone", str)
"""A telephone number: digits with spaces, dots or slashes between them."""

Chosen = NewType("Chosen", tuple[str, ...])
"""What was chosen or filled in at a policy: each answer as a text, whether one stands there or a list."""


Where = tuple[str | int, ...]
"""The path of keys and indexes that leads to a value in a record."""


def doc(
    *,
    default: Any = None,
    example: bool = False,
    required: bool = False,
    prose: bool = True,
    lines: bool = False,
    most: int = 0,
    addressed: bool = False,
    open: bool = False,  # noqa: A002 - it opens nothing here
) -> Any:
    """A dataclass field with its default; `required` fields have none.

    What a contributor reads of it in an editor stands in the catalogue, as `field.Action.title`; with `example` there is
    one too, as `example.Action.title`. With `prose=False` its text is no language of ours for a reader: a name, a key, or
    an example of how others talk. With `lines` it may have several lines, which every form keeps. `most`: how many
    characters every form can hold. An `addressed` text may hold pairs such as `{je|u}` (`addressing`). An `open` field is a table whose keys stand in the file among those of the record itself.
    """
    metadata = {"example": example, "prose": prose, "lines": lines, "most": most, "addressed": addressed, "open": open}
    if required:
        return field(metadata=metadata)
    if default is None or isinstance(default, (str, int, bool, tuple)):
        return field(default=default, metadata=metadata)
    return field(default_factory=default, metadata=metadata)


@dataclass(frozen=True)
class SourceRef:
    shorthand: ClassVar[str] = "id"
    id: SourceId = doc(required=True, example=True)
    part: str | None = doc(example=True, prose=False)


@dataclass(frozen=True)
class Review:
    owner: str = doc(required=True, prose=False)
    by: Date = doc(required=True, example=True)


def key_of(name: str) -> str:
    """The YAML key of a field: `from_` and `for_` stand for Python's reserved words."""
    return name.rstrip("_")


def nested(record: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """A record and every value inside it, at any depth, each with the path of keys that leads to it."""
    left = [(where, record)]
    while left:
        where, value = left.pop()
        yield where, value
        if isinstance(value, tuple):
            left += [((*where, index), value[index]) for index in range(len(value) - 1, -1, -1)]
        elif isinstance(value, dict):
            left += [((*where, key), item) for key, item in reversed(value.items())]
        else:
            for name, key in _fields_of(value.__class__):
                held = getattr(value, name)
                left += (
                    [((*where, key), held)] if key else [((*where, own), item) for own, item in reversed(held.items())]
                )


def source_refs(record: Any) -> Iterator[tuple[Where, SourceRef]]:
    """Every source that a record names, at any depth, with its place."""
    return ((where, value) for where, value in nested(record) if isinstance(value, SourceRef))


@cache
def _fields_of(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record with their keys, the last first, an open one without; nothing of any other type."""
    if not is_dataclass(kind):
        return ()
    return tuple((f.name, "" if f.metadata.get("open") else key_of(f.name)) for f in reversed(fields(kind)))


def once(record: Any, name: str, work_out: Callable[[Any], Any]) -> Any:
    """What follows from a record, which never changes: worked out once for everybody who asks under this name."""
    kept = vars(record).setdefault("_once", {})
    if name not in kept:
        kept[name] = work_out(record)
    return kept[name]
