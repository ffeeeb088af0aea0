"""Exercises for a group, with what a trainer needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wegwijzer.model import Id, SourceRef, TreeId, doc


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """One thing to answer in an exercise."""

    shorthand: ClassVar[str] = "question"
    question: str = doc(required=True)
    post: str | None = doc(prose=False, lines=True)
    later: bool = doc(default=False)
    options: tuple[str, ...] = doc(default=())
    answer: str | None = doc()
    why: str | None = doc()


@dataclass(frozen=True, kw_only=True)
class Exercise:
    title: str = doc(required=True)
    goal: str = doc(required=True)
    minutes: int = doc(required=True)
    group: str = doc(required=True)
    material: tuple[str, ...] = doc(required=True)
    steps: tuple[str, ...] = doc(required=True)
    tasks: tuple[Assignment, ...] = doc(required=True)
    debrief: tuple[str, ...] = doc(required=True)
    trainer: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    trees: tuple[TreeId, ...] = doc(default=())


@dataclass(frozen=True, kw_only=True)
class ExercisesFile:
    exercises: dict[Id, Exercise] = doc(required=True)
