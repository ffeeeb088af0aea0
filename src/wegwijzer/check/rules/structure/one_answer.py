"""Een vraag heeft maar één antwoord.

Dan valt er niets te kiezen. Maak er een actie van, of voeg een antwoord toe. Een vraag met `choose: many` en `min: 0` mag
wel: daar vinkt de lezer iets aan of niet.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
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
        optional = question.choose == "many" and question.min == 0
        if len(question.answers) == 1 and not question.fill and not optional:
            yield Finding(
                ("questions", name),
                f"De vraag ‘{name}’ heeft maar één antwoord: ‘{next(iter(question.answers))}’",
                "Voeg een antwoord toe, of maak er een actie van.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W209", level="warning", requires=("unknown_tree",), tree=check)
