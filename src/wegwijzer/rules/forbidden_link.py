"""Een link met een adres dat niet mag.

Links in teksten beginnen met https://, http://, mailto: of / (binnen de site). Andere adressen kunnen een lezer schaden.

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
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W401", "error", ()


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:  # noqa: ARG001 - rules on data share one shape
    """The links in the texts of any file."""
    for where, text in texts(record):
        for match in LINKED.finditer(text):
            if not allowed(match.group(2)):
                yield Finding(
                    where,
                    f"De link ‘{match.group(2)}’ mag niet",
                    "Begin het adres met https://, http://, mailto: of /.",
                )
