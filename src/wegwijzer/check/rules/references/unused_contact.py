"""Een contact dat nergens voorkomt.

Geen enkele actie noemt het in `contacts:`, en geen enkele organisatie in `contact:`. Een lezer ziet het dus nooit op de
plaats waar het helpt. De controle zegt dit alleen als ze alle bestanden van het project samen nakijkt.

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
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
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

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.references import references
from wegwijzer.model import ContactId, ContactsFile
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    if not isinstance(record, ContactsFile) or not library.whole:
        return
    used = {name for tree in library.trees.values() for action in tree.actions.values() for name in action.contacts}
    used |= {found.name for each in library.data.values() for found in references(each) if found.kind is ContactId}
    for name in record.contacts:
        if name not in used:
            yield Finding(
                ("contacts", name),
                f"Geen enkele actie of organisatie noemt het contact ‘{name}’",
                f"Zet ‘contacts: [{name}]’ bij een actie, of haal het contact weg.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W111", level="advice", data=check_data)
