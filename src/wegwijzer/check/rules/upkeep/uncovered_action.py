"""W302: an action in which no case ends."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import is_final
from wegwijzer.locale import say
from wegwijzer.problems import Finding

GROWN = Bound(name="grown", value=8)


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    if not tree.cases:
        if len(tree.questions) >= context.bounds[GROWN]:
            yield Finding((), say("W302.no_cases"), say("W302.add_cases"))
        return
    covered = {case.ends_in for case in tree.cases}
    for name, action in tree.actions.items():
        if name not in covered and is_final(action):
            yield Finding(
                ("actions", name),
                say("W302.uncovered", name=name),
                say("W302.add_case", name=name),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W302", level="advice", bounds=(GROWN,), requires=("broken_case",), tree=check)
