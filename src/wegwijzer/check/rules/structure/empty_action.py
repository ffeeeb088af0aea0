"""Een actie zonder stappen: de lezer weet niet wat te doen.

Elke actie heeft minstens één stap, of een document dat de lezer kan gebruiken.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Laat de ander uitspreken.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        if not action.steps and not action.document:
            yield Finding(
                ("actions", name),
                f"De actie ‘{name}’ heeft geen stappen",
                "Zet er ‘steps:’ onder, met wat iemand doet.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W207", level="error", requires=("double_node",), tree=check)
