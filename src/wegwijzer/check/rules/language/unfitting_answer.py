"""De antwoorden passen niet bij de vraag.

Op ‘Is het bericht strafbaar?’ verwacht een lezer ‘Ja’ of ‘Nee’. Op ‘Wie schreef het?’ net niet. De controle kijkt alleen
naar vragen waarvan het eerste woord dat zeker maakt. Een vraag met ‘of’ mag andere antwoorden hebben.

Fout:

```yaml
title: Voorbeeld
start: wie
questions:
  wie:
    text: Wie schreef het bericht?
    answers:
      ja: {text: Ja, to: luisteren}
      nee: {text: Nee, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: wie
questions:
  wie:
    text: Schreef een burger het bericht?
    answers:
      ja: {text: Ja, to: luisteren}
      nee: {text: Nee, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.questions import asks_openly, asks_yes_or_no, says_yes_or_no
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        labels = [answer.text for answer in question.answers.values() if answer.text]
        if not question.text or question.policy or question.choose != "one" or len(labels) < len(question.answers):
            continue
        plain = [label for label in labels if says_yes_or_no(label)]
        where = ("questions", name, "text")
        if plain and asks_openly(question.text):
            yield Finding(
                where,
                f"‘{plain[0]}’ is geen antwoord op deze vraag",
                "Stel een vraag waarop je ja of nee zegt, of schrijf het antwoord uit.",
            )
        elif labels and not plain and asks_yes_or_no(question.text):
            yield Finding(
                where,
                f"Op deze vraag verwacht je ‘Ja’ of ‘Nee’, niet ‘{labels[0]}’",
                "Laat de antwoorden beginnen met ‘Ja’ of ‘Nee’, of begin de vraag met een vraagwoord.",
            )


RULE = Rule(module=__name__, page=__doc__, code="W509", level="advice", requires=("unknown_tree",), tree=check)
