"""W406: contact with a writer whom nobody may contact."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import is_final
from wegwijzer.compile.conditions import holds
from wegwijzer.locale import say
from wegwijzer.model import Task, Where
from wegwijzer.problems import Finding
from wegwijzer.proof.content import ContentFlow, TooManyFacts


def check(context: Context) -> Iterator[Finding]:
    safety = context.library.safety
    contact = safety.contact if safety else ()
    forbidding = {name: action for name, action in context.tree.actions.items() if action.contact == "none"}
    for name, action in forbidding.items():
        if action.reply:
            yield Finding(
                ("actions", name, "reply"),
                say("W406.reply", name=name),
                say("W406.remove_reply"),
                at_key=True,
            )
        for index, task in enumerate(action.steps):
            if task.use in contact:
                yield _finding(("actions", name, "steps", index, "use"), name, task)
    ends = [name for name, action in forbidding.items() if is_final(action)]
    for index, task in enumerate(context.tree.closing):
        shown = next((name for name in ends if task.use in contact and may_show(context, name, task)), None)
        if shown:
            yield _finding(("closing", index, "use"), shown, task)


def may_show(context: Context, name: str, task: Task) -> bool:
    """Whether somebody who ends in this action can see a closing task."""
    if task.when is None:
        return True
    try:
        worlds = ContentFlow(context.compiled).worlds(name, set(task.when.facts()))
        return any(holds(task.when, world.get) for world in worlds)
    except TooManyFacts:
        return True


def _finding(where: Where, name: str, task: Task) -> Finding:
    return Finding(
        where,
        say("W406.task", name=name, task=task.use),
        say("W406.remove_task"),
    )


RULE = Rule(
    module=__name__,
    code="W406",
    level="error",
    requires=("too_many_situations", "unreachable_action"),
    tree=check,
)
