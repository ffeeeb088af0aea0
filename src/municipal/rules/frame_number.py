"""W121: a frame without a number of its own."""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Frame
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.problems import Finding

LAST = 11
"""The research behind the frames found eleven (S001-6.3)."""


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The number of one frame."""
    if not isinstance(record, Frame):
        return
    if not 1 <= record.number <= LAST:
        yield Finding(("number",), say("W121.no_number", number=record.number), say("W121.choose", last=LAST))
    taken = [
        frame.name for frame in library.of(Frame).values() if frame.number == record.number and frame is not record
    ]
    if taken:
        free = sorted({*range(1, LAST + 1)} - {frame.number for frame in library.of(Frame).values()})
        hint = say("W121.free", numbers=", ".join(map(str, free))) if free else say("W121.own_number")
        yield Finding(("number",), say("W121.taken", number=record.number, frame=taken[0]), hint)


RULE = Rule(module=__name__, code="W121", level="error", data=check_data)
