"""What the guide around the trees is made of: frames, the 3R model, meeting activities, terms, organisations …

Records follow the same rules as those of `wegwijzer.model`. A field typed as one of the names below refers to another
record; the checker looks every such name up, so a reference can never dangle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, NewType

from wegwijzer.model import (
    ContactId,
    Date,
    Id,
    Link,
    Mail,
    PolicyName,
    Review,
    SourceRef,
    Task,
    TreeId,
    ValueId,
    doc,
)

FrameId = NewType("FrameId", str)
"""A frame of frames/."""

TermId = NewType("TermId", str)
"""A term of data/glossary.yml."""

OrganisationId = NewType("OrganisationId", str)
"""An organisation of data/organisations.yml."""

PublicationId = NewType("PublicationId", str)
"""A publication of data/publications.yml."""

PracticeId = NewType("PracticeId", str)
"""A practice of data/practices.yml."""

ExerciseId = NewType("ExerciseId", str)
"""An exercise of data/exercises.yml."""

Resonance = Literal["probably", "maybe", "probably-not", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Reasoning:
    cause: str = doc(required=True)
    consequence: str = doc(required=True)
    solution: str = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Signs:
    metaphors: tuple[str, ...] = doc(required=True, prose=False)
    images: tuple[str, ...] = doc(required=True, prose=False)
    words: tuple[str, ...] = doc(required=True, prose=False)
    arguments: tuple[str, ...] = doc(required=True, prose=False)


@dataclass(frozen=True, kw_only=True)
class MiddleResonance:
    """How a frame lands with the movable middle, in both readings of the source's table."""

    argued: Resonance = doc(required=True)
    why: str = doc(required=True)
    extracted: Resonance | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True, kw_only=True)
class Counter:
    frame: FrameId = doc(required=True, example=True)
    why: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class ReadyText:
    title: str = doc(required=True)
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A way of looking at migration: one YAML file under frames/."""

    number: int = doc(required=True)
    name: str = doc(required=True)
    problematising: bool = doc(required=True)
    summary: str = doc(required=True)
    core: str = doc(required=True)
    reasoning: Reasoning = doc(required=True)
    example: str = doc(required=True, prose=False)
    recognise: Signs = doc(required=True)
    leaves_out: tuple[str, ...] = doc(required=True)
    resonance: MiddleResonance = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    review: Review = doc(required=True)
    aliases: tuple[str, ...] = doc(default=(), prose=False)
    dominant: bool = doc(default=False)
    values: tuple[ValueId, ...] = doc(default=())
    counterframes: tuple[Counter, ...] = doc(default=())
    answers: tuple[FrameId, ...] = doc(default=())
    caution: tuple[str, ...] = doc(default=())
    texts: tuple[ReadyText, ...] = doc(default=())


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


@dataclass(frozen=True, kw_only=True)
class Term:
    term: str = doc(required=True, prose=False)
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    aliases: tuple[str, ...] = doc(default=(), prose=False)
    see: tuple[TermId, ...] = doc(default=())
    note: str | None = doc()


@dataclass(frozen=True, kw_only=True)
class GlossaryFile:
    terms: dict[Id, Term] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Organisation:
    name: str = doc(required=True)
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    url: Link | None = doc()
    email: Mail | None = doc(prose=False)
    contact: ContactId | None = doc()
    note: str | None = doc()
    checked: Date | None = doc()


@dataclass(frozen=True, kw_only=True)
class OrganisationsFile:
    organisations: dict[Id, Organisation] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Publication:
    title: str = doc(required=True, prose=False)
    kind: Literal[
        "rapport", "gids", "training", "website", "podcast", "boek", "film", "gedragscode", "hulpmiddel", "artikel"
    ] = doc(required=True)
    text: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    by: str | None = doc(prose=False)
    year: str | None = doc(prose=False)
    url: Link | None = doc()
    note: str | None = doc()
    checked: Date | None = doc()


@dataclass(frozen=True, kw_only=True)
class PublicationsFile:
    publications: dict[Id, Publication] = doc(required=True)


Topic = Literal[
    "reageren",
    "modereren",
    "melden",
    "communiceren",
    "gedragscode",
    "beleid",
    "team",
    "mandatarissen",
    "externe-kanalen",
    "ontmoeting",
    "samenleven",
    "campagne",
    "welzijn",
]


@dataclass(frozen=True, kw_only=True)
class Practice:
    """What one municipality or organisation does: an example, never the norm."""

    title: str = doc(required=True)
    where: str = doc(required=True, example=True)
    text: str = doc(required=True)
    topics: tuple[Topic, ...] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    why: str | None = doc()
    choice: PolicyName | None = doc(example=True)


@dataclass(frozen=True, kw_only=True)
class PracticesFile:
    practices: dict[Id, Practice] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """A point on which the sources differ or are unclear, and what Wegwijzer does with it."""

    title: str = doc(required=True)
    kind: Literal["praktijk", "feit", "tekst"] = doc(required=True)
    sides: tuple[Sourced, ...] = doc(required=True)
    reading: str = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
    choice: PolicyName | None = doc()


@dataclass(frozen=True, kw_only=True)
class ContradictionsFile:
    contradictions: dict[Id, Contradiction] = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """One thing to answer in an exercise."""

    shorthand: ClassVar[str] = "question"
    question: str = doc(required=True)
    post: str | None = doc(prose=False, lines=True)
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
