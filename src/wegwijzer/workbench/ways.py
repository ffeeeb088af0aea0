"""How a reader comes to a node of a tree: a shortest walk, with the local choices that it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.doubt.ahead import filled_up
from wegwijzer.proof.proof import Proof
from wegwijzer.proof.situations import TooManySituations, prove
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import WalkError, replay_loosely

LIMIT = 20_000
"""So many situations are looked at. Of a tree with more, a node is opened without a walk."""


@dataclass(frozen=True)
class Way:
    """`address` is the part of an address that leads to a node, `given` the local choices that must have been made."""

    address: str
    given: dict[str, Any] = field(default_factory=dict)


def way_to(compiled: Compiled, node: str) -> Way:
    """A shortest walk to a step. Without any (nobody comes there, or the tree is too large to tell) it is opened in the middle, with
    nothing known of before.
    """
    try:
        proof = prove(compiled, limit=LIMIT)
    except TooManySituations:
        proof = Proof()
    index = next((index for index, (name, _, _) in enumerate(proof.situations) if name == node), None)
    walked = None if index is None else _walked(compiled, proof, index)
    return walked or Way(f"{compiled.id}-{node}")


def _walked(compiled: Compiled, proof: Proof, index: int) -> Way | None:
    """The walk to a situation. A local choice counts only where a way goes by it before it is asked."""
    node = proof.situations[index][0]
    answers = [(step, _answer(compiled, step, label)) for step, label in proof.way_to(index)]
    for given in ({}, _given(compiled, proof, index)):
        try:
            walker, rest = replay_loosely(compiled, answers, given=given, until=(node,))
        except WalkError:
            continue
        if walker.node == node and not rest:
            return Way(fragment.write(walker), given)
    return None


def _answer(compiled: Compiled, step: str, label: str) -> Any:
    question = compiled.tree.questions.get(step)
    if question and question.fill:
        return None
    if question and question.choose == "many":
        return filled_up(question, label.split("+") if label else [])
    return label


def _given(compiled: Compiled, proof: Proof, index: int) -> dict[str, Any]:
    """The local choices of which something holds on the way to a situation."""
    chosen: dict[str, dict[str, None]] = {}
    while index >= 0:
        for fact in sorted(proof.situations[index][1]):
            policy, _, key = fact.rpartition(".")
            if policy in compiled.policies:
                chosen.setdefault(policy, {})[key] = None
        index = proof.parents[index][0]
    return {
        policy: list(keys) if compiled.policies[policy].choose == "many" else next(iter(keys))
        for policy, keys in chosen.items()
    }
