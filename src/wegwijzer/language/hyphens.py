"""Syllables by the hyphenation patterns of pyphen, for a language where a word may be broken between any two."""

from __future__ import annotations

from functools import cache
from typing import Any


def syllables(word: str, patterns: str) -> int:
    """How many syllables a word has by patterns such as `nl_NL`."""
    return len(_patterns(patterns).positions(word.lower())) + 1


@cache
def _patterns(name: str) -> Any:
    import pyphen  # noqa: PLC0415 - only who measures needs the patterns

    return pyphen.Pyphen(lang=name)
