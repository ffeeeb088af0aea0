"""Een standaardstap staat niet in data/steps.yml, of een stap heeft geen tekst.

Wat in meer dan één actie voorkomt, staat één keer in data/steps.yml. Een stap noemt die met ‘use’.

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren:
    title: Luister
    steps:
      - text: Luister goed.
      - who: moderator
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren:
    title: Luister
    steps:
      - text: Luister goed.
      - text: Vat samen wat je hoorde.
        who: moderator
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.model import TasksFile
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = context.library.steps
    groups = [(("actions", name, "steps"), action.steps) for name, action in context.tree.actions.items()]
    for where, steps in [*groups, (("closing",), context.tree.closing)]:
        for index, task in enumerate(steps):
            if (
                task.use
                and context.library.has_data
                and "data/steps" not in context.library.broken
                and task.use not in known
            ):
                yield Finding(
                    (*where, index, "use"),
                    f"De standaardstap ‘{task.use}’ staat niet in data/steps.yml",
                    nearest(task.use, known),
                )
            elif not task.use and not task.text:
                yield Finding(
                    (*where, index),
                    "Deze stap heeft geen tekst",
                    "Schrijf ‘text:’ met wat iemand doet, of ‘use:’ met een standaardstap.",
                )


def check_data(record: object, library: Library) -> Iterator[Finding]:  # noqa: ARG001 - rules on data share one shape
    """A standard step has a text of its own."""
    for name, task in record.steps.items() if isinstance(record, TasksFile) else ():
        if not task.text:
            yield Finding(
                ("steps", name),
                f"De standaardstap ‘{name}’ heeft geen tekst",
                "Voeg een regel ‘text:’ toe met wat iemand doet.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W106", level="error", tree=check, data=check_data)
