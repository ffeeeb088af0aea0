"""W120: frames and counterframes that do not name each other."""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Frame
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The pairs of one frame."""
    if not isinstance(record, Frame):
        return
    name = next(key for key, frame in library.of(Frame).items() if frame is record)
    if record.problematising and not record.counterframes:
        yield Finding(
            ("problematising",),
            say("W120.alone", name=record.name),
            say("W120.name_one"),
        )
    if record.problematising and record.answers:
        yield Finding(
            ("answers",),
            say("W120.no_answer"),
            say("W120.not_both"),
        )
    if not record.problematising and record.counterframes:
        yield Finding(
            ("counterframes",),
            say("W120.no_counter"),
            say("W120.no_counter_hint"),
        )
    for index, counter in enumerate(record.counterframes):
        other = library.of(Frame).get(counter.frame)
        if other and name not in other.answers:
            yield Finding(
                ("counterframes", index, "frame"),
                say("W120.not_back", frame=counter.frame, name=name),
                say("W120.name_back", frame=counter.frame, name=name),
            )
    for index, answered in enumerate(record.answers):
        other = library.of(Frame).get(answered)
        if other and all(counter.frame != name for counter in other.counterframes):
            yield Finding(
                ("answers", index),
                say("W120.not_counter", answered=answered, name=name),
                say("W120.name_counter", answered=answered, name=name),
            )


RULE = Rule(module=__name__, code="W120", level="error", data=check_data)
