"""W605: the name of a person where a role belongs."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.walk.decisions import named


def check(own: Own) -> Iterator[Finding]:
    for name, choice in own.record.choices.items():
        if told := named(choice.who):
            yield Finding(own.where(name, "who"), *told)


RULE = Rule(module=__name__, code="W605", level="error", own=check)
