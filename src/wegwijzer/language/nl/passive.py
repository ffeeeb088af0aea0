"""Passive sentences, as far as words show them: a form of ‘worden’ and a past participle in one clause."""

from __future__ import annotations

import re

from wegwijzer.language.nl.participles import HAPPENS, NO_PARTICIPLE, OTHERS

AUXILIARY = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"[,;:()–]|\.\.\.|…|\b(?:en|of|maar|want|dat|die|als|omdat|zodat|terwijl|tot|voor je|wie|wat)\b", re.IGNORECASE
)
REGULAR = re.compile(
    r"(?:aan|af|achter|bij|binnen|buiten|door|goed|in|klaar|mee|na|om|open|op|over|plaats|recht|"
    r"samen|tegen|terug|toe|uit|vast|voor|vrij|waar|weg)?ge[a-zéëï]{2,}(?:d|t|en)"
)
WORD = re.compile(r"[a-zà-ÿ-]+")


def passive(sentence: str) -> str | None:
    """The passive in a sentence, as ‘wordt … gemeld’; None when there is none that is sure."""
    if not AUXILIARY.search(sentence):
        return None
    for clause in CLAUSE.split(sentence):
        found = AUXILIARY.search(clause)
        if not found:
            continue
        for match in WORD.finditer(clause.lower()):
            if is_participle(match.group()):
                near = 0 <= match.start() - found.end() <= 1 or 0 <= found.start() - match.end() <= 1
                pair = [found.group(), match.group()]
                if match.start() < found.start():
                    pair.reverse()
                return (" " if near else " … ").join(pair)
    return None


def is_participle(word: str) -> bool:
    """Whether a word (in small letters) is the past participle of what somebody does, as far as form and list tell."""
    if word in HAPPENS:
        return False
    return word in OTHERS or (word not in NO_PARTICIPLE and bool(REGULAR.fullmatch(word)))
