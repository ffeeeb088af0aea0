"""Een link heet ‘klik hier’.

Wie met een schermlezer werkt, hoort alleen de naam van de link. Schrijf waar de link heen gaat.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: "Lees [hier](https://voorbeeld.be) meer."}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: "Lees meer over [huisregels](https://voorbeeld.be)."}]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.model.text import LINKED
from wegwijzer.problems import Finding

EMPTY = re.compile(
    r"(?:klik\s+)?(?:hier|deze\s+link|link|lees\s+(?:hier\s+)?(?:meer|verder)|meer(?:\s+info(?:rmatie)?)?)[.!…]*",
    re.IGNORECASE,
)
CLICK = re.compile(r"\bklik(?:ken)?\s+(?:dan\s+)?hier\b", re.IGNORECASE)


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        if "](" not in passage.text and not CLICK.search(passage.own):
            continue
        empty = [match.group(1) for match in LINKED.finditer(passage.text) if EMPTY.fullmatch(match.group(1).strip())]
        for name in empty or ["klik hier"] * bool(CLICK.search(passage.own)):
            yield Finding(
                passage.where,
                f"‘{name}’ zegt niet waar de link heen gaat",
                "Geef de link de naam van de pagina: ‘[huisregels van de stad](https://…)’.",
                find=name,
            )


RULE = Rule(module=__name__, page=__doc__, code="W507", level="advice", prose=check_prose)
