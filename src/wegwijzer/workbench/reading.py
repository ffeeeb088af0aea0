"""How a text reads that somebody is typing: what the checker measures of a file, of that one text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.check.rules.language.long_sentence import MOST
from wegwijzer.language import has
from wegwijzer.language.measure import EASE, measure
from wegwijzer.language.prose import Passage, words
from wegwijzer.locale import figure, say
from wegwijzer.workbench.desk import Desk

FEW = 12
"""Below so many words a figure says little of how easy a text reads."""


def reading(_desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """How the `text` reads: `{says, hard}`, one line of words, and whether it asks too much of a reader. Nothing of a short one."""
    sentences = Passage((), asked["text"]).sentences
    found = measure(sentences)
    if found.words < FEW:
        return {"says": "", "hard": False}
    longest = max(len(words(sentence)) for sentence in sentences)
    too_long, ease = longest > MOST.value, found.ease if has("reading") else EASE.value
    said = [say("reading.words", words=found.words, sentences=found.sentences, longest=longest)]
    if has("reading"):
        level = "easy" if ease >= EASE.value else "fair" if ease >= EASE.value - 15 else "hard"
        said.append(say(f"reading.{level}", ease=figure(max(ease, 0))))
    return {"says": " ".join(said), "hard": too_long or ease < EASE.value - 15}
