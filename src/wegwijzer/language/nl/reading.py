"""How easy a text reads, by the formula of Douma for Dutch.

Flesch-Douma is 206.835 - 0.93 x words a sentence - 77 x syllables a word (W.H. Douma, De leesbaarheid van
landbouwbladen, 1960). 60 or more reads like ordinary Dutch. Syllables are counted with the hyphenation patterns of pyphen, as
textstat does too.
"""

from __future__ import annotations

from wegwijzer.language import hyphens


def ease(sentence_length: float, word_length: float) -> float:
    """Flesch-Douma of words a sentence and syllables a word: higher reads easier."""
    return 206.835 - 0.93 * sentence_length - 77 * word_length


def syllables(word: str) -> int:
    """How many syllables a word has."""
    return hyphens.syllables(word, "nl_NL")
