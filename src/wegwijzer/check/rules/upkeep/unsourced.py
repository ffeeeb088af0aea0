"""Een actie, een contact of een standaardstap zegt niet waarop dat steunt.

Wie een advies volgt, wil weten van wie het komt. Noem een bron bij de actie, of bij elke stap en elke alinea. Noem er ook een bij
elk contact en bij elke standaardstap. Schreven jullie iets zelf? Ook dat is een bron: `redactie`.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, sources: [gids], steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.model import Contact, ContactsFile, Task, TasksFile, Where
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.compiled.tree.actions.items():
        if action.parts and not action.sources and not all(part.sources for part in action.parts):
            yield Finding(
                ("actions", name),
                f"De actie ‘{name}’ zegt niet waarop ze steunt",
                "Zet ‘sources: […]’ bij de actie, of bij elke stap en elke alinea.",
                at_key=True,
            )


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    """The entries of data/contacts.yml and data/steps.yml."""
    contacts = record.contacts if isinstance(record, ContactsFile) else {}
    tasks = record.steps if isinstance(record, TasksFile) else {}
    entries: dict[Where, Contact | Task] = {("contacts", name): contact for name, contact in contacts.items()}
    entries |= {("steps", name): task for name, task in tasks.items()}
    for where, entry in entries.items():
        if not entry.sources:
            yield Finding(
                where,
                f"‘{where[-1]}’ zegt niet waarop het steunt",
                "Zet er ‘sources: […]’ bij.",
                at_key=True,
            )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W304",
    level="off",
    requires=("double_node", "unknown_tree", "unknown_standard_task"),
    tree=check,
    data=check_data,
)
