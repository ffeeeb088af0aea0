"""What trees refer to, as it is written under data/: sources, contacts, standard steps and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wegwijzer.model.records import Date, Id, Link, Mail, SourceId, SourceRef, doc
from wegwijzer.model.tree import Answer, Task

Ground = Literal["wet", "onderzoek", "praktijk", "redactie"]
"""What a source is to who rests on it: law, research, what organisations do, or an addition of ours."""


@dataclass(frozen=True)
class Source:
    """A `document` does not say what kind of ground it is."""

    title: str = doc(required=True, prose=False)
    short: str | None = doc(prose=False)
    publisher: str | None = doc(prose=False)
    year: str | None = doc(prose=False)
    kind: Literal["document", "wet", "onderzoek", "praktijk", "redactie"] = doc(default="document")
    url: Link | None = doc()
    checked: Date | None = doc()
    note: str | None = doc()


@dataclass(frozen=True)
class Part:
    """A place in a source. `kind`: where it is another kind of ground than the source as a whole."""

    source: Id = doc(required=True)
    title: str = doc(required=True, prose=False)
    kind: Ground | None = doc()


@dataclass(frozen=True)
class SourcesFile:
    sources: dict[Id, Source] = doc(required=True)
    parts: dict[SourceId, Part] = doc(default=dict)


OWN = Date("own")
"""Instead of the day on which somebody looked up the ways to a contact: those are of who wrote them down."""


@dataclass(frozen=True)
class Contact:
    name: str = doc(required=True, prose=False)
    for_: str = doc(required=True)
    url: Link | None = doc()
    email: Mail | None = doc(prose=False)
    phone: str | None = doc(prose=False)
    checked: Date | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True)
class ContactsFile:
    contacts: dict[Id, Contact] = doc(required=True)


@dataclass(frozen=True)
class TasksFile:
    steps: dict[Id, Task] = doc(required=True)


@dataclass(frozen=True)
class Outcome:
    """What an action comes down to, in one word that every form shows, with its icon and the tone of its colour."""

    text: str = doc(required=True, example=True, most=24)
    icon: Id = doc(required=True, example=True, prose=False)
    tone: Literal["green", "blue", "amber", "violet", "red"] = doc(required=True)
    reply: bool = doc(default=False)


@dataclass(frozen=True)
class OutcomesFile:
    outcomes: dict[Id, Outcome] = doc(required=True)


@dataclass(frozen=True)
class ValuesFile:
    values: dict[Id, Answer] = doc(required=True)
