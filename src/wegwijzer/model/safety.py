"""What a project says about safety, for the checker: numbers for emergencies, evidence that may not be kept, contact.

The engine knows no number and no country: data/safety.yml names them.
"""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.model import Id, TaskName, doc


@dataclass(frozen=True, kw_only=True)
class EmergencyNumber:
    number: str = doc(required=True, example=True, prose=False)
    use: str = doc(required=True, example=True)
    words: tuple[str, ...] = doc(
        required=True,
        prose=False,
    )


@dataclass(frozen=True, kw_only=True)
class Evidence:
    words: tuple[str, ...] = doc(
        required=True,
        prose=False,
    )
    without: tuple[str, ...] = doc(default=(), prose=False)
    against: tuple[str, ...] = doc(default=(), prose=False)
    who: tuple[str, ...] = doc(
        required=True,
        prose=False,
    )
    what: tuple[str, ...] = doc(
        required=True,
        prose=False,
    )
    ask: TaskName = doc(required=True)
    links: tuple[str, ...] = doc(
        default=(),
        prose=False,
        example=True,
    )


@dataclass(frozen=True, kw_only=True)
class SafetyFile:
    numbers: dict[Id, EmergencyNumber] = doc(required=True)
    calls: tuple[str, ...] = doc(
        required=True,
        prose=False,
    )
    evidence: Evidence = doc(required=True)
    contact: tuple[TaskName, ...] = doc(default=())
    heavy: tuple[str, ...] = doc(default=(), prose=False)
