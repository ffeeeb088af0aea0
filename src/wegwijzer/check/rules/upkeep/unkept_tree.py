"""Een boom zegt niet waarvoor hij dient, waarop hij steunt of wie hem nakijkt.

Dat staat bovenaan, onder `summary`, `sources` en `review`. Zo weet een lezer of hij juist is, en weet jullie team wie de boom
opnieuw bekijkt, en wanneer.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
summary: Je kiest hoe je begint.
sources: [gids]
review: {owner: redactie, by: 2999-01-01}
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding

ASKED = {
    "summary": ("waarvoor hij dient", "Schrijf dat in een paar zinnen onder ‘summary:’."),
    "sources": ("waarop hij steunt", "Noem de bronnen onder ‘sources:’."),
    "review": ("wie hem nakijkt, en wanneer", "Zet er ‘review: {owner: …, by: …}’ bij."),
}


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    given = {"summary": tree.summary, "sources": tree.sources, "review": tree.review}
    for key, (what, hint) in ASKED.items():
        if not given[key]:
            yield Finding((), f"Deze boom zegt niet {what}", hint)


RULE = Rule(module=__name__, page=__doc__, code="W305", level="off", tree=check)
