"""W606: a colour on which white text cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import READABLE, WHITE, rounded_down
from wegwijzer.locale import number, say
from wegwijzer.problems import Finding
from wegwijzer.workplace import contrast


def check(own: Own) -> Iterator[Finding]:
    colours = own.record.colours
    for key, value in (("main", colours.main), ("second", colours.second)) if colours else ():
        found = contrast(value.lstrip("#"), WHITE) if value else READABLE
        if value and found < READABLE:
            message = say("settings.too_light", key=key, value=value, contrast=rounded_down(found))
            yield Finding(("colours", key), message, say("settings.darker", least=number(READABLE)))


RULE = Rule(module=__name__, code="W606", level="error", own=check)
