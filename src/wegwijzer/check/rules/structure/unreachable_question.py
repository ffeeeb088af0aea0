"""W202: a question that nobody reaches."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    for name in unreachable(context.compiled, context.proven()).questions:
        yield Finding(
            ("questions", name),
            say("W202.unreachable", name=name),
            say("W202.lead_or_remove"),
            at_key=True,
        )


RULE = Rule(module=__name__, code="W202", level="error", requires=("too_many_situations",), tree=check)
