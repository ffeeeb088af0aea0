"""W411: an action in which nobody may answer, with an outcome that answers."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        outcome = context.library.outcomes.get(action.outcome or "")
        if action.contact == "none" and outcome and outcome.reply:
            yield Finding(
                ("actions", name, "outcome"),
                say("W411.reply", name=name, outcome=outcome.text),
                say("W411.choose"),
            )


RULE = Rule(module=__name__, code="W411", level="error", tree=check)
