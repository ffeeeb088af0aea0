"""W410: a final action without an outcome, in a tree whose other actions have one."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    """An action that hands a reader over to another tree needs none: that tree ends in one."""
    actions = context.tree.actions
    if not any(action.outcome for action in actions.values()):
        return
    used = {action.outcome for action in actions.values() if action.outcome}
    names = ", ".join(context.library.outcomes or sorted(used))
    for name, action in actions.items():
        if action.to is None and not action.outcome:
            yield Finding(("actions", name), say("W410.missing", name=name), say("W410.add", names=names), at_key=True)


RULE = Rule(module=__name__, code="W410", level="advice", requires=("double_node",), tree=check)
