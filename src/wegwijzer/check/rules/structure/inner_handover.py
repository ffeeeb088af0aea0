"""Een doorverwijzing komt midden in een andere boom uit.

Wie daar begint, kreeg de vragen ervoor nooit. Leid een lezer naar het begin van de andere boom, of naar het begin van een
hoofdstuk: dat is geschreven om er te beginnen.

Fout:

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: verder
actions:
  verder: {title: Ga verder, steps: [{text: Noteer de link.}], to: melden/politie}
```

`trees/melden.yml`:

```yaml
title: Waar meld je het?
start: ernst
questions:
  ernst:
    text: Hoe ernstig is het?
    answers:
      erg: {text: Erg, to: politie}
      klein: {text: Minder erg, to: platform}
actions:
  politie: {title: Ga naar de politie, steps: [{text: Neem de link mee.}]}
  platform: {title: Meld het, steps: [{text: Gebruik de knop van het platform.}]}
```

Goed:

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: verder
actions:
  verder: {title: Ga verder, steps: [{text: Noteer de link.}], to: melden/ernst}
```

`trees/melden.yml`:

```yaml
title: Waar meld je het?
start: ernst
questions:
  ernst:
    text: Hoe ernstig is het?
    answers:
      erg: {text: Erg, to: politie}
      klein: {text: Minder erg, to: platform}
actions:
  politie: {title: Ga naar de politie, steps: [{text: Neem de link mee.}]}
  platform: {title: Meld het, steps: [{text: Gebruik de knop van het platform.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.model import Tree
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        target = action.to
        for index, route in enumerate(target.routes if target else ()):
            tree_id, _, node = route.to.partition("/")
            other = context.library.trees.get(tree_id) if node else None
            if other and node not in (begins := _beginnings(other)):
                yield Finding(
                    ("actions", name, "to", index, "to") if target and target.guarded else ("actions", name, "to"),
                    f"In ‘{tree_id}’ begint niemand bij ‘{node}’",
                    nearest(node, begins),
                )


def _beginnings(tree: Tree) -> list[str]:
    """Where a tree begins: at its start, or at that of a chapter."""
    return [
        *(route.to for route in tree.start.routes),
        *(chapter.start for chapter in tree.chapters.values()),
    ]


RULE = Rule(
    module=__name__, page=__doc__, code="W214", level="off", requires=("unknown_tree", "unknown_node"), tree=check
)
