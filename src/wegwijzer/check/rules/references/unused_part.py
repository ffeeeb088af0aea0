"""Een vindplaats van een bron die nergens genoemd is.

Onder `parts:` staat wat een bron te zeggen heeft, deel per deel. Noemt geen enkele tekst een deel, of iets daarbinnen, dan is het
misschien vergeten. De controle zegt dit alleen als ze alle bestanden van het project samen nakijkt.

Fout:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
parts:
  G-1: {source: gids, title: Luisteren}
  G-2: {source: gids, title: Vragen}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, sources: [G-1], steps: [{text: Luister goed.}]}
```

Goed:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
parts:
  G-1: {source: gids, title: Luisteren}
  G-2: {source: gids, title: Vragen}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, sources: [G-1, G-2], steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.model import SourcesFile
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The parts of sources that no file names, itself or by way of a part inside it."""
    if not isinstance(record, SourcesFile) or not library.whole:
        return
    for name in record.parts:
        if not any(f"{cited}.".startswith((f"{name}.", f"{name}-")) for cited in library.cited):
            yield Finding(
                ("parts", name),
                f"Geen enkele tekst noemt ‘{name}’",
                f"Zet ‘sources: [{name}]’ bij wat erop steunt, of haal de vindplaats weg.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W122", level="advice", data=check_data)
