"""W307: the cases of a tree ask more of a reader than the project wants."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.effort import efforts, passed
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    if not context.limits.most:
        return
    for over in passed(efforts(context.compiled, context.limits.doors), context.limits):
        cases = (f"‘{each.title}’ ({getattr(each, over.measure)})" for each in over.worst)
        yield Finding(
            ("title",),
            say(
                "W307.long",
                measure=say(f"effort.{over.measure}"),
                figure=say(f"effort.{over.figure}"),
                value=over.value,
                most=over.most,
            ),
            say("W307.shorten", cases=", ".join(cases)),
        )


RULE = Rule(module=__name__, code="W307", level="advice", requires=("broken_case",), tree=check)
