"""W204: a route that is never taken."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.rules.structure.dead_end import fork_place
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.proof.unreached import unreachable


def check(context: Context) -> Iterator[Finding]:
    found = unreachable(context.compiled, context.proven())
    lost = {*found.questions, *found.actions}
    for fork, index in found.routes:
        owner = context.compiled.forks[fork]
        if owner.owner in lost or (owner.owner, owner.answer) in found.answers:
            continue
        route = owner.target.routes[index]
        yield Finding(
            (*fork_place(context, fork), index),
            say("W204.never", target=route.to),
            say("W204.move"),
        )


RULE = Rule(module=__name__, code="W204", level="error", requires=("too_many_situations",), tree=check)
