"""How a reader comes to a node of a tree: a shortest walk, with the local choices that it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

from wegwijzer.compile.compiled import Compiled, exit_after
from wegwijzer.doubt.ahead import filled_up
from wegwijzer.model import Target
from wegwijzer.proof.proof import Proof
from wegwijzer.proof.situations import TooManySituations, prove
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, WalkError, chosen_keys

LIMIT = 20_000
"""So many situations are looked at. Of a tree with more, a node is opened without a walk."""
TRIES = 200
"""Combinations of local choices, at one place that asks for some."""
Answers = list[tuple[str, Any]]
Given = dict[str, Any]


@dataclass(frozen=True)
class Way:
    """`address` is the part of an address that leads to a node, `given` the local choices that must have been made."""

    address: str
    given: Given = field(default_factory=dict)


def way_to(compiled: Compiled, node: str) -> Way:
    """A shortest walk to a step. Without any (nobody comes there, or the tree is too large to tell) it is opened in the middle, with
    nothing known of before.
    """
    try:
        proof = prove(compiled, limit=LIMIT)
    except TooManySituations:
        proof = Proof()
    index = next((index for index, (name, _, _) in enumerate(proof.situations) if name == node), None)
    if index is not None:
        answers = [(step, _answer(compiled, step, label)) for step, label in proof.way_to(index)]
        for base in ({}, _given(compiled, proof, index)):
            try:
                given = _under(compiled, answers, node, base)
            except WalkError:  # without a choice there is no way to begin
                continue
            if given is not None:
                return Way(fragment.write(_walked(compiled, answers, given)[0]), given)
    return Way(f"{compiled.id}-{node}")


def _answer(compiled: Compiled, step: str, label: str) -> Any:
    question = compiled.tree.questions.get(step)
    if question and question.fill:
        return None
    if question and question.choose == "many":
        return filled_up(question, label.split("+") if label else [])
    return label


def _given(compiled: Compiled, proof: Proof, index: int) -> Given:
    """The local choices of which something still matters at a situation on the way to this one."""
    chosen: dict[str, dict[str, None]] = {}
    while index >= 0:
        for fact in sorted(proof.situations[index][1]):
            policy, _, key = fact.rpartition(".")
            if policy in compiled.policies:
                chosen.setdefault(policy, {})[key] = None
        index = proof.parents[index][0]
    return {policy: _value(compiled, policy, list(keys)) for policy, keys in chosen.items()}


def _under(compiled: Compiled, answers: Answers, node: str, given: Given) -> Given | None:
    """The local choices, these at least, under which the answers lead to a node; None when none are found."""
    passed = -1
    while (walked := _walked(compiled, answers, given))[0].node != node or walked[1] < len(answers):
        if walked[1] <= passed:
            return None
        passed = walked[1]
        target = _target(compiled, answers[:passed])
        asked = _asked(compiled, target) - given.keys()
        options = [[None, *compiled.policies[name].answers] for name in sorted(asked)]
        for values in islice(product(*options), TRIES):
            made = {name: _value(compiled, name, [key]) for name, key in zip(sorted(asked), values, strict=True) if key}
            after, count = _walked(compiled, answers, {**given, **made})
            if count > passed or (count == len(answers) and after.node == node):
                given = {**given, **made}
                break
    return given


def _walked(compiled: Compiled, answers: Answers, given: Given) -> tuple[Walker, int]:
    """A reader after as many of the answers as can be given, and how many those are. Raises WalkError when none can begin."""
    walker = Walker(compiled, given)
    for count, (step, answer) in enumerate(answers):
        try:
            walker.give(step, answer)
        except WalkError:
            return walker, count
    return walker, len(answers)


def _target(compiled: Compiled, answers: Answers) -> Target | None:
    """Where the last of these answers leads; without any, the start."""
    if not answers:
        return compiled.tree.start
    step, answer = answers[-1]
    question = compiled.tree.questions.get(step)
    return exit_after(question, chosen_keys(answer))[1] if question else compiled.tree.actions[step].to


def _asked(compiled: Compiled, target: Target | None) -> set[str]:
    """The local choices at which the ways of a target look."""
    facts = (fact for route in (target.routes if target else ()) if route.when for fact in route.when.facts())
    return {name for fact in facts if (name := fact.rpartition(".")[0]) in compiled.policies}


def _value(compiled: Compiled, policy: str, keys: list[str]) -> Any:
    return keys if compiled.policies[policy].choose == "many" else keys[0]
