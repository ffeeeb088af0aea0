"""Een tekst is te lang voor zijn plaats.

Een titel, een vraag en een antwoord staan groot op het scherm, in een diagram of op een kaartje. Hoeveel tekens waar passen,
staat hieronder. Boven 5000 tekens weigert de controle elke tekst (W012).

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, short: Gespreksondersteuningsmogelijkheden inzetten, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, short: Luister eerst, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.model import Where
from wegwijzer.problems import Finding


def _longest(name: str, value: int, what: str, most: int = 5000) -> Bound[int]:
    return Bound(name=name, value=value, unit="tekens", says=f"zo lang is {what} hoogstens", most=most)


SHORT = _longest("short", 40, "een `short`", 80)
ANSWER = _longest("answer", 160, "de `text` van een antwoord", 600)
TITLE = _longest("title", 200, "een `title`, en de `text` van een vraag of een merkteken,", 220)
TASK = _longest("task", 600, "de `text` van een stap, en een punt eronder,")
HELP = _longest("help", 1000, "een `help`, `summary`, `argument` of `why`")
PARAGRAPH = _longest("paragraph", 2000, "een `reply`, en een alinea van een `document`,")
BY_KEY = {
    "short": SHORT,
    "title": TITLE,
    "help": HELP,
    "summary": HELP,
    "argument": HELP,
    "why": HELP,
    "reply": PARAGRAPH,
}


def check_prose(prose: Prose) -> Iterator[Finding]:
    shortest = min(prose.bounds[bound] for bound in RULE.bounds if bound is not SHORT)
    for passage in prose.passages:
        if len(passage.text) > shortest or passage.where[-1] == "short":
            limit = prose.bounds[_limit(passage.where)]
            if len(passage.text) > limit:
                yield Finding(
                    passage.where,
                    f"Deze tekst telt {len(passage.text)} tekens; hier passen er {limit}",
                    "Kort hem in, of zet de uitleg onder ‘help:’.",
                )


def _limit(where: Where) -> Bound[int]:
    if where[-1] in BY_KEY:
        return BY_KEY[str(where[-1])]
    if "answers" in where:
        return ANSWER
    if where[0] in ("questions", "marks"):
        return TITLE
    return PARAGRAPH if "document" in where else TASK


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W403",
    level="warning",
    bounds=(SHORT, ANSWER, TITLE, TASK, HELP, PARAGRAPH),
    prose=check_prose,
)
