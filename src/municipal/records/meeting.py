"""Activities where people meet: kinds, conditions, pitfalls, examples."""

from __future__ import annotations

from dataclasses import dataclass

from municipal.records.three_r import Item
from wegwijzer.model import Id, SourceRef, doc


@dataclass(frozen=True, kw_only=True)
class MeetingKind:
    name: str = doc(required=True)
    text: str = doc(required=True)
    audience: str = doc(required=True)
    stresses: str = doc(required=True)
    examples: tuple[str, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingCondition:
    name: str = doc(required=True)
    question: str = doc(required=True)
    text: str = doc(required=True)
    example: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Pitfall:
    name: str = doc(required=True)
    text: str = doc(required=True)
    instead: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingExample:
    name: str = doc(required=True)
    where: str = doc(required=True)
    text: str = doc(required=True)
    conditions: tuple[Id, ...] = doc(default=())
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingFile:
    kinds: dict[Id, MeetingKind] = doc(required=True)
    conditions: dict[Id, MeetingCondition] = doc(required=True)
    support: tuple[Item, ...] = doc(required=True)
    pitfalls: dict[Id, Pitfall] = doc(required=True)
    examples: dict[Id, MeetingExample] = doc(required=True)
    tips: dict[Id, Item] = doc(required=True)
