"""What trees refer to, as it is written under data/: sources, contacts, standard steps and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wegwijzer.model.records import Date, Id, Link, Mail, SourceId, SourceRef, doc
from wegwijzer.model.tree import Answer, Task


@dataclass(frozen=True)
class Source:
    title: str = doc("De titel.", required=True, prose=False)
    short: str | None = doc("De titel in een paar woorden.", prose=False)
    publisher: str | None = doc("Wie het uitgaf.", prose=False)
    year: str | None = doc("Het jaar, tussen aanhalingstekens.", prose=False)
    kind: Literal["document", "redactie"] = doc("Een document, of een toevoeging van de redactie.", default="document")
    url: Link | None = doc("Waar het te vinden is.")
    checked: Date | None = doc("Wanneer iemand het adres nakeek. Leeg: nog niet.")
    note: str | None = doc("Wat een lezer erover moet weten.")


@dataclass(frozen=True)
class Part:
    source: Id = doc("De bron.", required=True)
    title: str = doc("De plaats in die bron, leesbaar.", required=True, prose=False)


@dataclass(frozen=True)
class SourcesFile:
    sources: dict[Id, Source] = doc("De bronnen.", required=True)
    parts: dict[SourceId, Part] = doc("De vindplaatsen in die bronnen.", default=dict)


@dataclass(frozen=True)
class Contact:
    name: str = doc("De naam.", required=True, prose=False)
    for_: str = doc("Waarvoor je er terechtkan.", required=True)
    url: Link | None = doc("Het adres van de website.")
    email: Mail | None = doc("Het mailadres.", prose=False)
    phone: str | None = doc("Het nummer, tussen aanhalingstekens.", prose=False)
    checked: Date | None = doc("Wanneer iemand dit nakeek. Leeg: nog niet.")
    sources: tuple[SourceRef, ...] = doc("Waar dit op steunt.", default=())


@dataclass(frozen=True)
class ContactsFile:
    contacts: dict[Id, Contact] = doc("De contacten.", required=True)


@dataclass(frozen=True)
class TasksFile:
    steps: dict[Id, Task] = doc("De standaardstappen.", required=True)


@dataclass(frozen=True)
class ValuesFile:
    values: dict[Id, Answer] = doc("De waarden waaruit een lezer kiest.", required=True)
