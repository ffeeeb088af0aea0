"""Niemand kan dit antwoord ooit geven.

Dat gebeurt als `min` meer antwoorden vraagt dan een lezer samen kan kiezen, of als de lokale keuze waarover de vraag
gaat hier altijd al anders gemaakt is.

Fout:

```yaml
title: Voorbeeld
start: zie
questions:
  zie:
    text: Wat zie je?
    choose: many
    min: 3
    answers:
      naam: {text: Een naam}
      foto: {text: Een foto}
      niets: {text: Niets, exclusive: true}
    to: noteren
actions:
  noteren: {title: Noteer het, steps: [{text: Noteer wat je zag.}]}
```

Goed:

```yaml
title: Voorbeeld
start: zie
questions:
  zie:
    text: Wat zie je?
    choose: many
    min: 2
    answers:
      naam: {text: Een naam}
      foto: {text: Een foto}
      niets: {text: Niets, exclusive: true}
    to: noteren
actions:
  noteren: {title: Noteer het, steps: [{text: Noteer wat je zag.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    found = unreachable(context.compiled, context.proven())
    for name, key in found.answers:
        if name not in found.questions:
            yield Finding(
                ("questions", name, "answers", key),
                f"Niemand kan ‘{key}’ hier ooit antwoorden",
                "Verlaag ‘min:’, of kijk welke lokale keuze al eerder gemaakt is.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W203", level="error", requires=("too_many_situations",), tree=check)
