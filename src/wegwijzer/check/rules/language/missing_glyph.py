"""De letter van papier en diagrammen kent een teken niet.

Op een pagina vult de browser een pijl of een emoji zelf aan. Op een poster, een kaart of in een diagram staat dan een leeg
vakje. De letters van Europese talen in ons schrift zijn er wel. Een voorbeeldbericht mag alles bevatten.

Fout:

```yaml
title: Voorbeeld
start: woorden
actions:
  woorden: {title: Kies je woorden, steps: [{text: Altijd → vaak.}]}
```

Goed:

```yaml
title: Voorbeeld
start: woorden
actions:
  woorden: {title: Kies je woorden, steps: [{text: 'Schrijf ‘vaak’, niet ‘altijd’.'}]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding

MISSING = re.compile(r"[^\s -~\xa0-ıĴ-ľŁ-ňŊ-žȘ-țẀ-ẅỲỳ–—‘’‚“”„†•…‹›⁄€™−∕]")
"""What Public Sans does not have; tests/site/test_letter.py compares this with its file."""


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        if not passage.text.isascii() and (found := MISSING.search(passage.shown)):
            yield Finding(
                passage.where,
                f"Het teken ‘{found.group()}’ wordt een leeg vakje op papier en in diagrammen",
                "Schrijf het in woorden.",
                find=found.group(),
            )


RULE = Rule(module=__name__, page=__doc__, code="W511", level="advice", prose=check_prose)
