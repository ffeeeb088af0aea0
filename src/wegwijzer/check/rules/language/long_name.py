"""W512: a short name that is too long for a diagram."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model import Action, Question
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=4)


def check(context: Context) -> Iterator[Finding]:
    most = context.bounds[MOST]
    named: dict[str, Question | Action] = {**context.tree.questions, **context.tree.actions}
    for name, node in named.items():
        count = len((node.short or "").split())
        if count > most:
            yield Finding(
                (*context.where(name), "short"),
                say("W512.long", name=name, count=count),
                say("W512.choose", most=most),
            )


RULE = Rule(module=__name__, code="W512", level="advice", bounds=(MOST,), requires=("double_node",), tree=check)
