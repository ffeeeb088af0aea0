"""Een actie verbiedt contact met de schrijver en zoekt dat contact toch.

Bij `contact: none` zegt elke vorm bovenaan dat niemand de schrijver antwoordt, waarschuwt of iets vraagt. Een
voorbeeldantwoord of een stap als ‘stuur een waarschuwing’ doet dat weer teniet. Welke standaardstappen contact zoeken,
staat in data/safety.yml.

Fout:

```yaml
title: Voorbeeld
start: politie
actions:
  politie:
    title: Ga naar de politie
    contact: none
    steps: [{text: Neem de link mee.}]
    reply: Haal dit bericht weg.
```

Goed:

```yaml
title: Voorbeeld
start: politie
actions:
  politie:
    title: Ga naar de politie
    contact: none
    steps: [{text: Neem de link mee.}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.problems import Finding
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W406", "error", ()


def check(context: Context) -> Iterator[Finding]:
    safety = context.library.safety
    for name, action in context.tree.actions.items():
        if action.contact != "none":
            continue
        if action.reply:
            yield Finding(
                ("actions", name, "reply"),
                f"‘{name}’ verbiedt contact met de schrijver, maar geeft een voorbeeldantwoord",
                "Haal het antwoord weg. Mag contact toch? Haal dan ‘contact: none’ weg.",
                at_key=True,
            )
        for index, step in enumerate(action.steps):
            if safety and step.use in safety.contact:
                yield Finding(
                    ("actions", name, "steps", index, "use"),
                    f"‘{name}’ verbiedt contact met de schrijver, maar de stap ‘{step.use}’ zoekt contact",
                    "Haal de stap weg. Mag contact toch? Haal dan ‘contact: none’ weg.",
                )
