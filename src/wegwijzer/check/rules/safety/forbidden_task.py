"""W409: a task that an action forbids, and that a reader meets all the same.

W405 looks for a copy of evidence, in the words of any text, and is content once a question was asked anywhere before. This
one goes by the names of standard tasks and by where a walk may still end: no question makes it right to show the task
before that ending is excluded. So an interim action can be in order for the one and not for the other, and both stay.
It goes by the arrows of the tree alone, not by their guards: a form without memory shows all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.rules.safety.forbidden_contact import may_show
from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.graph import reached
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    forbidding: dict[str, list[str]] = {}
    for name, action in context.tree.actions.items():
        for task in dict.fromkeys(action.forbids):
            forbidding.setdefault(task, []).append(name)
    if not forbidding:
        return
    compiled = context.compiled
    goals: dict[str, list[str]] = {
        name: [route.to for _, target in compiled.exits(name) for route in target.routes] for name in compiled.lines
    }
    before: dict[str, list[str]] = {}
    for name, those in goals.items():
        for goal in those:
            before.setdefault(goal, []).append(name)
    for forbidden, names in forbidding.items():
        yield from _shown_before(context, forbidden, _leading_to(names, before))
        yield from _in_closing(context, forbidden, names, goals)


def _leading_to(names: list[str], before: dict[str, list[str]]) -> dict[str, str]:
    """Every node from which one of these can be reached, those included, with the one it leads to."""
    found = {name: name for name in names}
    stack = list(names)
    while stack:
        name = stack.pop()
        for earlier in before.get(name, ()):
            if earlier not in found:
                found[earlier] = found[name]
                stack.append(earlier)
    return found


def _shown_before(context: Context, task: str, leading: dict[str, str]) -> Iterator[Finding]:
    """The action itself, and every one from which it can be reached."""
    for name, action in context.tree.actions.items():
        for index, step in enumerate(action.steps) if name in leading else ():
            if step.use == task:
                where, ending = ("actions", name, "steps", index, "use"), leading[name]
                yield _own(where, task, name) if ending == name else _earlier(where, task, name, ending)


def _in_closing(context: Context, task: str, names: list[str], goals: dict[str, list[str]]) -> Iterator[Finding]:
    """The closing, which stands under every ending: of the action itself, or of what comes after it."""
    steps = [(index, step) for index, step in enumerate(context.tree.closing) if step.use == task]
    for name in names if steps else ():
        ends = [end for end in reached([name], lambda node: goals.get(node, ())) if _ends(context.compiled, end)]
        for index, step in steps:
            if any(may_show(context, end, step) for end in sorted(ends)):
                yield Finding(
                    ("closing", index, "use"), say("W409.closing", name=name, task=task), say("W409.move_to_actions")
                )
                return


def _ends(compiled: Compiled, name: str) -> bool:
    return name in compiled.tree.actions and is_final(compiled.tree.actions[name])


def _own(where: Where, task: str, name: str) -> Finding:
    return Finding(where, say("W409.own", name=name, task=task), say("W409.choose"))


def _earlier(where: Where, task: str, name: str, ending: str) -> Finding:
    return Finding(
        where, say("W409.earlier", name=name, task=task, ending=ending), say("W409.ask_first", ending=ending)
    )


RULE = Rule(
    module=__name__,
    code="W409",
    level="error",
    requires=("unknown_node", "double_node", "missing_route", "too_many_situations", "unreachable_action"),
    tree=check,
)
