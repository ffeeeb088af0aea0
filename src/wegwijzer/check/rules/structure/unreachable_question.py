"""Niemand komt ooit bij deze vraag.

Er leidt geen route naartoe, of de voorwaarden op de weg ernaartoe kunnen niet samen gelden.

Fout:

```yaml
title: Voorbeeld
start: luisteren
questions:
  toon:
    text: Welke toon?
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
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    for name in unreachable(context.compiled, context.proven()).questions:
        yield Finding(
            ("questions", name),
            f"Niemand komt ooit bij de vraag ‘{name}’",
            "Laat een antwoord ernaartoe leiden, of verwijder de vraag.",
            at_key=True,
        )


RULE = Rule(module=__name__, page=__doc__, code="W202", level="error", requires=("too_many_situations",), tree=check)
