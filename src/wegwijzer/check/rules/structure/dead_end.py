"""W201: a situation in which no route fits."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context, spoken_way
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import START_FORK
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    proof, told = context.proven(), set()
    for origin, label, fork in proof.dead_ends:
        if fork in told:
            continue
        told.add(fork)
        way = proof.way_to(origin) if origin >= 0 else []
        if origin >= 0:
            way.append((proof.situations[origin][0], label))
        facts = sorted(proof.situations[origin][1]) if origin >= 0 else []
        chosen = [fact for fact in facts if fact.rpartition(".")[0] in context.compiled.policies]
        policy = say("W201.policies", policies=", ".join(chosen)) if chosen else ""
        yield Finding(
            fork_place(context, fork),
            say("W201.dead_end", way=spoken_way(way)) + policy,
            say("W201.add_route"),
        )


def fork_place(context: Context, fork_id: str) -> Where:
    """The place in the file of the guarded list with this fork id."""
    if fork_id == START_FORK:
        return ("start",)
    fork = context.compiled.forks[fork_id]
    middle = ("answers", fork.answer) if fork.answer else ()
    return (*context.where(fork.owner), *middle, "to")


RULE = Rule(module=__name__, code="W201", level="error", requires=("too_many_situations",), tree=check)
