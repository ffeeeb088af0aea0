"""W127: a session of which the time does not hold, or a part that is not one thing."""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Exercise, SessionPart, SessionsFile
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """Every session: the sum of its parts, and each part apart."""
    if not isinstance(record, SessionsFile):
        return
    for name, session in record.sessions.items():
        place = ("sessions", name)
        total = sum(part.minutes for part in session.parts)
        if total != session.minutes:
            told = say("W127.sum", sum=total, minutes=session.minutes)
            yield Finding((*place, "minutes"), told, say("W127.sum_hint"))
        for index, part in enumerate(session.parts):
            yield from _part(part, (*place, "parts", index), library)


def _part(part: SessionPart, place: Where, library: Library) -> Iterator[Finding]:
    if part.kinds != 1:
        yield Finding(place, say("W127.kind"), say("W127.kind_hint"))
    exercise = library.of(Exercise).get(part.exercise or "")
    if exercise and part.minutes < exercise.minutes:
        told = say("W127.short", minutes=part.minutes, title=exercise.title, needed=exercise.minutes)
        yield Finding((*place, "minutes"), told, say("W127.short_hint", needed=exercise.minutes))
    tree = library.trees.get(part.cases or "")
    if tree and not any(case.post and case.warning is None for case in tree.cases):
        yield Finding((*place, "cases"), say("W127.no_cases", tree=part.cases), say("W127.no_cases_hint"))


RULE = Rule(module=__name__, code="W127", level="error", data=check_data)
