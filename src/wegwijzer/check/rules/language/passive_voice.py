"""Een zin zegt niet wie iets doet.

‘Het bericht wordt verborgen’ laat open wie dat doet. Schrijf wie: ‘Je verbergt het bericht’. De controle kijkt naar een
vorm van ‘worden’ met een voltooid deelwoord in dezelfde bijzin, en kan zich vergissen. Tekst tussen aanhalingstekens
telt niet mee.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Het bericht wordt door de moderator verborgen.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: De moderator verbergt het bericht.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.passive import AUXILIARY, passive
from wegwijzer.language.prose import Prose, sentences
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not AUXILIARY.search(prose.spoken):
        return
    for passage in prose.passages:
        if not AUXILIARY.search(passage.own):
            continue
        for sentence in sentences(passage.own):
            found = passive(sentence)
            if found:
                yield Finding(
                    passage.where,
                    f"Hier staat niet wie het doet: ‘{found}’",
                    "Noem wie het doet: ‘je’, ‘de moderator’, ‘jullie team’.",
                    find=found,
                )


RULE = Rule(module=__name__, page=__doc__, code="W503", level="advice", prose=check_prose)
