"""Deze route wordt nooit genomen.

Een eerdere route in de lijst past altijd al, of de voorwaarde kan hier niet gelden.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos:
        text: Boos
        to:
          - when: {all: [toon.blij]}
            to: danken
          - to: luisteren
      blij: {text: Blij, to: danken}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.rules.structure.dead_end import fork_place
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    found = unreachable(context.compiled, context.proven())
    lost = {*found.questions, *found.actions}
    for fork, index in found.routes:
        owner = context.compiled.forks[fork]
        if owner.owner in lost or (owner.owner, owner.answer) in found.answers:
            continue
        route = owner.target.routes[index]
        yield Finding(
            (*fork_place(context, fork), index),
            f"De route naar ‘{route.to}’ wordt nooit genomen",
            "Een eerdere route past altijd al, of de voorwaarde kan hier niet gelden. Verwijder of verplaats ze.",
        )


RULE = Rule(module=__name__, page=__doc__, code="W204", level="error", requires=("too_many_situations",), tree=check)
