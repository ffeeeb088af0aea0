"""Een link met een adres dat niet mag.

Links in teksten beginnen met https://, http://, mailto: of / (binnen de site). Andere adressen kunnen een lezer schaden.
Een pagina van de site moet bestaan.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: "Lees [dit](javascript:alert)."}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: "Lees [dit](https://voorbeeld.be)."}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.inline import LINKED, allowed, texts
from wegwijzer.library import Library
from wegwijzer.problems import Finding
from wegwijzer.references import page_exists
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W401", "error", ()


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The links in the texts of any file."""
    for where, text in texts(record):
        for match in LINKED.finditer(text):
            if not allowed(match.group(2)):
                yield Finding(
                    where,
                    f"De link ‘{match.group(2)}’ mag niet",
                    "Begin het adres met https://, http://, mailto: of /.",
                )
            elif match.group(2).startswith("/") and not page_exists(library, match.group(2)):
                yield Finding(
                    where, f"De pagina ‘{match.group(2)}’ bestaat niet", "Kijk na hoe het bestand in docs/ heet."
                )
