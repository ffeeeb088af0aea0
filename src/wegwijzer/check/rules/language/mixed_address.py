"""Een tekst zegt nu eens ‘je’ en dan weer ‘u’.

Kies één vorm in een heel bestand: de site zegt ‘je’. In `reply` en `document` mag je een andere vorm kiezen dan in de rest,
want die tekst is voor burgers. Binnen één tekst blijft het wel dezelfde vorm.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Bewaar uw logboek en noteer wat je zag.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Bewaar je logboek en noteer wat je zag.}]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Passage, Prose
from wegwijzer.problems import Finding

FORMAL = re.compile(r"(?<![\w\d.-])(?<!\d )(?:u|uw|uzelf)(?![\w.-])", re.IGNORECASE)
INFORMAL = re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jezelf|jullie)(?![\w-])", re.IGNORECASE)
FOR_CITIZENS = {"reply", "document"}


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not FORMAL.search(prose.spoken):
        return
    formal = [passage for passage in prose.passages if FORMAL.search(passage.own)]
    habit = _habit(prose)
    for passage in formal:
        mixed = INFORMAL.search(passage.own)
        if mixed or (habit == "je" and not _for_citizens(passage)):
            word = FORMAL.search(passage.own).group()  # type: ignore[union-attr]  # that is why it is here
            beside = f"naast ‘{mixed.group()}’" if mixed else "terwijl de rest van het bestand ‘je’ zegt"
            yield Finding(
                passage.where,
                f"Hier staat ‘{word}’ {beside}",
                "Schrijf overal ‘je’. Gaat het over het woord zelf? Schrijf dan ‘u’ tussen aanhalingstekens.",
                find=word,
            )


def _habit(prose: Prose) -> str:
    """How the running text of a file mostly speaks to its reader."""
    own = "\n".join(passage.own for passage in prose.passages if not _for_citizens(passage))
    return "u" if len(FORMAL.findall(own)) > len(INFORMAL.findall(own)) else "je"


def _for_citizens(passage: Passage) -> bool:
    return not FOR_CITIZENS.isdisjoint(map(str, passage.where))


RULE = Rule(module=__name__, page=__doc__, code="W505", level="advice", prose=check_prose)
