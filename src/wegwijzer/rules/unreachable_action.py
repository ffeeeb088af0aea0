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

from wegwijzer.problems import Finding
from wegwijzer.reach import unreachable
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W205", "error", ("too_many_situations",)


def check(context: Context) -> Iterator[Finding]:
    for name in unreachable(context.compiled, context.proven()).actions:
        yield Finding(
            ("actions", name),
            f"Niemand komt ooit bij de actie ‘{name}’",
            "Laat een antwoord ernaartoe leiden, of verwijder de actie.",
            at_key=True,
        )
