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

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.references import page_exists
from wegwijzer.model.fields import MAIL
from wegwijzer.model.text import LINKED, LOOKS, allowed, texts
from wegwijzer.problems import Finding

FROM_PAGE = re.compile(
    rf"https?://[^\s\\/?#]\S*|mailto:{MAIL.pattern}|tel:[0-9]+|#\S*|(?![/\\?])[^\s\\:/?#]+(?:[/?#][^\s\\]*)?",
    re.IGNORECASE,
)
"""Where a page of the guide may lead: also to a file by its way from there, never from the root of a host."""


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The links in the texts of any file, or those that a page gives its readers."""
    if isinstance(record, Page):
        yield from _of_page(record)
        return
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
        other = LOOKS.search(LINKED.sub("", text)) if "]" in text or "<" in text else None
        if other:
            yield Finding(
                where,
                f"Met ‘{other.group()[:40]}’ lijkt dit een link, maar zo leest de site hem niet",
                "Schrijf ‘[naam](https://adres)’, zonder titel of haakjes erin: ( is %28 en ) is %29.",
            )


def _of_page(page: Page) -> Iterator[Finding]:
    for index, element in enumerate(page.elements):
        for href in (value for name, value in element.attributes if name == "href"):
            if not FROM_PAGE.fullmatch(href):
                yield Finding(
                    ("elements", index),
                    f"De link ‘{href[:60]}’ mag niet",
                    "Begin met https://, http://, mailto: of tel:, of schrijf de weg naar het bestand: ../gids/code.md.",
                )


RULE = Rule(module=__name__, page=__doc__, code="W401", level="error", tree=check, data=check_data)
