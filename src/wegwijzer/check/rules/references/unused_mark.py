"""Een merkteken dat niets doet.

Een merkteken onthoudt iets voor later. Zet geen enkel antwoord het, of kijkt niets ernaar, dan mag het weg.

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
marks:
  fel: {text: het bericht fel van toon was}
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
  luisteren:
    title: Luister
    steps:
      - text: Luister goed.
      - text: Blijf zelf rustig.
        when: {all: [fel]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import conditions_of
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    if not tree.marks:
        return
    placed = {mark for q in tree.questions.values() for answer in q.answers.values() for mark in answer.marks}
    seen = {fact for guard in conditions_of(tree) for fact in guard.facts()}
    for mark in tree.marks:
        if mark not in placed:
            yield Finding(
                ("marks", mark),
                f"Geen enkel antwoord zet het merkteken ‘{mark}’",
                f"Zet ‘marks: [{mark}]’ bij een antwoord, of haal het merkteken weg.",
                at_key=True,
            )
        elif mark not in seen:
            yield Finding(
                ("marks", mark),
                f"Niets kijkt naar het merkteken ‘{mark}’",
                f"Gebruik het in een ‘when: {{all: [{mark}]}}’, of haal het weg.",
                at_key=True,
            )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W113",
    level="advice",
    requires=("unknown_fact", "unexplained_mark"),
    tree=check,
)
