"""The emergency card: what to do before anything else, in a few verbs."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.model import ContactId, Id, SourceRef, doc


@dataclass(frozen=True, kw_only=True)
class EmergencyCall:
    for_: str = doc(required=True)
    contact: ContactId = doc(required=True)


@dataclass(frozen=True, kw_only=True)
class EmergencyStep:
    verb: str = doc(required=True)
    text: str = doc(required=True)
    calls: tuple[EmergencyCall, ...] = doc(default=())
    never: str | None = doc()


@dataclass(frozen=True, kw_only=True)
class EmergencyFile:
    steps: dict[Id, EmergencyStep] = doc(required=True)
    sources: tuple[SourceRef, ...] = doc(required=True)
