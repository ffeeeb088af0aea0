"""Een frame, begrip, organisatie of waarde waarnaar verwezen wordt, bestaat niet.

Verwijzingen staan in sleutels (`frames:`, `see:`, `values:`, `contact:`, `choice:` …) en in links binnen een tekst:
`[framing](begrip:framing)`, `[De held](frame:de-held)`, `[Unia](org:unia)` of `[deze hulp](boom:reactie)`.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, frames: [bestaat-niet], steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.guide import ChoiceName
from wegwijzer.library import Library
from wegwijzer.problems import Finding, nearest
from wegwijzer.references import REGISTERS, exists, known, references
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W111", "error", ()


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """Every reference of one file, whatever it holds."""
    for reference in references(record):
        if exists(library, reference):
            continue
        if reference.kind is ChoiceName:
            tree_id, _, choice = reference.name.partition(".")
            tree = library.trees.get(tree_id)
            hint = nearest(choice, tree.questions) if tree else nearest(tree_id, library.trees)
            yield Finding(reference.where, f"De lokale keuze ‘{reference.name}’ bestaat niet", hint)
        else:
            register = REGISTERS[reference.kind]
            names = known(library, reference.kind) or ()
            yield Finding(
                reference.where,
                f"{register.word} ‘{reference.name}’ staat niet in {register.place}",
                nearest(reference.name, names),
            )
