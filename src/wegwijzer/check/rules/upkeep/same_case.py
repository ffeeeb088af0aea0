"""Een voorbeeld heeft de titel van een ander voorbeeld.

In de quiz en in de oefeningen herken je een voorbeeld aan zijn titel. Zeg wat er anders is, of laat er één weg.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luisteren}
      blij: {text: Blij, to: danken}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
cases:
  - {title: Het park, answers: {toon: blij}, ends_in: danken}
  - {title: Het park, answers: {toon: boos}, ends_in: luisteren}
```

Goed:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luisteren}
      blij: {text: Blij, to: danken}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
cases:
  - {title: Een mooi park, answers: {toon: blij}, ends_in: danken}
  - {title: Een vuil park, answers: {toon: boos}, ends_in: luisteren}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, case in enumerate(context.tree.cases):
        title = " ".join(case.title.casefold().split())
        if title in seen:
            yield Finding(
                ("cases", index, "title"),
                f"Er is al een voorbeeld met de titel ‘{case.title}’",
                "Zeg in de titel wat er anders is, of laat één voorbeeld weg.",
            )
        seen.add(title)


RULE = Rule(module=__name__, page=__doc__, code="W306", level="warning", tree=check)
