"""De boom is te ingewikkeld om helemaal na te gaan.

De controle loopt elke situatie af. Kijken routes laat in de boom nog naar antwoorden van helemaal in het begin,
dan groeit dat aantal zeer snel. De controle gokt niet: boven twee miljoen situaties stopt ze en noemt ze de feiten
die het langst blijven meespelen. Laat routes dichter bij de vraag kijken, of splits de boom.

Fout:

`wegwijzer.toml`:

```toml
[rules.W200]
most = 6
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: wie
questions:
  wie: {text: Wie schreef het?, answers: {burger: {text: Een burger}, groep: {text: Een groep}}, to: toon}
  toon: {text: Welke toon?, answers: {boos: {text: Boos}, blij: {text: Blij}}, to: weet}
  weet:
    text: Weet je genoeg?
    answers: {ja: {text: Ja}, nee: {text: Nee}}
    to: [{when: {all: [wie.burger, toon.boos]}, to: luisteren}, {to: danken}]
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
```

Goed:

`wegwijzer.toml`:

```toml
[rules.W200]
most = 6
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: wie
questions:
  wie: {text: Wie schreef het?, answers: {burger: {text: Een burger}, groep: {text: Een groep}}, to: toon}
  toon: {text: Welke toon?, answers: {boos: {text: Boos}, blij: {text: Blij}}, to: weet}
  weet:
    text: Weet je genoeg?
    answers: {ja: {text: Ja}, nee: {text: Nee}}
    to: [{when: {all: [weet.ja]}, to: luisteren}, {to: danken}]
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import SITUATIONS, Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.proof.situations import TooManySituations


def check(context: Context) -> Iterator[Finding]:
    if isinstance(context.proof, TooManySituations):
        facts = ", ".join(f"‘{fact}’" for fact in context.proof.facts)
        limit = f"{context.bounds[SITUATIONS]:,}".replace(",", ".")
        yield Finding(
            ("questions",),
            f"Deze boom telt meer dan {limit} situaties",
            f"Deze feiten blijven het langst meespelen: {facts}. Gebruik ze vroeger, of splits de boom.",
        )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W200",
    level="error",
    bounds=(SITUATIONS,),
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
