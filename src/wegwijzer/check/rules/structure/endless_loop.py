"""W206: a loop that never ends in an action."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context, spoken_way
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.proof.proof import Proof


def check(context: Context) -> Iterator[Finding]:
    proof = context.proven()
    trapped = proof.trapped()
    told: set[str] = set()
    for index in trapped:
        name = proof.situations[index][0]
        loop = _together(proof, index)
        if told & loop:
            continue
        told |= loop
        yield Finding(
            context.where(name),
            say("W206.endless", name=name, way=spoken_way(proof.way_to(index))),
            say("W206.lead_out"),
            at_key=True,
        )


def _together(proof: Proof, index: int) -> set[str]:
    """The steps that can be reached from a situation: one message for the whole loop."""
    seen, queue = {index}, [index]
    while queue:
        for follower, _ in proof.followers[queue.pop()]:
            if follower not in seen:
                seen.add(follower)
                queue.append(follower)
    return {proof.situations[i][0] for i in seen}


RULE = Rule(module=__name__, code="W206", level="error", requires=("too_many_situations",), tree=check)
