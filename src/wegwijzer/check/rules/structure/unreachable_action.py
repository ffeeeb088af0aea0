"""W205: an action that nobody reaches."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    for name in unreachable(context.compiled, context.proven()).actions:
        yield Finding(
            ("actions", name),
            say("W205.unreachable", name=name),
            say("W205.lead_or_remove"),
            at_key=True,
        )


RULE = Rule(module=__name__, code="W205", level="error", requires=("too_many_situations",), tree=check)
