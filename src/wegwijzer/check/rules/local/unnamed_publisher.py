"""W609: a site of which nobody says who answers for it, or where somebody reports a barrier."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(own: Own) -> Iterator[Finding]:
    record = own.record
    if record.publisher is None:
        yield Finding(("name",), say("W609.no_publisher"), say("W609.add_publisher"), at_key=True)
    reach = record.accessibility
    if reach is None:
        yield Finding(("name",), say("W609.no_reach"), say("W609.add_reach"), at_key=True)
    elif not own.written("accessibility"):
        yield Finding(("accessibility",), say("W609.no_reach"), say("W609.add_reach"), at_key=True)


RULE = Rule(module=__name__, code="W609", level="warning", own=check)
