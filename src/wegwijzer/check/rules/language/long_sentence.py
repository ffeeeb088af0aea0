"""Een zin telt meer dan 25 woorden.

Wie onder druk leest, is het begin vergeten voor het einde komt. Knip de zin: één gedachte, één zin. Een opsomming
wordt een lijst onder `points:`.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: "Vraag aan de collega die het bericht als eerste zag of er op dat ogenblik ook al andere mensen op gereageerd hadden en wat die mensen toen schreven."}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister goed, steps: [{text: "Wie zag het bericht als eerste? Vraag die collega of er toen al reacties waren. Vraag ook wat erin stond."}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose, words
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=25, unit="woorden", says="zoveel woorden telt een zin hoogstens")


def check_prose(prose: Prose) -> Iterator[Finding]:
    most = prose.bounds[MOST]
    for passage in prose.passages:
        if passage.text.count(" ") < most:
            continue
        for sentence in passage.sentences:
            count = len(words(sentence))
            if count > most:
                yield Finding(
                    passage.where,
                    f"Een zin van {count} woorden is lang: ‘{_opening(sentence)} …’",
                    f"Maak er twee of drie zinnen van, elk met hoogstens {most} woorden.",
                    find=sentence,
                )


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:5])


RULE = Rule(module=__name__, page=__doc__, code="W501", level="advice", bounds=(MOST,), prose=check_prose)
