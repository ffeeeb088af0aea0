"""A tree of which some policies were decided beforehand: what those settle is settled, and the rest is as it was.

A guard that looks at a decided policy holds or does not, a question that it answers is passed, a text has its value. What
comes out is a tree ready to walk, so every form follows without knowing of it. A policy that is not decided keeps all its
answers, and one that a tree asks anew each time (`ask: always`) stays a question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from wegwijzer.compile.compiled import CLOSING, START_FORK, Compiled, exit_after, fork_id, is_final, passage
from wegwijzer.model import Condition, NodeRef, Question, Route, Target
from wegwijzer.model.text import placeholders, texts

Facts = Callable[[str], bool | None]
"""Whether a fact surely holds, surely does not, or depends on the walk."""


def decide(compiled: Compiled, decided: Mapping[str, Any]) -> Compiled:
    """The tree when these policies are decided, `beleid.vraag` → an option, options or a text; each must be possible.

    Nothing changes when it looks at none of them. Nodes that nobody reaches any more are still there: see
    `wegwijzer.proof.pruned`.
    """
    anew = {question.policy for question in compiled.tree.questions.values() if question.ask == "always"}
    known = {name: value for name, value in decided.items() if name in {*compiled.policies, *compiled.own_choices}}
    if not known:
        return compiled
    settled = {name: value for name, value in known.items() if name in compiled.policies and name not in anew}
    return _Settling(compiled, known, settled).run()


class _Settling:
    def __init__(self, compiled: Compiled, known: dict[str, Any], settled: dict[str, Any]) -> None:
        self.compiled, self.known, self.settled = compiled, known, settled
        self.noted: dict[str, dict[str, None]] = {}

    def run(self) -> Compiled:
        tree = self.compiled.tree
        tree = replace(
            tree,
            start=self.target(tree.start, START_FORK),
            questions={name: self.question(name, question) for name, question in tree.questions.items()},
            actions={
                name: replace(
                    action,
                    steps=self.parts(action.steps, name),
                    document=self.parts(action.document, name),
                    to=self.target(action.to, name if is_final(action) else fork_id(name, None)) if action.to else None,
                )
                for name, action in tree.actions.items()
            },
            closing=self.parts(tree.closing, CLOSING),
        )
        policies = {
            name: with_default(question, self.known[name]) if name in self.known else question
            for name, question in self.compiled.policies.items()
        }
        found = replace(self.compiled, tree=tree, policies=policies, decided=self.known)
        return _Passing(found, self.settled, self.noted).run()

    def settle(self, condition: Condition | None, *places: str) -> Condition | bool:
        """What is left of a guard, with a note at these places of what was decided about it."""
        known = decision(self.settled)

        def fact(name: str) -> bool | None:
            found = known(name)
            if found is not None:
                for place in places:
                    self.noted.setdefault(place, {})[name.rpartition(".")[0]] = None
            return found

        return settle(condition, fact) if condition else True

    def question(self, name: str, question: Question) -> Question:
        """A question with its ways on; one that is answered has that answer alone."""
        answers = {
            key: replace(answer, to=self.target(answer.to, fork_id(name, key))) if answer.to else answer
            for key, answer in question.answers.items()
        }
        to = self.target(question.to, fork_id(name, None)) if question.to else None
        question = replace(question, answers=answers, to=to)
        kept_as = question.policy or f"{self.compiled.id}.{name}"
        if kept_as in self.known:
            question = with_default(question, self.known[kept_as])
        if question.policy in self.settled and not question.fill:
            chosen = keys_of(self.settled[question.policy])
            question = replace(question, answers={key: answers[key] for key in chosen if key in answers} or answers)
        return question

    def parts(self, parts: tuple[Any, ...], *places: str) -> tuple[Any, ...]:
        """The tasks or paragraphs that can still show, without a guard where they always do."""
        found = []
        for part in parts:
            when = self.settle(part.when, *places)
            if when is not False:
                found.append(replace(part, when=None if when is True else when))
        return tuple(found)

    def target(self, target: Target, place: str) -> Target:
        """The routes that can still be taken. None is left when no guard can hold any more: a proof tells of that."""
        if not target.guarded:
            return target
        routes: list[Route] = []
        for route in target.routes:
            when = self.settle(route.when, place)
            if when is not False:
                routes.append(Route(route.to, None if when is True else when))
            if when is True:
                break
        return tidied(routes)


def tidied(routes: list[Route]) -> Target:
    """Routes as a target: without those that lead where the list would lead without them."""
    while len(routes) > 1 and routes[-1].when is None and routes[-2].to == routes[-1].to:
        routes = [*routes[:-2], routes[-1]]
    return Target(tuple(routes), guarded=len(routes) != 1 or routes[0].when is not None)


def settle(condition: Condition, fact: Facts) -> Condition | bool:
    """What is left of a guard: True when it surely holds, False when it surely does not."""

    def value(member: str | Condition) -> str | Condition | bool:
        if isinstance(member, Condition):
            return settle(member, fact)
        known = fact(member)
        return member if known is None else known

    every, some, none = ([value(m) for m in group] for group in (condition.all, condition.any, condition.none))
    if False in every or True in none:
        return False
    if some and True not in some and all(member is False for member in some):
        return False
    some = [] if True in some else _open(some)
    left = Condition(tuple(_open(every)), tuple(some), tuple(_open(none)))  # type: ignore[arg-type]  # no truth is left in it
    return left if left.all or left.any or left.none else True


def _open(members: list[Any]) -> list[Any]:
    return [member for member in members if not isinstance(member, bool)]


def decision(decided: Mapping[str, Any]) -> Facts:
    """What these decisions say of a fact."""

    def fact(name: str) -> bool | None:
        owner, _, answer = name.rpartition(".")
        return answer in keys_of(decided[owner]) if owner in decided else None

    return fact


def keys_of(value: Any) -> tuple[str, ...]:
    """What was decided, as the answers that it holds."""
    return (value,) if isinstance(value, str) else tuple(value)


def with_default(question: Question, value: Any) -> Question:
    """A question of which the decision counts where the default did; several answers have no default of their own."""
    return replace(question, default=value) if isinstance(value, str) else question


class _Passing:
    """Takes out the questions that a decision answers, as far as each simply leads on: who led there leads further."""

    def __init__(self, compiled: Compiled, settled: Mapping[str, Any], noted: dict[str, dict[str, None]]) -> None:
        self.compiled, self.noted = compiled, noted
        tree = compiled.tree
        named = {name for _, text in texts(replace(tree, cases=())) for name in placeholders(text, tree.uses)}
        self.onward = {
            name: goal
            for name, question in tree.questions.items()
            if question.policy in settled and name not in named and (goal := self._simply_leads(question)) is not None
        }

    def _simply_leads(self, question: Question) -> str | None:
        """The node to which a question leads that is answered, when that sets no mark and no guard decides."""
        chosen = () if question.fill else keys_of(self.compiled.decided[question.policy or ""])
        if any(key not in question.answers for key in chosen):
            return None
        _, target = exit_after(question, chosen)
        marked = any(question.answers[key].marks for key in chosen)
        return target.routes[0].to if target and not target.guarded and not marked else None

    def run(self) -> Compiled:
        tree = self.compiled.tree
        gone = {name for name in self.onward if self._way(name)}
        tree = replace(
            tree,
            start=self._moved(tree.start, START_FORK) or tree.start,
            questions={name: self._question(name, each) for name, each in tree.questions.items() if name not in gone},
            actions={
                name: replace(action, to=self._moved(action.to, fork_id(name, None)))
                for name, action in tree.actions.items()
            },
            chapters={
                name: replace(chapter, start=[chapter.start, *self._way(chapter.start)][-1])
                for name, chapter in tree.chapters.items()
            },
        )
        lines = {name: line for name, line in self.compiled.lines.items() if name not in gone}
        settled = {place: tuple(names) for place, names in self.noted.items()}
        return replace(self.compiled, tree=tree, lines=lines, settled=settled)

    def _way(self, name: str) -> list[str]:
        """The nodes that follow one that is passed, the last of them where the reader comes; none for one that is not
        passed, or that leads round and round: the proof tells of that.
        """
        way = [name]
        while way[-1] in self.onward:
            goal = self.onward[way[-1]]
            if goal in way:
                return []
            way.append(goal)
        return way[1:]

    def _question(self, name: str, question: Question) -> Question:
        answers = {
            key: replace(answer, to=self._moved(answer.to, fork_id(name, key)))
            for key, answer in question.answers.items()
        }
        return replace(question, answers=answers, to=self._moved(question.to, fork_id(name, None)))

    def _moved(self, target: Target | None, fork: str) -> Target | None:
        """A target past the questions that are passed, with a note of what those asked."""
        if target is None:
            return None
        routes = []
        for route in target.routes:
            way = [route.to, *self._way(route.to)]
            passed = {self.compiled.tree.questions[name].policy or "": name for name in way[:-1]}
            if passed:
                note = self.noted.setdefault(passage(fork, way[-1]), {})
                for policy, name in passed.items():
                    note[policy] = None
                    for own in (
                        fork_id(name, None),
                        *(fork_id(name, key) for key in self.compiled.tree.questions[name].answers),
                    ):
                        note |= self.noted.get(own, {})
            routes.append(replace(route, to=NodeRef(way[-1])))
        return tidied(routes) if target.guarded else Target(tuple(routes))
