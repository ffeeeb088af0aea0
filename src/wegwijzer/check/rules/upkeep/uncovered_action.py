"""Een actie waar geen enkel voorbeeld uitkomt.

De voorbeelden onder `cases:` zijn de proef van de boom. Verandert iemand een route naar deze actie, dan merkt niemand het.
Een tussenactie hoeft geen eigen voorbeeld. Een boom met minder dan acht vragen en nog geen voorbeelden is in opbouw.

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
  - title: Een compliment
    answers: {toon: blij}
    ends_in: danken
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
  - title: Een compliment
    answers: {toon: blij}
    ends_in: danken
  - title: Een klacht
    answers: {toon: boos}
    ends_in: luisteren
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import is_final
from wegwijzer.problems import Finding

GROWN = Bound(name="grown", value=8, unit="vragen", says="vanaf zoveel vragen heeft een boom voorbeelden nodig")


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    if not tree.cases:
        if len(tree.questions) >= context.bounds[GROWN]:
            yield Finding(
                (), "Deze boom heeft nog geen voorbeelden", "Zet onderaan ‘cases:’ met een voorbeeld per actie."
            )
        return
    covered = {case.ends_in for case in tree.cases}
    for name, action in tree.actions.items():
        if name not in covered and is_final(action):
            yield Finding(
                ("actions", name),
                f"Geen enkel voorbeeld komt uit bij ‘{name}’",
                f"Voeg onder ‘cases:’ een voorbeeld toe met ‘ends_in: {name}’.",
                at_key=True,
            )


RULE = Rule(
    module=__name__, page=__doc__, code="W302", level="advice", bounds=(GROWN,), requires=("broken_case",), tree=check
)
