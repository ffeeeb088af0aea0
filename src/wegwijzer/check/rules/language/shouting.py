"""Een tekst roept.

Woorden in hoofdletters en een rij uitroeptekens lezen als geroep. Ze lezen ook trager. Een afkorting tot vijf letters mag.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Bewaar ALTIJD het bericht!!}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: Bewaar altijd het bericht.}]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding

LONG = r"[A-ZÀ-Þ]{6,}"
COMMON = "ALTIJD|NOOIT|NIET|GEEN|MOET|METEEN|DIRECT|ENKEL|ALLEEN|STOP|LET|MAG|WEL|NU|EERST|BELANGRIJK"
NAMES = "UNICEF|RHETORIC"
LOUD = re.compile(rf"(?<![\w-])(?!(?:{NAMES})\b)(?:{LONG}|{COMMON})(?![\w-])|(?<![!?])[!?]*!{{2,}}[!?]*|\?!|!\?")


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not LOUD.search(prose.spoken):
        return
    for passage in prose.passages:
        found = LOUD.search(passage.own)
        if found:
            word = found.group()
            yield Finding(
                passage.where,
                f"‘{word}’ leest als geroep",
                f"Schrijf ‘{word.lower()}’." if word[0].isalpha() else f"Schrijf één leesteken in plaats van ‘{word}’.",
                find=word,
            )


RULE = Rule(module=__name__, page=__doc__, code="W506", level="advice", prose=check_prose)
