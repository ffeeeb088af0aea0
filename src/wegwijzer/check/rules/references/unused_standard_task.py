"""Een standaardstap die nergens voorkomt.

Geen enkele actie gebruikt hem met `use:`. De controle zegt dit alleen als ze alle bestanden van het project samen nakijkt.

Fout:

`data/steps.yml`:

```yaml
steps:
  leg-vast: {text: Noteer de link.}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

`data/steps.yml`:

```yaml
steps:
  leg-vast: {text: Noteer de link.}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{use: leg-vast}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.model import TasksFile, Tree
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    if not isinstance(record, TasksFile) or not library.whole:
        return
    used = {name for tree in library.trees.values() for name in _used(tree)}
    for name in record.steps:
        if name not in used:
            yield Finding(
                ("steps", name),
                f"Geen enkele actie gebruikt de standaardstap ‘{name}’",
                f"Schrijf ergens ‘- use: {name}’, of haal de stap weg.",
                at_key=True,
            )


def _used(tree: Tree) -> Iterator[str | None]:
    for action in tree.actions.values():
        yield from (task.use for task in action.steps)
    yield from (task.use for task in tree.closing)


RULE = Rule(module=__name__, page=__doc__, code="W112", level="advice", data=check_data)
