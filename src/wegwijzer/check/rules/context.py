"""What a rule may look at: one tree, the library around it, and the proof, each worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from wegwijzer.bounds import Bound, Bounds
from wegwijzer.compile.compiled import Compiled, compiled_once
from wegwijzer.effort import NO_LIMITS, Limits
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Condition, Target, Tree, Where
from wegwijzer.proof.proof import Proof
from wegwijzer.proof.situations import LIMIT, TooManySituations, prove

SITUATIONS = Bound(
    name="most",
    value=LIMIT,
)
"""Of the rule `too_many_situations`; it stands here because the proof is made here."""


@dataclass
class Context:
    """`left_out` names what stands in the file but is too broken to use: others may refer to it.

    `today` is a date as `2027-11-01`; None where no rule may look at the clock. `bounds[BOUND]` is the value of a bound,
    `limits` what the project wants of the cases of this tree (see `wegwijzer.effort`).
    """

    tree_id: str
    tree: Tree
    library: Library
    left_out: set[str] = field(default_factory=set)
    today: str | None = None
    bounds: Bounds = field(default_factory=Bounds)
    limits: Limits = NO_LIMITS

    @cached_property
    def compiled(self) -> Compiled:
        return compiled_once(self.tree_id, self.library)

    @cached_property
    def proof(self) -> Proof | TooManySituations:
        try:
            return prove(self.compiled, limit=self.bounds[SITUATIONS])
        except TooManySituations as error:
            return error

    def proven(self) -> Proof:
        """The proof; only for rules that require `too_many_situations`."""
        assert isinstance(self.proof, Proof)  # noqa: S101 - the registry skips rules whose requirement failed
        return self.proof

    def nodes(self) -> Iterator[str]:
        yield from self.tree.questions
        yield from self.tree.actions

    def where(self, node: str) -> Where:
        return ("questions" if node in self.tree.questions else "actions", node)

    def targets(self) -> Iterator[tuple[Where, Target]]:
        """Every `to` and the start, with its place."""
        yield ("start",), self.tree.start
        for name, question in self.tree.questions.items():
            for key, answer in question.answers.items():
                if answer.to:
                    yield ("questions", name, "answers", key, "to"), answer.to
            if question.to:
                yield ("questions", name, "to"), question.to
        for name, action in self.tree.actions.items():
            if action.to:
                yield ("actions", name, "to"), action.to

    def route_guards(self) -> Iterator[tuple[Where, Condition]]:
        for where, target in self.targets():
            for index, route in enumerate(target.routes):
                if route.when:
                    yield (*where, index, "when"), route.when

    def content_guards(self) -> Iterator[tuple[str, Where, Condition]]:
        """The guards on steps and paragraphs: the action (empty for the closing), the place and the guard."""
        for name, action in self.tree.actions.items():
            for group in ("steps", "document"):
                for index, part in enumerate(getattr(action, group)):
                    if part.when:
                        yield name, ("actions", name, group, index, "when"), part.when
        for index, task in enumerate(self.tree.closing):
            if task.when:
                yield "", ("closing", index, "when"), task.when


def members(condition: Condition, where: Where) -> Iterator[tuple[Where, str]]:
    """Every fact of a guard with its place."""
    for group in ("all", "any", "none"):
        for index, member in enumerate(getattr(condition, group)):
            if isinstance(member, Condition):
                yield from members(member, (*where, group, index))
            else:
                yield (*where, group, index), member


def spoken_way(way: list[tuple[str, str]]) -> str:
    """A list of answers in words, for a message."""
    parts = [f"{node}: {label}" if label else node for node, label in way]
    if len(parts) > 6:  # noqa: PLR2004 - more does not fit in a message
        parts = [*parts[:2], "…", *parts[-3:]]
    return " → ".join(parts) if parts else say("cases.at_once")
