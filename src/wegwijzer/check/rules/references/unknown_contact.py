"""Een contact staat niet in data/contacts.yml.

Contacten staan op één plaats, zodat een nieuw adres maar één keer verandert.

Fout:

`data/contacts.yml`:

```yaml
contacts:
  unia: {name: Unia, for: Discriminatie melden.}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, contacts: [unia, politei], steps: [{text: Luister goed.}]}
```

Goed:

`data/contacts.yml`:

```yaml
contacts:
  unia: {name: Unia, for: Discriminatie melden.}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, contacts: [unia], steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = context.library.contacts
    if not context.library.has_data or "data/contacts" in context.library.broken:
        return
    for name, action in context.tree.actions.items():
        for index, contact in enumerate(action.contacts):
            if contact not in known:
                yield Finding(
                    ("actions", name, "contacts", index),
                    f"Het contact ‘{contact}’ staat niet in data/contacts.yml",
                    nearest(contact, known),
                )


RULE = Rule(module=__name__, page=__doc__, code="W105", level="error", tree=check)
