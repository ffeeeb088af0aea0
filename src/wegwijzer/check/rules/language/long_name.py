"""Een korte naam telt te veel woorden.

De `short` van een vraag of een actie staat in een hokje van een diagram. Met meer woorden lees je hem daar niet meer in één
oogopslag. De hele zin staat al in `text` of `title`.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, short: Luister en vat dan samen, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, short: Luister eerst, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.model import Action, Question
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=4, unit="woorden", says="zoveel woorden telt een korte naam hoogstens")


def check(context: Context) -> Iterator[Finding]:
    most = context.bounds[MOST]
    named: dict[str, Question | Action] = {**context.tree.questions, **context.tree.actions}
    for name, node in named.items():
        count = len((node.short or "").split())
        if count > most:
            yield Finding(
                (*context.where(name), "short"),
                f"De korte naam van ‘{name}’ telt {count} woorden",
                f"Kies er hoogstens {most}.",
            )


RULE = Rule(
    module=__name__, page=__doc__, code="W512", level="advice", bounds=(MOST,), requires=("double_node",), tree=check
)
