"""The frames on migration: one file each under frames/."""

from __future__ import annotations

from dataclasses import dataclass

from municipal.records.names import FrameId, Resonance
from wegwijzer.model import Review, SourceRef, ValueId, doc


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
