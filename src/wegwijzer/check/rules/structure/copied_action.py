"""W213: an action that copies another one."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    seen: dict[tuple[str | None, ...], str] = {}
    for name, action in context.compiled.tree.actions.items():
        texts = tuple(task.text for task in action.steps)
        if texts and texts in seen:
            yield Finding(
                ("actions", name),
                say("W213.copied", name=name, other=seen[texts]),
                say("W213.leave_one"),
                at_key=True,
            )
        seen.setdefault(texts, name)


RULE = Rule(
    module=__name__,
    code="W213",
    level="advice",
    requires=("double_node", "unknown_tree", "unknown_standard_task"),
    tree=check,
)
