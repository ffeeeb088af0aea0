"""W408: a brace that belongs to no pair of forms of address."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model.addressing import unpaired
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        for key in ("text", "short") if action.reply else ():
            broken = unpaired(getattr(action.reply, key) or "")
            if broken:
                yield Finding(
                    ("actions", name, "reply", key),
                    say("W408.broken", text=broken),
                    say("W408.write", pair=f"{{{say('reply.informal')}|{say('reply.formal')}}}"),
                    find=broken,
                )


RULE = Rule(module=__name__, code="W408", level="error", tree=check)
