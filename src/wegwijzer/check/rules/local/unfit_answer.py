"""W602: a decision that is no answer to its question, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.walk.decisions import is_open, unfit


def check(own: Own) -> Iterator[Finding]:
    for name, choice, question in own.known():
        if choice.answer and not is_open(choice.answer) and (wrong := unfit(question, choice.answer)):
            yield Finding(own.where(name), *wrong)


RULE = Rule(module=__name__, code="W602", level="error", own=check)
