"""Een tekst is te lang voor zijn plaats.

Een titel, een vraag en een antwoord staan groot op het scherm, in een diagram of op een kaartje. Hoogstens dit aantal tekens:

| plaats | tekens |
| --- | --- |
| `short` | 40 |
| `text` van een antwoord | 160 |
| `title`, `text` van een vraag of van een merkteken | 200 |
| `help`, `summary`, `argument`, `why` | 1000 |
| `text` van een stap, en een punt eronder | 600 |
| `reply`, een alinea van een `document` | 2000 |

Boven 5000 tekens weigert de controle elke tekst (W012).
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.model import Where
from wegwijzer.problems import Finding

BY_KEY = {"short": 40, "title": 200, "help": 1000, "summary": 1000, "argument": 1000, "why": 1000, "reply": 2000}
ANSWER, QUESTION, PARAGRAPH, OTHER = 160, 200, 2000, 600


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        if len(passage.text) > ANSWER or passage.where[-1] == "short":
            limit = _limit(passage.where)
            if len(passage.text) > limit:
                yield Finding(
                    passage.where,
                    f"Deze tekst telt {len(passage.text)} tekens; hier passen er {limit}",
                    "Kort hem in, of zet de uitleg onder ‘help:’.",
                )


def _limit(where: Where) -> int:
    if where[-1] in BY_KEY:
        return BY_KEY[str(where[-1])]
    if "answers" in where:
        return ANSWER
    if where[0] in ("questions", "marks"):
        return QUESTION
    return PARAGRAPH if "document" in where else OTHER


RULE = Rule(module=__name__, page=__doc__, code="W403", level="warning", prose=check_prose)
