"""W203: an answer that nobody can give."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    found = unreachable(context.compiled, context.proven())
    for name, key in found.answers:
        if name not in found.questions:
            yield Finding(
                ("questions", name, "answers", key),
                say("W203.unreachable", answer=key),
                say("W203.lower_min"),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W203", level="error", requires=("too_many_situations",), tree=check)
