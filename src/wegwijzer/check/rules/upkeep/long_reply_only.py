"""W309: a model reply without a shorter one."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        if action.reply and not action.reply.short:
            yield Finding(("actions", name, "reply"), say("W309.missing", name=name), say("W309.add"), at_key=True)


RULE = Rule(module=__name__, code="W309", level="off", tree=check)
