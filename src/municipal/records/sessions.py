"""Sessions with a group: exercises and cases in an order, with minutes, and what a trainer needs around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from municipal.records.names import ExerciseId
from wegwijzer.model import Id, SourceRef, TreeId, doc

Subject = Literal["reageren", "frames", "polarisatie", "communiceren"]
Moment = Literal["welkom", "pauze", "slot"]


@dataclass(frozen=True, kw_only=True)
class SessionPart:
    minutes: int = doc(required=True)
    exercise: ExerciseId | None = doc()
    cases: TreeId | None = doc()
    moment: Moment | None = doc()
    title: str | None = doc()
    steps: tuple[str, ...] = doc(default=())

    @property
    def kinds(self) -> int:
        """Of how many sorts it is at once: one is right."""
        return sum(bool(said) for said in (self.exercise, self.cases, self.moment, self.title))


@dataclass(frozen=True, kw_only=True)
class Session:
    title: str = doc(required=True)
    topic: Subject = doc(required=True)
    minutes: int = doc(required=True)
    goal: str = doc(required=True)
    group: str = doc(required=True)
    parts: tuple[SessionPart, ...] = doc(required=True)
    pitfalls: tuple[str, ...] = doc(required=True)
    evaluation: tuple[str, ...] = doc(required=True)
    safety: tuple[str, ...] = doc(default=())
    room: tuple[str, ...] = doc(default=())
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """An exercise that is in no session, and why."""

    exercise: ExerciseId = doc(required=True)
    why: str = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class SessionsFile:
    """All sessions, and what holds for each of them."""

    room: tuple[str, ...] = doc(required=True)
    agreements: tuple[str, ...] = doc(required=True)
    safety: tuple[str, ...] = doc(required=True)
    opening: tuple[str, ...] = doc(required=True)
    closing: tuple[str, ...] = doc(required=True)
    takeaways: tuple[str, ...] = doc(required=True)
    evaluation: tuple[str, ...] = doc(required=True)
    questions: tuple[str, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    sessions: dict[Id, Session] = doc(required=True)
    without: tuple[LeftOut, ...] = doc(default=())
