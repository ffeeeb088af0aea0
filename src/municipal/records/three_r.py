"""The 3R model: research, risk, response."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.model import Date, Id, Link, SourceRef, Task, doc


@dataclass(frozen=True, kw_only=True)
class Item:
    """A named thing with a text: the most common record of the guide."""

    name: str = doc(required=True)
    text: str | None = doc()
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Sourced:
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Integrity:
    text: str = doc(required=True)
    elements: dict[Id, Item] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class RiskType:
    name: str = doc(required=True)
    text: str = doc(required=True)
    members: tuple[Item, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Method:
    name: str = doc(required=True)
    text: str = doc(required=True)
    steps: tuple[Sourced, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Criterion:
    name: str = doc(required=True)
    question: str = doc(required=True)
    text: str = doc(required=True)
    levels: tuple[str, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Phase:
    name: str = doc(required=True)
    text: str = doc(required=True)
    when_text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Coalition:
    text: str = doc(required=True)
    steps: tuple[str, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Role:
    name: str = doc(required=True)
    text: str = doc(required=True)
    questions: tuple[str, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Column:
    name: str = doc(required=True)
    items: tuple[Item, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class TheoryOfChange:
    note: str = doc(required=True)
    columns: dict[Id, Column] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class WorkedStep:
    phase: str = doc(required=True)
    name: str = doc(required=True)
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class FramingUse:
    text: str = doc(required=True)
    objectives: tuple[Item, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class WebLink:
    title: str = doc(required=True, prose=False)
    url: Link = doc(required=True)
    checked: Date | None = doc()
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class ThreeRFile:
    """The 3R model: research, risk, response. Its grid holds standard steps that trees share."""

    integrity: Integrity = doc(required=True)
    reasons: dict[Id, Item] = doc(required=True)
    actors: dict[Id, Item] = doc(required=True)
    impact: dict[Id, Item] = doc(required=True)
    risk_types: dict[Id, RiskType] = doc(required=True)
    methods: dict[Id, Method] = doc(required=True)
    criteria: dict[Id, Criterion] = doc(required=True)
    elements: dict[Id, Item] = doc(required=True)
    phases: dict[Id, Phase] = doc(required=True)
    fields: dict[Id, Item] = doc(required=True)
    grid: dict[Id, dict[Id, dict[Id, Task]]] = doc(required=True)
    coalition: Coalition = doc(required=True)
    roles: dict[Id, Role] = doc(required=True)
    theory_of_change: TheoryOfChange = doc(required=True)
    principles: dict[Id, Item] = doc(required=True)
    takeaways: tuple[Sourced, ...] = doc(required=True)
    worked_example: tuple[WorkedStep, ...] = doc(required=True)
    framing: FramingUse = doc(required=True)
    links: tuple[WebLink, ...] = doc(default=())
