"""W605: the name of a person where a role belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, clipped

PERSON = re.compile(
    r"(?:(?:mr|mevr|mw|dhr|dr|prof|ing|ir|mrs|ms)\.?\s+.+"
    r"|[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:van|de|den|der|ten|ter|von|le|la|du|el|al|ben|bin|'t|[A-ZÀ-Þ][\w'’.-]*))*"
    r"\s+[A-ZÀ-Þ][\w'’-]*)",
)
"""A title, or nothing but words with a capital: a role begins with a small letter, such as ‘de communicatiedienst’."""


def check(own: Own) -> Iterator[Finding]:
    for name, choice in own.record.choices.items():
        who = choice.who or ""
        if "@" in who or PERSON.fullmatch(who):
            yield Finding(own.where(name, "who"), say("W605.person", who=clipped(who)), say("W605.role"))


RULE = Rule(module=__name__, code="W605", level="error", own=check)
