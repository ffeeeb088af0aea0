"""How easy a text reads: words, sentences, syllables, and the formula of the language.

Every text of a file counts as sentences of its own: a label of two words is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wegwijzer.bounds import Bound, Bounds
from wegwijzer.language import of_language
from wegwijzer.language.prose import words

EASE = Bound(name="ease", value=60.0, most=120)
LENGTH = Bound(name="sentence", value=15.0)
ENOUGH = Bound(name="enough", value=100)
"""What a project asks of its texts, when it says nothing: plain language, in Dutch about B1."""


@dataclass(frozen=True)
class Measure:
    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)

    @property
    def sentence_length(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """By the formula of the language: higher reads easier. For a language that has `reading`."""
        if not self.words:
            return 100.0
        found: float = of_language("reading").ease(self.sentence_length, self.syllables / self.words)
        return found

    def hard(self, bounds: Bounds) -> bool:
        """Whether a text that is long enough to measure reads less easily than the project asks."""
        return self.words >= bounds[ENOUGH] and (self.ease < bounds[EASE] or self.sentence_length > bounds[LENGTH])


def measure(sentences: Iterable[str]) -> Measure:
    """The figures of a number of sentences. What holds no word counts for nothing."""
    found = [spoken for sentence in sentences if (spoken := words(sentence))]
    counts = Counter(word for spoken in found for word in spoken)
    return Measure(counts.total(), len(found), sum(_syllables(word) * count for word, count in counts.items()))


def _syllables(word: str) -> int:
    if word[0].isdigit():
        return 1
    found: int = of_language("reading").syllables(word.lower())
    return found
