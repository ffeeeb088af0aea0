"""Een voorbeeld leidt niet waar het zegt.

De voorbeelden zijn de proef van de boom: wie een route verandert, ziet meteen wat dat voor lezers betekent.

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
    ends_in: luisteren
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

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding, nearest
from wegwijzer.walk.walker import WalkError, walk_mapping


def check(context: Context) -> Iterator[Finding]:
    for index, case in enumerate(context.tree.cases):
        where = ("cases", index)
        if case.ends_in not in context.tree.actions:
            yield Finding(
                (*where, "ends_in"),
                f"De actie ‘{case.ends_in}’ bestaat niet",
                nearest(case.ends_in, context.tree.actions),
            )
            continue
        unknown = [name for name in case.given if not context.library.policy(name)]
        if unknown:
            yield Finding(
                (*where, "given", unknown[0]),
                f"De lokale keuze ‘{unknown[0]}’ bestaat niet",
                nearest(unknown[0], context.compiled.policies),
                at_key=True,
            )
            continue
        try:
            walker = walk_mapping(context.compiled, case.answers, given=case.given)
        except WalkError as error:
            yield Finding(
                (*where, "answers"), f"Voorbeeld ‘{case.title}’: {error}", "Loop de boom na en pas de antwoorden aan."
            )
            continue
        if not walker.final:
            yield Finding(
                (*where, "answers"),
                f"Voorbeeld ‘{case.title}’ stopt bij de vraag ‘{walker.node}’",
                f"Voeg een antwoord op ‘{walker.node}’ toe.",
            )
        elif walker.node != case.ends_in:
            yield Finding(
                (*where, "ends_in"),
                f"Voorbeeld ‘{case.title}’ komt uit bij ‘{walker.node}’, niet bij ‘{case.ends_in}’",
                "Pas de antwoorden of ‘ends_in’ aan. Veranderde je een route? Kijk dan of dat de bedoeling is.",
            )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W301",
    level="error",
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
