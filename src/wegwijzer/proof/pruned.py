"""A tree without what nobody reaches any more, once policies were decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from wegwijzer.compile.compiled import START_FORK, Compiled, fork_id
from wegwijzer.compile.decided import decide, tidied
from wegwijzer.model import Answer, Case, Chart, Question, Target
from wegwijzer.proof.proof import Proof
from wegwijzer.proof.situations import prove


def left_under(compiled: Compiled, decided: Mapping[str, Any]) -> Compiled:
    """What is left of a tree when these policies are decided, as for `decide`; the tree itself when it looks at none of them.

    Raises TooManySituations.
    """
    made = decide(compiled, decided)
    return prune(made, prove(made)) if made is not compiled else compiled


def prune(compiled: Compiled, proof: Proof) -> Compiled:
    """The nodes, answers and routes that the proof of this tree visited, and what stands in it about those alone."""
    return _Pruning(compiled, proof).run()


class _Pruning:
    def __init__(self, compiled: Compiled, proof: Proof) -> None:
        self.compiled, self.proof = compiled, proof
        self.kept = {name for name, _, _ in proof.situations}
        self.dead = {fork for _, _, fork in proof.dead_ends}

    def run(self) -> Compiled:
        tree = self.compiled.tree
        tree = replace(
            tree,
            start=self.target(tree.start, START_FORK),
            questions={name: self.question(name, each) for name, each in tree.questions.items() if name in self.kept},
            actions={
                name: replace(action, to=self.target(action.to, fork_id(name, None)) if action.to else None)
                for name, action in tree.actions.items()
                if name in self.kept
            },
        )
        tree = replace(
            tree,
            chapters={name: chapter for name, chapter in tree.chapters.items() if chapter.start in self.kept},
            entries={name: entry for name, entry in tree.entries.items() if self.leads(entry.answers)},
            chart=self.chart(tree.chart),
            cases=tuple(case for case in tree.cases if self.told(case)),
        )
        lines = {name: line for name, line in self.compiled.lines.items() if name in self.kept}
        return replace(self.compiled, tree=tree, lines=lines)

    def question(self, name: str, question: Question) -> Question:
        answers = {
            key: self.answer(name, key, answer)
            for key, answer in question.answers.items()
            if question.choose == "many" or (name, key) in self.proof.answers
        }
        to = self.target(question.to, fork_id(name, None)) if question.to else None
        return replace(question, answers=answers, to=to)

    def answer(self, name: str, key: str, answer: Answer) -> Answer:
        return replace(answer, to=self.target(answer.to, fork_id(name, key))) if answer.to else answer

    def target(self, target: Target, fork: str) -> Target:
        """The routes that somebody takes; where every one fits somebody, the last one needs no guard."""
        if not target.guarded or fork in self.dead:
            return target
        taken = [route for index, route in enumerate(target.routes) if (fork, index) in self.proof.routes]
        if not taken:
            return target
        if len(taken) < len(target.routes):
            taken[-1] = replace(taken[-1], when=None)
        return tidied(taken)

    def leads(self, nodes: Iterable[str]) -> bool:
        """Whether a reader can still come to each of these nodes, questions to answer and actions to pass."""
        return self.kept.issuperset(nodes)

    def chart(self, chart: Chart | None) -> Chart | None:
        rows = tuple(row for row in chart.rows if row.action in self.kept) if chart else ()
        return replace(chart, rows=rows) if chart and rows else None

    def told(self, case: Case) -> bool:
        """Whether a case can still be: its answers, its ending, and what it says that was decided."""
        decided = self.compiled.decided
        agrees = all(decided.get(name, value) == value for name, value in case.given.items())
        return agrees and case.ends_in in self.kept and self.leads(case.answers)
