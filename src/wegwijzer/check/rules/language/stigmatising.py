"""Een woord plakt een etiket op mensen.

De lijst staat in `src/wegwijzer/language/nl/lists.py`, elk woord met een ander woord en een reden. Citeer je iemand? Zet het
woord dan tussen aanhalingstekens, of in `post:` van een voorbeeld: daar kijkt de controle niet.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Denk ook aan kansarmen in de wijk.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Denk ook aan mensen in armoede in de wijk.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.lists import STIGMA, advice_on, finder
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding

FIND = finder(STIGMA)


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not FIND.search(prose.spoken):
        return
    for passage in prose.passages:
        for match in FIND.finditer(passage.own):
            advice = advice_on(match.group(), STIGMA)
            yield Finding(
                passage.where,
                f"‘{match.group()}’ kan mensen kwetsen",
                f"Schrijf liever ‘{advice.instead}’. {advice.why}",
                find=match.group(),
            )


RULE = Rule(module=__name__, page=__doc__, code="W508", level="advice", prose=check_prose)
