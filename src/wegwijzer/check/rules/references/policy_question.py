"""Een lokale keuze zonder standaardkeuze, of een optie zonder argument.

Zolang een gemeente niets koos, geldt de standaardkeuze. Elke optie toont waarom een gemeente ze kiest.

Fout:

`trees/keuzes.yml`:

```yaml
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    answers:
      verbergen: {text: Verbergen, argument: Anderen zien het niet.}
      laten-staan: {text: Laten staan}
      nog-niet-beslist: {text: Nog niet beslist}
    to: klaar
actions:
  klaar: {title: Onze afspraken, steps: [{text: Bespreek ze in het team.}]}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
uses: [keuzes]
start: luisteren
actions:
  luisteren:
    title: Luister
    steps:
      - text: Luister goed.
      - text: Verberg het bericht.
        when: {all: [keuzes.zicht.verbergen]}
```

Goed:

`trees/keuzes.yml`:

```yaml
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    default: verbergen
    answers:
      verbergen: {text: Verbergen, argument: Anderen zien het niet.}
      laten-staan: {text: Laten staan, argument: Het gesprek blijft open.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: klaar
actions:
  klaar: {title: Onze afspraken, steps: [{text: Bespreek ze in het team.}]}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
uses: [keuzes]
start: luisteren
actions:
  luisteren:
    title: Luister
    steps:
      - text: Luister goed.
      - text: Verberg het bericht.
        when: {all: [keuzes.zicht.verbergen]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.model import UNDECIDED
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    if context.tree_id not in context.library.policy_trees():
        return
    for name, question in context.tree.questions.items():
        where = ("questions", name)
        options = [key for key in context.library.answers(question) if key != UNDECIDED]
        if question.default is None and not (question.fill and question.fill.optional):
            yield Finding(
                where,
                f"De lokale keuze ‘{name}’ heeft geen standaardkeuze",
                "Voeg een regel ‘default: …’ toe met " + ("een waarde." if question.fill else "één van de opties."),
                at_key=True,
            )
        elif not question.fill and question.default not in options:
            yield Finding(
                (*where, "default"),
                f"‘{question.default}’ kan niet de standaardkeuze zijn",
                nearest(question.default or "", options),
            )
        for key, answer in question.answers.items():
            if key != UNDECIDED and not answer.argument:
                yield Finding(
                    (*where, "answers", key),
                    f"De optie ‘{key}’ heeft geen argument",
                    "Voeg een regel ‘argument:’ toe: waarom kiest een gemeente dit?",
                    at_key=True,
                )


RULE = Rule(module=__name__, page=__doc__, code="W110", level="error", tree=check)
