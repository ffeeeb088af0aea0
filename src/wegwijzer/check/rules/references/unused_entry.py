"""Niemand verwijst naar dit begrip of deze organisatie.

Een lezer vindt een begrip of een organisatie via een link in een tekst. Staat er nergens zo'n link, dan hoort de uitleg er
niet bij of ontbreekt er een link. De controle zegt dit alleen als ze alle bestanden van het project samen nakijkt.

Zet op een pagina `{{ begrip("framing") }}` of `{{ org("unia") }}`, of in een tekst van een boom `[framing](begrip:framing)`.

Fout:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
```

`data/glossary.yml`:

```yaml
terms:
  framing: {term: Framing, text: Een manier van kijken., sources: [gids]}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Let op framing.}]}
```

Goed:

`data/sources.yml`:

```yaml
sources:
  gids: {title: Gids voor gesprekken}
```

`data/glossary.yml`:

```yaml
terms:
  framing: {term: Framing, text: Een manier van kijken., sources: [gids]}
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: 'Let op [framing](begrip:framing).'}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The entries of one file that no other file refers to, of the kinds that ask for it."""
    kind = KINDS.by_record.get(type(record)) if library.whole else None
    for register in kind.registers if kind else ():
        used = library.referred.get(register.id, set())
        for name in getattr(record, register.key) if register.needed else ():
            if name not in used:
                yield Finding(
                    (register.key, name),
                    f"{register.word} ‘{name}’ komt in geen enkele tekst voor",
                    "Zet er een link naartoe waar een lezer het woord tegenkomt, of haal het hier weg.",
                    at_key=True,
                )


RULE = Rule(module=__name__, page=__doc__, code="W118", level="error", data=check_data)
