"""A session worked out: when each part begins, which cases it shows, and what it needs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from municipal.records import Assignment, Exercise, Session, SessionPart, SessionsFile
from wegwijzer.compile.compiled import Compiled
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.render.session import LOOK, TALK, SessionCase, session_of

START = 2
"""Minutes to say how cases go, before the first."""
DIGITS = 8
LONG = 120
"""A question with more letters is no title."""
SHORT, MIDDLE = 75, 150
"""Until how many minutes a session is one of an hour, and one of two hours."""
HOURS = ("uur", "twee-uur", "halve-dag")
"""How much time somebody has, from little to much."""


@dataclass(frozen=True)
class Slot:
    """One part in its place: `start` in minutes from the beginning."""

    start: int
    part: SessionPart
    title: str
    exercise: Exercise | None = None
    tree: Compiled | None = None
    cases: tuple[SessionCase, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def clock(self) -> str:
        """From when to when, as hours and minutes after the beginning."""
        return _clock(self.start, self.part.minutes)


@dataclass(frozen=True)
class Programme:
    """A session by its id, with what holds for every session, its parts in time, and its trees in the order in which they come."""

    id: str
    session: Session
    common: SessionsFile
    slots: tuple[Slot, ...]
    trees: Mapping[str, Compiled]
    version: str

    @property
    def material(self) -> tuple[str, ...]:
        """All that the exercises need, each thing once."""
        return tuple(dict.fromkeys(thing for slot in self.slots if slot.exercise for thing in slot.exercise.material))

    @property
    def room(self) -> tuple[str, ...]:
        return (*self.common.room, *self.session.room)

    @property
    def safety(self) -> tuple[str, ...]:
        return (*self.common.safety, *self.session.safety)

    @property
    def evaluation(self) -> tuple[str, ...]:
        """What somebody agrees with or not: of this session first."""
        return (*self.session.evaluation, *self.common.evaluation)


def programme_of(name: str, library: Library, trees: Mapping[str, Compiled]) -> Programme:
    """A session of the library. `trees` has at least those that its exercises and its cases name. Raises KeyError for what is not there."""
    common = library.file(SessionsFile)
    if common is None:
        raise KeyError(name)
    session = common.sessions[name]
    slots = tuple(_slots(session, common, library, trees))
    used = {tree: trees[tree] for tree in trees_of(session, library) if tree in trees}
    made_from = repr((name, session, [slot.exercise for slot in slots], [tree.version for tree in used.values()]))
    around = repr([getattr(common, key) for key in ("room", "agreements", "safety", "opening", "closing", "takeaways")])
    version = hashlib.sha256((made_from + around).encode()).hexdigest()[:DIGITS]
    return Programme(name, session, common, slots, used, version)


def trees_of(session: Session, library: Library) -> list[str]:
    """The trees that a session is about: of its cases first, then of its exercises."""
    cases = [part.cases for part in session.parts if part.cases]
    exercises = library.of(Exercise)
    named = [tree for part in session.parts if part.exercise for tree in exercises[part.exercise].trees]
    return list(dict.fromkeys([*cases, *named]))


def is_role(task: Assignment) -> bool:
    """Whether a task stands on a card alone: it has no message, and tells more than a question. Who does not get the card
    may not know what is on it.
    """
    return not task.post and len(task.question) > LONG


def starts(session: Session) -> list[str]:
    """From when to when each part is, as hours and minutes after the beginning."""
    sums = accumulate((part.minutes for part in session.parts), initial=0)
    return [_clock(start, part.minutes) for start, part in zip(sums, session.parts, strict=False)]


def hours(minutes: int) -> str:
    """How much time a session asks, as one of `HOURS`."""
    return HOURS[(minutes > SHORT) + (minutes > MIDDLE)]


def cases_in(tree: Compiled, minutes: int) -> tuple[SessionCase, ...]:
    """The cases of a tree that fit in so many minutes: at least one, if it has any."""
    return session_of(tree)[: max(1, (minutes - START) // (LOOK + TALK))]


def _slots(session: Session, common: SessionsFile, library: Library, trees: Mapping[str, Compiled]) -> Iterator[Slot]:
    start = 0
    for part in session.parts:
        if part.exercise:
            exercise = library.of(Exercise)[part.exercise]
            yield Slot(start, part, part.title or exercise.title, exercise=exercise, steps=part.steps)
        elif part.cases:
            tree = trees[part.cases]
            title = part.title or say("session.cases", title=tree.tree.title)
            found = cases_in(tree, part.minutes)
            yield Slot(start, part, title, tree=tree, cases=found, steps=part.steps)
        else:
            steps = {"welkom": common.opening, "slot": common.closing}.get(part.moment or "", ())
            title = part.title or say(f"session.moment_{part.moment}")
            yield Slot(start, part, title, steps=(*steps, *part.steps))
        start += part.minutes


def _clock(start: int, minutes: int) -> str:
    return "–".join(f"{moment // 60}:{moment % 60:02}" for moment in (start, start + minutes))
