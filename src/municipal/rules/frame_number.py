"""Een frame heeft een nummer dat niet kan, of dat al van een ander frame is.

De frames dragen de nummers 1 tot en met 11, elk één keer. Zo vind je ze terug in het overzicht, in de boom en op papier.

Fout:

`frames/de-buur.yml`:

```yaml
number: 12
name: De buur
problematising: false
summary: Zo kijk je ernaar.
core: Dit is de kern.
reasoning: {cause: Dit is er., consequence: Dat volgt eruit., solution: Dit moet dus.}
example: Een verzonnen bericht.
recognise: {metaphors: [een golf], images: [een boot], words: [toestroom], arguments: [er zijn er te veel]}
leaves_out: [Wie er al woont.]
resonance: {argued: unknown, why: Dat weten we niet.}
sources: [gids]
review: {owner: redactie, by: 2999-01-01}
```

Goed:

`frames/de-buur.yml`:

```yaml
number: 2
name: De buur
problematising: false
summary: Zo kijk je ernaar.
core: Dit is de kern.
reasoning: {cause: Dit is er., consequence: Dat volgt eruit., solution: Dit moet dus.}
example: Een verzonnen bericht.
recognise: {metaphors: [een golf], images: [een boot], words: [toestroom], arguments: [er zijn er te veel]}
leaves_out: [Wie er al woont.]
resonance: {argued: unknown, why: Dat weten we niet.}
sources: [gids]
review: {owner: redactie, by: 2999-01-01}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Frame
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.problems import Finding

LAST = 11
"""The research behind the frames found eleven (S001-6.3)."""


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The number of one frame."""
    if not isinstance(record, Frame):
        return
    if not 1 <= record.number <= LAST:
        yield Finding(
            ("number",), f"{record.number} is geen nummer van een frame", f"Kies een nummer van 1 tot {LAST}."
        )
    taken = [
        frame.name for frame in library.of(Frame).values() if frame.number == record.number and frame is not record
    ]
    if taken:
        free = sorted({*range(1, LAST + 1)} - {frame.number for frame in library.of(Frame).values()})
        hint = f"Nog vrij: {', '.join(map(str, free))}." if free else "Geef elk frame een eigen nummer."
        yield Finding(("number",), f"Het nummer {record.number} is al van ‘{taken[0]}’", hint)


RULE = Rule(module=__name__, page=__doc__, code="W121", level="error", data=check_data)
