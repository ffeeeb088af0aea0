"""The proof of every tree under what one who publishes them as its own decided: each way still leads to something to do.

That every combination of policies does, the rules on each tree prove already. Here the trees that are left are proven anew,
and a fault is told at the choice that it rests on, with its place in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijzer.check.rules.own import Own
from wegwijzer.compile.compiled import START_FORK, Compiled
from wegwijzer.compile.conditions import holds
from wegwijzer.compile.decided import decide
from wegwijzer.graph import reached
from wegwijzer.locale import say
from wegwijzer.model import Condition, Target, Where
from wegwijzer.problems import Finding
from wegwijzer.proof.content import ContentFlow, TooManyFacts
from wegwijzer.proof.situations import TooManySituations, prove


@dataclass(frozen=True)
class Fault:
    """What goes wrong at a node, with the guards that it rests on: those of the tree as it was written."""

    code: str
    node: str
    where: Where
    guards: tuple[Condition, ...] = ()
    policies: tuple[str, ...] = ()


def under(own: Own) -> Iterator[tuple[str, Finding]]:
    """What goes wrong with the choices that were made: the code of its rule, and where and how it is told."""
    for tree_id, compiled in own.trees.items():
        made = decide(compiled, own.decided)
        if made is compiled:
            continue
        for fault in _faults(compiled, made):
            for name in _choices(fault, made):
                place = own.place_in(tree_id, fault.where, at_key=True)
                message, hint = {
                    "W201": (say("W201.under", place=place, node=fault.node), say("W201.decide")),
                    "W206": (say("W206.under", place=place, node=fault.node), say("W206.decide")),
                    "W208": (say("W208.under", place=place, node=fault.node), say("W208.decide")),
                }[fault.code]
                yield fault.code, Finding(own.where(name), message, hint)


def _choices(fault: Fault, made: Compiled) -> list[str]:
    """The choices that a fault rests on; none when it is one of the tree alone, of which its own check tells."""
    owners = [fact.rpartition(".")[0] for guard in fault.guards for fact in guard.facts()]
    return [name for name in dict.fromkeys([*owners, *fault.policies]) if name in made.decided]


def _faults(compiled: Compiled, made: Compiled) -> Iterator[Fault]:
    """What goes wrong in a tree that was decided; `compiled` is as it was written."""
    try:
        proof = prove(made)
    except TooManySituations:  # the check of the tree tells of it
        return
    for fork in dict.fromkeys(fork for _, _, fork in proof.dead_ends):
        node = made.forks[fork].owner if fork != START_FORK else ""
        where = _where(compiled, node) if node else ("start",)
        target = compiled.forks[fork].target if fork in compiled.forks else Target(())
        yield Fault("W201", node or "start", where, tuple(route.when for route in target.routes if route.when))
    told: set[str] = set()
    for index in proof.trapped():
        node = proof.situations[index][0]
        after = reached([index], lambda at: (follower for follower, _ in proof.followers[at]))
        loop = {proof.situations[at][0] for at in after}
        if not told & loop:
            policies = tuple(_looked_at(compiled, {node, *loop}))
            yield Fault("W206", node, _where(compiled, node), policies=policies)
        told |= {node, *loop}
    flow = ContentFlow(made)
    for node in dict.fromkeys(name for name, _, _ in proof.situations if name in made.tree.actions):
        if _can_be_empty(flow, made, node):
            guards = tuple(part.when for part in compiled.tree.actions[node].parts if part.when)
            yield Fault("W208", node, _where(compiled, node), guards)


def _can_be_empty(flow: ContentFlow, made: Compiled, node: str) -> bool:
    """Whether a reader can find nothing to do or to take over in an action."""
    guards = [part.when for part in made.tree.actions[node].parts]
    if None in guards:
        return False
    facts = {fact for guard in guards if guard for fact in guard.facts()}
    try:
        return any(not any(holds(guard, world.get) for guard in guards) for world in flow.worlds(node, facts))
    except TooManyFacts:  # as above
        return False


def _where(compiled: Compiled, node: str) -> Where:
    return ("questions" if node in compiled.tree.questions else "actions", node)


def _looked_at(compiled: Compiled, nodes: set[str]) -> Iterator[str]:
    """The policies that the questions and the routes of these nodes, or one that leads on without being asked, look at."""
    for name in compiled.lines:
        question = compiled.tree.questions.get(name)
        if question and question.policy:
            yield question.policy
        for _, target in compiled.exits(name) if name in nodes else ():
            for route in target.routes:
                yield from (fact.rpartition(".")[0] for fact in (route.when.facts() if route.when else ()))
