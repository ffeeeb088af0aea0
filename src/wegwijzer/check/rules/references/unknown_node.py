"""Een route leidt naar een stap die niet bestaat.

Een lezer die dit antwoord kiest, komt nergens uit. Meestal is het een tikfout, of kreeg de stap een andere naam.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luistern}
      blij: {text: Blij, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
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
      blij: {text: Blij, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = dict.fromkeys(context.nodes())
    for where, target in context.targets():
        for index, route in enumerate(target.routes):
            if route.to in known or route.to in context.left_out or ("/" in route.to and where[0] == "actions"):
                continue
            place = (*where, index, "to") if target.guarded else where
            if "/" in route.to:
                yield Finding(
                    place,
                    f"‘{route.to}’ geeft de lezer door aan een andere boom; dat kan alleen een actie",
                    "Maak er een actie van met eigen stappen, en zet daar deze ‘to’.",
                )
            else:
                yield Finding(place, f"De stap ‘{route.to}’ bestaat niet in deze boom", nearest(route.to, known))
    for name, chapter in context.tree.chapters.items():
        if chapter.start not in known and chapter.start not in context.left_out:
            yield Finding(
                ("chapters", name, "start"),
                f"De stap ‘{chapter.start}’ bestaat niet in deze boom",
                nearest(chapter.start, known),
            )


RULE = Rule(module=__name__, page=__doc__, code="W101", level="error", tree=check)
