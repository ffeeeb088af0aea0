"""Where who asks for a node comes that is not there any more, once policies were decided: what stands in its place."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.compile.compiled import Compiled, exit_after
from wegwijzer.compile.decided import decision, keys_of, settle


def instead(compiled: Compiled, left: Compiled) -> dict[str, str]:
    """Node or entry of a tree as it was written that is not in what is `left` of it → the node that takes its place.

    For a question that a decision answers, that is the node to which the answer leads. For what nobody reaches then it is
    what the nearest question before it leads to, or that question itself. For anything else it is where the tree begins.
    """
    return _Instead(compiled, left).found()


class _Instead:
    def __init__(self, compiled: Compiled, left: Compiled) -> None:
        self.compiled, self.left = compiled, left
        self.before: dict[str, list[str]] = {}
        for name in compiled.lines:
            for goal in self._goals(name):
                self.before.setdefault(goal, []).append(name)
        self.start = next(route.to for route in left.tree.start.routes)

    def found(self) -> dict[str, str]:
        nodes = {name: self._place(name) for name in self.compiled.lines if name not in self.left.lines}
        entries = {name: self.start for name in self.compiled.tree.entries if name not in self.left.tree.entries}
        return entries | nodes

    def _goals(self, name: str) -> Iterator[str]:
        for _, target in self.compiled.exits(name):
            yield from dict.fromkeys(route.to for route in target.routes)

    def _place(self, gone: str) -> str:
        """Ahead where a decision leads on, else back, level by level."""
        level, seen = [gone], {gone}
        while level:
            for name in level:
                if ahead := self._ahead(name):
                    return ahead
            level = list(dict.fromkeys(name for one in level for name in self.before.get(one, ()) if name not in seen))
            seen.update(level)
            if kept := next((name for name in level if name in self.left.lines), ""):
                return next(filter(None, map(self._ahead, level)), kept)
        return self.start

    def _ahead(self, name: str) -> str:
        """Where the decision on a question leads, past others that are answered too; empty when it does not."""
        seen: set[str] = set()
        while name not in self.left.lines:
            goal = self._decided_way(name) if name not in seen else ""
            if not goal:
                return ""
            seen.add(name)
            name = goal
        return name if seen else ""

    def _decided_way(self, name: str) -> str:
        """The node to which the decision on this question leads."""
        question, decided = self.compiled.tree.questions.get(name), self.left.decided
        if question is None or question.policy not in decided:
            return ""
        _, target = exit_after(question, () if question.fill else keys_of(decided[question.policy or ""]))
        if target is None:
            return ""
        fact = decision(decided)
        return next((r.to for r in target.routes if r.when is None or settle(r.when, fact) is not False), "")
