"""In sommige situaties kan de lezer niet verder: geen enkele route past.

Een lijst van routes heeft een uitweg nodig voor elke situatie. Dat hoeft geen route zonder ‘when’ te zijn, als er
maar altijd één past.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: weet}
      blij: {text: Blij, to: weet}
  weet:
    text: Weet je wie het is?
    answers:
      ja:
        text: Ja
        to:
          - when: {all: [toon.boos]}
            to: luisteren
      nee: {text: Nee, to: luisteren}
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
      boos: {text: Boos, to: weet}
      blij: {text: Blij, to: weet}
  weet:
    text: Weet je wie het is?
    answers:
      ja:
        text: Ja
        to:
          - when: {all: [toon.boos]}
            to: luisteren
          - to: danken
      nee: {text: Nee, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
  danken: {title: Dank, steps: [{text: Zeg dank je.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context, spoken_way
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import START_FORK
from wegwijzer.model import Where
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    proof, told = context.proven(), set()
    for origin, label, fork in proof.dead_ends:
        if fork in told:
            continue
        told.add(fork)
        way = proof.way_to(origin) if origin >= 0 else []
        if origin >= 0:
            way.append((proof.situations[origin][0], label))
        facts = sorted(proof.situations[origin][1]) if origin >= 0 else []
        chosen = [fact for fact in facts if fact.rpartition(".")[0] in context.compiled.policies]
        policy = f" Lokale keuzes: {', '.join(chosen)}." if chosen else ""
        yield Finding(
            fork_place(context, fork),
            "Hier past in sommige situaties geen enkele route, bijvoorbeeld na " + spoken_way(way) + "." + policy,
            "Zet onderaan een route zonder ‘when’, of vul de voorwaarden aan.",
        )


def fork_place(context: Context, fork_id: str) -> Where:
    """The place in the file of the guarded list with this fork id."""
    if fork_id == START_FORK:
        return ("start",)
    fork = context.compiled.forks[fork_id]
    middle = ("answers", fork.answer) if fork.answer else ()
    return (*context.where(fork.owner), *middle, "to")


RULE = Rule(module=__name__, page=__doc__, code="W201", level="error", requires=("too_many_situations",), tree=check)
