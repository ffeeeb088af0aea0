"""What pages refer to by name: terms, organisations, publications, practices, and where sources disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from municipal.records.names import TermId, Topic
from municipal.records.three_r import Sourced
from wegwijzer.model import ContactId, Date, Id, Link, Mail, PolicyName, SourceRef, doc


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
