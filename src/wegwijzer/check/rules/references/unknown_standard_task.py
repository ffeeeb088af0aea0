"""W106: a standard task that is not there, or a task without a text."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
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
                    say("W106.unknown", task=task.use),
                    nearest(task.use, known),
                )
            elif not task.use and not task.text:
                yield Finding(
                    (*where, index),
                    say("W106.no_text"),
                    say("W106.add_text_or_use"),
                )


def check_data(record: object, library: Library) -> Iterator[Finding]:  # noqa: ARG001 - rules on data share one shape
    """A standard step has a text of its own."""
    for name, task in record.steps.items() if isinstance(record, TasksFile) else ():
        if not task.text:
            yield Finding(
                ("steps", name),
                say("W106.standard_no_text", task=name),
                say("W106.add_text"),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W106", level="error", tree=check, data=check_data)
