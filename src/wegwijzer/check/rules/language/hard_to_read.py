"""Een bestand is als geheel moeilijk te lezen.

De controle telt alle teksten van het bestand samen. Ze meet twee dingen: hoeveel woorden een zin gemiddeld telt
(hoogstens 15), en Flesch-Douma (minstens 60; hoger leest makkelijker). Elke tekst telt als een zin of meer. Onder de
honderd woorden zegt een meting niets. `wegwijzer readability` toont de cijfers van elk bestand.

Fout:

`wegwijzer.toml`:

```toml
[rules.W502]
enough = 10
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Overleg met de communicatiemedewerker over discriminerende formuleringen in commentaren onder gemeentelijke mededelingen.}]}
```

Goed:

`wegwijzer.toml`:

```toml
[rules.W502]
enough = 10
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Vraag aan je collega wat je met die woorden doet.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.measure import EASE, ENOUGH, LENGTH, measure
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    found = measure(sentence for passage in prose.passages for sentence in passage.sentences)
    if not found.hard(prose.bounds):
        return
    if found.sentence_length > prose.bounds[LENGTH]:
        yield Finding(
            (),
            f"De zinnen in dit bestand tellen gemiddeld {_dutch(found.sentence_length)} woorden",
            f"Breng dat onder {_whole(prose.bounds[LENGTH])}: knip de langste zinnen in twee.",
        )
    if found.ease < prose.bounds[EASE]:
        yield Finding(
            (),
            f"Dit bestand scoort {_dutch(found.ease)} op de schaal van Flesch-Douma",
            f"Breng dat boven {_whole(prose.bounds[EASE])}: kortere woorden en kortere zinnen.",
        )


def _whole(figure: float) -> str:
    return f"{figure:g}".replace(".", ",")


def _dutch(figure: float) -> str:
    return f"{figure:.1f}".replace(".", ",")


RULE = Rule(
    module=__name__, page=__doc__, code="W502", level="advice", bounds=(EASE, LENGTH, ENOUGH), prose=check_prose
)
