"""Een vraag heeft geen korte naam.

In een diagram en in een overzicht is geen plaats voor een hele vraag. Zonder `short` staat daar een stuk van de vraag.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon heeft het bericht?
    answers:
      boos: {text: Boos, to: luisteren}
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
    text: Welke toon heeft het bericht?
    short: Toon?
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
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.compiled.tree.questions.items():
        if not question.short:
            yield Finding(
                ("questions", name),
                f"De vraag ‘{name}’ heeft geen korte naam",
                "Voeg een regel ‘short:’ toe met enkele woorden.",
                at_key=True,
            )


RULE = Rule(
    module=__name__, page=__doc__, code="W215", level="off", requires=("double_node", "unknown_tree"), tree=check
)
