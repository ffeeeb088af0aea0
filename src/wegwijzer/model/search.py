"""What a project tells its search: which words mean the same to readers."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.model import doc


@dataclass(frozen=True, kw_only=True)
class Synonyms:
    words: tuple[str, ...] = doc(required=True, prose=False, example=True)


@dataclass(frozen=True, kw_only=True)
class SearchFile:
    synonyms: tuple[Synonyms, ...] = doc(required=True)
