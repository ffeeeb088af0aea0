"""What of a tree nobody can ever reach, and the figures of a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.proof.proof import Proof
from wegwijzer.proof.situations import prove


@dataclass(frozen=True)
class Unreachable:
    """Ids of steps, (question, answer) pairs and (fork, index) pairs, in file order."""

    questions: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    routes: tuple[tuple[str, int], ...]
    actions: tuple[str, ...]


def unreachable(compiled: Compiled, proof: Proof) -> Unreachable:
    """What no situation of the proof visits. A question that is always already decided does not count as asked."""
    reached = {name for name, _, _ in proof.situations}
    questions = compiled.tree.questions
    return Unreachable(
        questions=tuple(name for name in questions if name not in proof.asked),
        answers=tuple(
            (name, key)
            for name, question in questions.items()
            for key in question.answers
            if (name, key) not in proof.answers
        ),
        routes=tuple(
            (fork.id, index)
            for fork in compiled.forks.values()
            for index in range(len(fork.target.routes))
            if (fork.id, index) not in proof.routes
        ),
        actions=tuple(name for name in compiled.tree.actions if name not in reached),
    )


def figures(compiled: Compiled) -> dict[str, Any]:
    """The figures of a tree, as `wegwijzer stats` prints them.

    `routes` counts the members of guarded lists, `situations` what the proof visited, `walks` the complete answer
    sequences (None when a loop makes them endless). Raises TooManySituations.
    """
    proof = prove(compiled)
    lost = unreachable(compiled, proof)
    return {
        "questions": len(compiled.tree.questions),
        "answers": sum(len(question.answers) for question in compiled.tree.questions.values()),
        "routes": sum(len(fork.target.routes) for fork in compiled.forks.values()),
        "actions": len(compiled.tree.actions),
        "situations": len(proof.situations),
        "walks": (prove(compiled, undecided=True) if compiled.policies else proof).count_walks(),
        "unreachable": {
            "questions": len(lost.questions),
            "answers": len(lost.answers),
            "routes": len(lost.routes),
            "actions": len(lost.actions),
        },
    }
