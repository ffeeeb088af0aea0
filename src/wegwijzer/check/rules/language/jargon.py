"""Een tekst gebruikt een woord dat niet iedereen kent.

De lijst staat in `src/wegwijzer/language/nl/lists.py`, elk woord met een gewoon woord ernaast. Staat het woord tussen
aanhalingstekens, dan telt het niet mee: zo kun je het uitleggen.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Antwoord conform de afspraken.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Antwoord volgens de afspraken.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.lists import JARGON, advice_on, finder
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding

FIND = finder(JARGON)


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not FIND.search(prose.spoken):
        return
    for passage in prose.passages:
        for match in FIND.finditer(passage.own):
            advice = advice_on(match.group(), JARGON)
            yield Finding(
                passage.where,
                f"‘{match.group()}’ is een moeilijk woord",
                f"Schrijf liever ‘{advice.instead}’. {advice.why}",
                find=match.group(),
            )


RULE = Rule(module=__name__, page=__doc__, code="W504", level="advice", prose=check_prose)
