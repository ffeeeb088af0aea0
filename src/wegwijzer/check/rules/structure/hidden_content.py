"""Een stap of alinea die niemand ooit ziet, of een actie die in sommige situaties leeg is.

Een stap met ‘when’ verschijnt alleen als dat geldt. Minstens één stap moet er altijd staan.

Fout:

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
  luisteren:
    title: Luister
    steps:
      - text: Blijf kalm.
        when: {all: [toon.boos]}
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
  luisteren:
    title: Luister
    steps:
      - text: Blijf kalm.
        when: {all: [toon.boos]}
      - text: Lach mee.
        when: {all: [toon.blij]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.conditions import holds
from wegwijzer.problems import Finding
from wegwijzer.proof.content import ContentFlow, TooManyFacts


def check(context: Context) -> Iterator[Finding]:
    flow = ContentFlow(context.compiled)
    for name, where, guard in context.content_guards():
        try:
            if not any(holds(guard, world.get) for world in flow.worlds(name, set(guard.facts()))):
                yield Finding(
                    where,
                    "Dit verschijnt nooit: deze voorwaarde kan hier niet gelden",
                    "Pas de voorwaarde aan of verwijder de tekst.",
                )
        except TooManyFacts:
            yield Finding(where, "Deze voorwaarde hangt van te veel feiten af", "Splits haar in eenvoudigere.")
    for name, action in context.tree.actions.items():
        guards = [part.when for part in action.parts if part.when]
        if len(guards) < len(action.parts) or not guards:
            continue
        facts = {fact for guard in guards for fact in guard.facts()}
        try:
            for world in flow.worlds(name, facts):
                if not any(holds(guard, world.get) for guard in guards):
                    shown = ", ".join(sorted(fact for fact, value in world.items() if value)) or "geen van de feiten"
                    yield Finding(
                        ("actions", name),
                        f"De actie ‘{name}’ is leeg als dit geldt: {shown}",
                        "Geef haar een stap zonder ‘when’.",
                        at_key=True,
                    )
                    break
        except TooManyFacts:
            yield Finding(
                ("actions", name),
                f"De stappen van ‘{name}’ hangen van te veel feiten af",
                "Geef de actie een stap zonder ‘when’.",
                at_key=True,
            )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W208",
    level="error",
    requires=("too_many_situations", "unreachable_action"),
    tree=check,
)
