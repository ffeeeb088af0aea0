"""What kind of ground a task has, derived from what it names: law, research, practice, an addition of ours, a dispute."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled, cite_key
from wegwijzer.model import Action, Question, Task
from wegwijzer.model.text import placeholders

ORDER = ("wet", "onderzoek", "praktijk", "document", "redactie")
"""The kinds of sources, the firmest first."""
DISPUTED = "betwist"


def grounds(compiled: Compiled, task: Task, action: Action) -> tuple[str, ...]:
    """The kinds of what a task names, the firmest first; a task without sources rests on those of its action. `DISPUTED` comes
    last, for a task that follows a choice over which the sources differ.
    """
    refs = task.sources or action.sources
    kinds = {cited.kind for ref in refs if (cited := compiled.cited.get(cite_key(ref)))}
    choices = (compiled.policies[name] for name in _looked_at(compiled, task) if name in compiled.policies)
    return (
        *(kind for kind in ORDER if kind in kinds),
        *((DISPUTED,) if any(differ(compiled, c) for c in choices) else ()),
    )


def differ(compiled: Compiled, choice: Question) -> bool:
    """Whether the sources differ over a local choice: two of its options, or more, rest on something that is not ours."""
    sides = [
        answer
        for answer in choice.answers.values()
        if any((cited := compiled.cited.get(cite_key(ref))) and not cited.editorial for ref in answer.sources)
    ]
    return len(sides) > 1


def _looked_at(compiled: Compiled, task: Task) -> Iterable[str]:
    """The local choices that a task looks at, in its guard and in its words."""
    for fact in task.when.facts() if task.when else ():
        yield fact.rpartition(".")[0]
    for text in (task.text or "", task.who or "", *task.points):
        yield from placeholders(text, compiled.tree.uses)
