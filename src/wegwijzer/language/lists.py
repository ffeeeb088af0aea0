"""Lists of words: how to find what stands on one, and the advice that goes with it.

An entry is a word or a phrase in small letters; `*` stands for any ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Advice:
    """What to write instead, and why."""

    instead: str
    why: str


def finder(entries: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds every entry as a whole word, the longest first; without entries it finds nothing."""
    return _finder(tuple(entries))


@cache
def _finder(entries: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(entries, key=len, reverse=True)
    alternatives = "|".join(re.escape(entry).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+") for entry in ordered)
    return re.compile(rf"(?<![\w-])(?:{alternatives or '(?!)'})(?![\w-])", re.IGNORECASE)


def advice_on(found: str, entries: dict[str, Advice]) -> Advice:
    """The entry that a found word or phrase belongs to."""
    word = " ".join(found.lower().split())
    exact = entries.get(word)
    if exact:
        return exact
    stems = [entry for entry in entries if entry.endswith("*") and word.startswith(entry[:-1])]
    return entries[max(stems, key=len)]
