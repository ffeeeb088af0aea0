"""Een vraag heeft twee antwoorden met dezelfde tekst.

De lezer ziet geen verschil en kiest op goed geluk.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luisteren}
      woedend: {text: boos, to: luisteren}
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
      woedend: {text: Heel boos, to: luisteren}
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
    for name, question in context.tree.questions.items():
        seen: dict[str, str] = {}
        for key, answer in context.library.answers(question).items():
            text = " ".join((answer.text or "").lower().split()).rstrip(".!")
            if text and text in seen:
                own = key in question.answers and question.answers[key].text
                yield Finding(
                    ("questions", name, "answers", key, "text") if own else ("questions", name),
                    f"‘{answer.text}’ staat er twee keer: bij ‘{seen[text]}’ en bij ‘{key}’",
                    "Laat één antwoord weg, of zeg wat het verschil is.",
                    at_key=not own,
                )
            seen.setdefault(text, key)


RULE = Rule(module=__name__, page=__doc__, code="W210", level="error", tree=check)
