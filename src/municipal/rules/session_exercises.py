"""W128: an exercise that is in no session, without a reason; or with one, and in a session."""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Exercise, SessionsFile
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """All exercises of the project beside all sessions."""
    if not isinstance(record, SessionsFile):
        return
    used = {part.exercise for session in record.sessions.values() for part in session.parts}
    known = library.of(Exercise)
    for index, left in enumerate(record.without):
        if left.exercise in used:
            told = say("W128.both", title=known[left.exercise].title if left.exercise in known else left.exercise)
            yield Finding(("without", index), told, say("W128.both_hint"))
    without = {left.exercise for left in record.without}
    for name, exercise in known.items():
        if name not in used | without:
            yield Finding(("sessions",), say("W128.nowhere", title=exercise.title), say("W128.nowhere_hint"))


RULE = Rule(module=__name__, code="W128", level="error", data=check_data)
