"""De datum waarop iemand dit bestand opnieuw zou nakijken, is voorbij.

Regels, adressen en diensten veranderen. Kijk de boom na en zet bij `by:` een nieuwe datum. Welke dag het is, komt van de
computer, of van `SOURCE_DATE=2026-01-31` in de omgeving als een bouw altijd hetzelfde moet geven.

Fout:

```yaml
title: Voorbeeld
review: {owner: redactie, by: 2001-01-01}
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
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


def check(context: Context) -> Iterator[Finding]:
    review = context.tree.review
    if review and context.today and review.by < context.today:
        yield Finding(
            ("review", "by"),
            f"{review.owner.capitalize()} zou deze boom nakijken tegen {review.by}; die datum is voorbij",
            "Kijk de boom na en zet bij ‘by:’ een nieuwe datum.",
        )


RULE = Rule(module=__name__, page=__doc__, code="W303", level="warning", tree=check)
