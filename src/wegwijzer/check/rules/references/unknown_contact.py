"""W105: a contact that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = context.library.contacts
    if not context.library.has_data or "data/contacts" in context.library.broken:
        return
    for name, action in context.tree.actions.items():
        for index, contact in enumerate(action.contacts):
            if contact not in known:
                yield Finding(
                    ("actions", name, "contacts", index),
                    say("W105.unknown", contact=contact),
                    nearest(contact, known),
                )


RULE = Rule(module=__name__, code="W105", level="error", tree=check)
