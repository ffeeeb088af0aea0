"""W603: a local choice that asks something else than when it was decided."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.walk.decisions import changed


def check(own: Own) -> Iterator[Finding]:
    for name, choice, question in own.known():
        if told := changed(question, choice.as_):
            yield Finding(own.where(name, "as"), *told)


RULE = Rule(module=__name__, code="W603", level="error", own=check)
