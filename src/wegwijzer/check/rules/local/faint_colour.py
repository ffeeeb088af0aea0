"""W606: a colour on which white text cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import too_light
from wegwijzer.problems import Finding


def check(own: Own) -> Iterator[Finding]:
    colours = own.record.colours
    for key, value in (("main", colours.main), ("second", colours.second)) if colours else ():
        if value and (faint := too_light(key, value)):
            yield Finding(("colours", key), *faint)


RULE = Rule(module=__name__, code="W606", level="error", own=check)
