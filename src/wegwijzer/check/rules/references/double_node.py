"""W100: an action or an entry with the name of another node."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name in context.tree.actions:
        if name in context.tree.questions:
            yield Finding(
                ("actions", name),
                say("W100.taken", name=name),
                say("W100.rename"),
                at_key=True,
            )
    for name in context.tree.entries:
        if name in context.tree.questions or name in context.tree.actions:
            yield Finding(("entries", name), say("W100.node", name=name), say("W100.rename_entry"), at_key=True)


RULE = Rule(module=__name__, code="W100", level="error", tree=check)
