"""Een vraag en een actie hebben dezelfde naam.

Vragen en acties delen één lijst van namen. Anders weet een route niet waar ze naartoe gaat.

Fout:

```yaml
title: Voorbeeld
start: luisteren
questions:
  luisteren:
    text: Luister je?
    answers:
      ja: {text: Ja, to: luisteren}
      nee: {text: Nee, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luister-je
questions:
  luister-je:
    text: Luister je?
    answers:
      ja: {text: Ja, to: luisteren}
      nee: {text: Nee, to: luisteren}
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
    for name in context.tree.actions:
        if name in context.tree.questions:
            yield Finding(
                ("actions", name),
                f"‘{name}’ is al de naam van een vraag",
                "Geef de actie een andere naam.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W100", level="error", tree=check)
