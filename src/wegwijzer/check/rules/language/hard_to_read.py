"""Een bestand is als geheel moeilijk te lezen.

De controle telt alle teksten van het bestand samen. Ze meet twee dingen: hoeveel woorden een zin gemiddeld telt
(hoogstens 15), en Flesch-Douma (minstens 60; hoger leest makkelijker). Elke tekst telt als een zin of meer. Onder de
honderd woorden zegt een meting niets. `wegwijzer readability` toont de cijfers van elk bestand.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.measure import MAX_SENTENCE, MIN_EASE, measure
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    found = measure(sentence for passage in prose.passages for sentence in passage.sentences)
    if not found.hard:
        return
    if found.sentence_length > MAX_SENTENCE:
        yield Finding(
            (),
            f"De zinnen in dit bestand tellen gemiddeld {_dutch(found.sentence_length)} woorden",
            f"Breng dat onder {MAX_SENTENCE:.0f}: knip de langste zinnen in twee.",
        )
    if found.ease < MIN_EASE:
        yield Finding(
            (),
            f"Dit bestand scoort {_dutch(found.ease)} op de schaal van Flesch-Douma",
            f"Breng dat boven {MIN_EASE:.0f}: kortere woorden en kortere zinnen.",
        )


def _dutch(figure: float) -> str:
    return f"{figure:.1f}".replace(".", ",")


RULE = Rule(module=__name__, page=__doc__, code="W502", level="advice", prose=check_prose)
