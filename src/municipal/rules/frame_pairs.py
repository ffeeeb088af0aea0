"""Twee frames verwijzen niet naar elkaar, of een frame heeft geen tegenhanger.

Een frame dat migratie als probleem toont, noemt onder `counterframes` welke frames een antwoord kunnen zijn. Die frames
noemen het op hun beurt onder `answers`. Zo komt een lezer vanaf beide kanten bij de andere kaart.

Frames die geen probleem tonen, hebben `answers` en geen `counterframes`.

Fout:

`frames/de-golf.yml`:

```yaml
number: 1
name: De golf
problematising: true
summary: Zo kijk je ernaar.
core: Dit is de kern.
reasoning: {cause: Dit is er., consequence: Dat volgt eruit., solution: Dit moet dus.}
example: Een verzonnen bericht.
recognise: {metaphors: [een golf], images: [een boot], words: [toestroom], arguments: [er zijn er te veel]}
leaves_out: [Wie er al woont.]
resonance: {argued: unknown, why: Dat weten we niet.}
sources: [gids]
review: {owner: redactie, by: 2999-01-01}
counterframes: [{frame: de-buur, why: Een buur heeft een naam., sources: [gids]}]
```

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

Goed:

`frames/de-golf.yml`:

```yaml
number: 1
name: De golf
problematising: true
summary: Zo kijk je ernaar.
core: Dit is de kern.
reasoning: {cause: Dit is er., consequence: Dat volgt eruit., solution: Dit moet dus.}
example: Een verzonnen bericht.
recognise: {metaphors: [een golf], images: [een boot], words: [toestroom], arguments: [er zijn er te veel]}
leaves_out: [Wie er al woont.]
resonance: {argued: unknown, why: Dat weten we niet.}
sources: [gids]
review: {owner: redactie, by: 2999-01-01}
counterframes: [{frame: de-buur, why: Een buur heeft een naam., sources: [gids]}]
```

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
answers: [de-golf]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from municipal.records import Frame
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The pairs of one frame."""
    if not isinstance(record, Frame):
        return
    name = next(key for key, frame in library.of(Frame).items() if frame is record)
    if record.problematising and not record.counterframes:
        yield Finding(
            ("problematising",),
            f"Het frame ‘{record.name}’ heeft geen tegenhanger",
            "Noem onder ‘counterframes:’ minstens één frame dat een antwoord kan zijn.",
        )
    if record.problematising and record.answers:
        yield Finding(
            ("answers",),
            "Een frame dat een probleem toont, is zelf geen antwoord",
            "Haal ‘answers:’ weg, of zet ‘problematising: false’.",
        )
    if not record.problematising and record.counterframes:
        yield Finding(
            ("counterframes",),
            "Dit frame toont geen probleem en heeft dus geen tegenhanger",
            "Haal ‘counterframes:’ weg, of zet ‘problematising: true’.",
        )
    for index, counter in enumerate(record.counterframes):
        other = library.of(Frame).get(counter.frame)
        if other and name not in other.answers:
            yield Finding(
                ("counterframes", index, "frame"),
                f"Het frame ‘{counter.frame}’ noemt ‘{name}’ niet terug",
                f"Zet in frames/{counter.frame}.yml onder ‘answers:’ ook ‘{name}’.",
            )
    for index, answered in enumerate(record.answers):
        other = library.of(Frame).get(answered)
        if other and all(counter.frame != name for counter in other.counterframes):
            yield Finding(
                ("answers", index),
                f"Het frame ‘{answered}’ noemt ‘{name}’ niet als tegenhanger",
                f"Zet in frames/{answered}.yml onder ‘counterframes:’ ook ‘frame: {name}’.",
            )


RULE = Rule(module=__name__, page=__doc__, code="W120", level="error", data=check_data)
