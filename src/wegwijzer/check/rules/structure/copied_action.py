"""Een actie is een kopie van een andere.

Een andere titel boven dezelfde stappen is geen ander advies. Laat beide antwoorden naar één actie leiden, of zeg wat een lezer
hier anders doet.

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
  luisteren: {title: Luister, steps: [{text: Antwoord in één zin.}]}
  danken: {title: Dank, steps: [{text: Antwoord in één zin.}]}
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
  luisteren: {title: Luister, steps: [{text: Vraag wat er misliep.}]}
  danken: {title: Dank, steps: [{text: Antwoord in één zin.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str | None, ...], str] = {}
    for name, action in context.compiled.tree.actions.items():
        texts = tuple(task.text for task in action.steps)
        if texts and texts in seen:
            yield Finding(
                ("actions", name),
                f"De stappen van ‘{name}’ zijn die van ‘{seen[texts]}’",
                "Laat één actie weg, of zeg wat een lezer hier anders doet.",
                at_key=True,
            )
        seen.setdefault(texts, name)


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W213",
    level="advice",
    requires=("double_node", "unknown_tree", "unknown_standard_task"),
    tree=check,
)
