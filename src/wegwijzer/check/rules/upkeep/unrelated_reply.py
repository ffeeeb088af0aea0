"""W308: a model reply that does not say what it is: an answer, a limit, a sanction …"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        if action.reply and not action.reply.relation:
            yield Finding(("actions", name, "reply"), say("W308.missing", name=name), say("W308.add"), at_key=True)


RULE = Rule(module=__name__, code="W308", level="off", tree=check)
