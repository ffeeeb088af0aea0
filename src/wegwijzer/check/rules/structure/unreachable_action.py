"""Niemand komt ooit bij deze actie.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}], to: danken}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    for name in unreachable(context.compiled, context.proven()).actions:
        yield Finding(
            ("actions", name),
            f"Niemand komt ooit bij de actie ‘{name}’",
            "Laat een antwoord ernaartoe leiden, of verwijder de actie.",
            at_key=True,
        )


RULE = Rule(module=__name__, page=__doc__, code="W205", level="error", requires=("too_many_situations",), tree=check)
