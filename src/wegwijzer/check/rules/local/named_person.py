"""W605: the name of a person where a role belongs."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, clipped
from wegwijzer.walk.decisions import is_person


def check(own: Own) -> Iterator[Finding]:
    for name, choice in own.record.choices.items():
        if is_person(choice.who or ""):
            yield Finding(own.where(name, "who"), say("W605.person", who=clipped(choice.who or "")), say("W605.role"))


RULE = Rule(module=__name__, code="W605", level="error", own=check)
