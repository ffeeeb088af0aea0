"""Een merkteken heeft geen uitleg.

Op papier en zonder JavaScript vraagt de site of het merkteken geldt. Daarvoor is een zinsdeel nodig.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, marks: [fel], to: luisteren}
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
      boos: {text: Boos, marks: [fel], to: luisteren}
      blij: {text: Blij, to: luisteren}
marks:
  fel: {text: het bericht fel van toon was}
actions:
  luisteren: {title: Luister, steps: [Luister goed., {text: Blijf rustig., when: {all: [fel]}}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    told: set[str] = set()
    for name, question in context.tree.questions.items():
        for key, answer in question.answers.items():
            for index, mark in enumerate(answer.marks):
                if mark not in context.tree.marks and mark not in told and mark not in context.left_out:
                    told.add(mark)
                    yield Finding(
                        ("questions", name, "answers", key, "marks", index),
                        f"Het merkteken ‘{mark}’ heeft geen uitleg",
                        nearest(mark, context.tree.marks) or f"Zet onder ‘marks:’ een regel ‘{mark}:’ met een ‘text:’.",
                    )


RULE = Rule(module=__name__, page=__doc__, code="W103", level="warning", tree=check)
