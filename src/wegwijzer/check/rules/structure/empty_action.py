"""W207: an action without tasks."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        if not action.steps and not action.document:
            yield Finding(
                ("actions", name),
                say("W207.empty", name=name),
                say("W207.add_steps"),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W207", level="error", requires=("double_node",), tree=check)
