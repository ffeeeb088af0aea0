"""A walk through a tree: a list of answers, replayed. The same for the command line, the cases and the browser."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from wegwijzer.compile.compiled import START_FORK, Compiled, exit_after, fork_id, is_final, passage
from wegwijzer.compile.conditions import first_open, holds, learn
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE, UNDECIDED, Fill, Question, Target
from wegwijzer.model.fields import fits, tidied

Given = Mapping[str, Any]
"""Local choices made beforehand: `beleid.vraag` → option, options, or the text filled in."""


class WalkError(Exception):
    """An answer that cannot be given here. The message is for the reader."""


@dataclass
class Walker:
    """A reader on the way. `start`: opened in the middle, so that facts from before are not known.

    `path` lists what was given, `(step, answer)`; `decided` the steps of it that a local choice answered; `looked` the
    local choices that the routes of this walk asked about. `quiet` has the policies that were followed without asking, each
    with the node that did.
    """

    compiled: Compiled
    given: Given = field(default_factory=dict)
    start: str | None = None
    node: str = ""
    path: list[tuple[str, Any]] = field(default_factory=list)
    decided: set[int] = field(default_factory=set)
    actions: list[str] = field(default_factory=list)
    answered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)
    policies: dict[str, Any] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)
    assumed: dict[str, bool] = field(default_factory=dict)
    looked: dict[str, None] = field(default_factory=dict)
    quiet: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.given = {**self.given, **self.compiled.decided}
        self.policies = dict(self.given)
        if self.start is None:
            self._take(self.compiled.tree.start, START_FORK)
        elif self.start in self.compiled.forks:
            self._take(self.compiled.forks[self.start].target, self.start)
        else:
            self._arrive(self.start)

    # -- where the reader is -------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """`question`, `action` or `fork`."""
        if self.node in self.compiled.forks:
            return "fork"
        return "question" if self.node in self.compiled.tree.questions else "action"

    @property
    def final(self) -> bool:
        return self.kind == "action" and is_final(self.compiled.tree.actions[self.node])

    def fact(self, name: str) -> bool | None:
        """Whether a fact holds, for routes; None when this walk cannot know it."""
        owner, _, answer = name.rpartition(".")
        if owner in self.compiled.policies:
            self.looked[owner] = None
        if owner in self.compiled.policies and (owner in self.policies or self.start is None):
            return answer in chosen_keys(self.policies.get(owner))
        if owner in self.answered:
            return answer in self.answered[owner]
        if not owner and name in self.marks:
            return True
        return self.assumed.get(name, False if self.start is None else None)

    def has_decided(self, policy: str) -> bool:
        """Whether a local choice was made; "not decided yet" and an empty text do not count."""
        return is_decision(self.policies.get(policy))

    def by_default(self, policy: str) -> bool:
        """Whether a local choice counts only by its default: nobody decided, here or before."""
        return not self.has_decided(policy) or (policy in self.quiet and not is_decision(self.given.get(policy)))

    def fact_for_content(self, name: str) -> bool | None:
        """Like `fact`, but a local choice that is not made counts as its default."""
        owner, _, answer = name.rpartition(".")
        question = self.compiled.policies.get(owner)
        if question is None and (standing := self.standing(owner)) is not None:
            return answer in chosen_keys(standing)
        if question is None or self.has_decided(owner):
            return self.fact(name)
        return answer == (UNDECIDED if question.default is None else question.default)

    def standing(self, node: str) -> Any:
        """What counts in a text for a question of a tree of choices that this walk did not ask: what was kept, else the
        default. None for any other question.
        """
        name = self.compiled.kept_as(node)
        question = self.compiled.own_choices.get(name)
        if question is None or node in self.answered or self.filled.get(node):
            return None
        kept = self.given.get(name)
        return kept if is_decision(kept) and allows(question, kept) else question.default

    # -- going on ------------------------------------------------------------------------------------------

    def settle(self, until: Container[str] = ()) -> Walker:
        """Pass the questions that need not be asked, as far as a node of `until`."""
        passed: set[str] = set()
        while self.node in self.compiled.tree.questions and self.node not in until:
            question = self.compiled.tree.questions[self.node]
            value = self.followed(question)
            if value is None:
                break
            if self.node in passed:
                raise WalkError(say("walk.policy_loop", node=self.node))
            passed.add(self.node)
            self.decided.add(len(self.path))
            if question.policy and question.quiet and not self._chosen_here(question.policy):
                self.quiet.setdefault(question.policy, self.node)
            self._answer(question, value)
        return self

    def _chosen_here(self, policy: str) -> bool:
        questions = self.compiled.tree.questions
        asked = (node for index, (node, _) in enumerate(self.path) if index not in self.decided and node in questions)
        return any(questions[node].policy == policy for node in asked)

    def followed(self, question: Question) -> Any:
        """The answer that a local choice gives to a question of this tree, so that it is not asked; None when it is."""
        if question.policy is None or question.ask == "always":
            return None
        value = self.policies.get(question.policy)
        if question.quiet and not (is_decision(value) and allows(question, value)):
            value = question.default
        return value if value is not None and allows(question, value) else None

    def give(self, node: str, answer: Any) -> Walker:
        """Give an answer at a step. Raises WalkError when the step is not at hand or the answer not possible."""
        if self.node != node:
            self.settle(until=(node,))
        if self.node != node:
            raise WalkError(say("walk.elsewhere", question=node, node=self.node))
        if self.kind == "fork":
            self._choose_route(answer)
        elif self.kind == "question":
            question = self.compiled.tree.questions[node]
            check_answer(question, answer)
            self.quiet.pop(question.policy or "", None)
            self._answer(question, answer)
        else:
            action = self.compiled.tree.actions[node]
            if is_final(action) or answer != CONTINUE:
                raise WalkError(say("walk.no_such_answer", answer=answer, node=node))
            self.path.append((node, CONTINUE))
            self._take(action.to, fork_id(node, None))
        return self

    def _answer(self, question: Question, answer: Any) -> None:
        node = self.node
        self.path.append((node, answer))
        chosen = chosen_keys(answer)
        if question.policy and answer is not None:
            self.policies[question.policy] = answer
            self.looked[question.policy] = None
        if question.fill:
            self.filled[node] = "" if answer is None else tidied(question.fill.kind, str(answer))
            self._take(question.to, fork_id(node, None))
            return
        if not question.policy:
            self.answered[node] = chosen
        for key in chosen:
            self.marks.update(question.answers[key].marks)
        own, target = exit_after(question, chosen)
        self._take(target, fork_id(node, own))

    def _choose_route(self, answer: Any) -> None:
        fork = self.compiled.forks[self.node]
        options = self.open_routes(fork.target)
        if str(answer) not in map(str, options):
            raise WalkError(say("walk.no_such_answer", answer=answer, node=self.node))
        self.path.append((self.node, str(answer)))
        index = int(answer)
        for earlier in fork.target.routes[:index]:
            self.assumed |= learn(earlier.when, value=False, known=self.fact)
        self.assumed |= learn(fork.target.routes[index].when, value=True, known=self.fact)
        self._arrive(fork.target.routes[index].to)

    def open_routes(self, target: Target) -> list[int]:
        """The routes of a guarded list that may still hold; those after one that surely holds are left out."""
        options = []
        for index, route in enumerate(target.routes):
            value = holds(route.when, self.fact)
            if value is not False:
                options.append(index)
            if value:
                break
        return options

    def _take(self, target: Target | None, fork: str) -> None:
        if target is None:
            raise WalkError(say("walk.nowhere", node=self.node))
        index = first_open(target, self.fact) if target.guarded else 0
        if index is None:
            raise WalkError(say("walk.dead_end", node=self.node))
        goal = fork if index == "unknown" else target.routes[index].to
        for place in (fork, passage(fork, goal)):
            self.looked |= dict.fromkeys(self.compiled.settled.get(place, ()))
        self._arrive(goal)

    def _arrive(self, name: str) -> None:
        self.node = name
        if name in self.compiled.tree.actions:
            self.actions.append(name)
        elif name not in self.compiled.tree.questions and name not in self.compiled.forks:
            raise WalkError(say("walk.unknown_node", node=name))


def clone(walker: Walker) -> Walker:
    """A copy of a walker that can go on by itself."""
    twin = copy(walker)
    for name, value in vars(walker).items():
        if isinstance(value, (list, dict, set)):
            setattr(twin, name, copy(value))
    return twin


def check_answer(question: Question, answer: Any) -> None:
    """Raise WalkError, in words for the reader, when a question does not take this answer."""
    if question.fill:
        if answer is not None:  # None: filled in elsewhere, and not told by the link
            _check_fill(question.fill, str(answer))
        return
    chosen = chosen_keys(answer)
    for key in chosen:
        if not isinstance(key, str) or key not in question.answers:
            raise WalkError(say("walk.no_such_answer", answer=key, node=question.text or ""))
    if question.choose == "one":
        if len(chosen) != 1 or not isinstance(answer, str):
            raise WalkError(say("walk.choose_one"))
        return
    alone = [key for key in chosen if question.answers[key].exclusive]
    if alone and len(chosen) > 1:
        raise WalkError(say("walk.exclusive", answer=question.answers[alone[0]].text or alone[0]))
    if not alone and len(set(chosen)) < question.min:
        raise WalkError(say("walk.choose_min", count=question.min))


def _check_fill(fill: Fill, text: str) -> None:
    text = text.strip()
    if not text:
        if not fill.optional:
            raise WalkError(say("walk.fill_empty"))
        return
    if len(text) > fill.max:
        raise WalkError(say("walk.fill_long", max=fill.max))
    if not fits(fill.kind, text):
        raise WalkError(say(f"walk.fill_{fill.kind}"))


def chosen_keys(value: Any) -> tuple[str, ...]:
    """An answer as the ids chosen: none, one or several."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


def is_decision(value: Any) -> bool:
    """Whether a value of a local choice decides something; "not decided yet" and an empty text do not."""
    return chosen_keys(value) not in ((), ("",), (UNDECIDED,))


def allows(question: Question, answer: Any) -> bool:
    """Whether a question takes this answer."""
    try:
        check_answer(question, answer)
    except WalkError:
        return False
    return True


def replay(
    compiled: Compiled, answers: Iterable[tuple[str, Any]], *, given: Given | None = None, start: str | None = None
) -> Walker:
    """Walk the listed answers, then past what local choices decide. Raises WalkError at the first that fails."""
    walker = Walker(compiled, given or {}, start)
    for node, answer in answers:
        walker.give(node, answer)
    return walker.settle()


def replay_loosely(
    compiled: Compiled,
    answers: Iterable[tuple[str, Any]],
    *,
    given: Given | None = None,
    start: str | None = None,
    until: Container[str] = (),
) -> tuple[Walker, list[tuple[str, Any]]]:
    """Walk as far as the answers still hold. Returns the walker and the answers from the first that did not.

    A fork that was asked where memory was missing is passed over when the walk knows the answer itself. At the end the
    walk passes what need not be asked, as far as a node of `until`.
    """
    walker = Walker(compiled, given or {}, start)
    rest = list(answers)
    while rest:
        node, answer = rest[0]
        try:
            walker.give(node, answer)
        except WalkError:
            if node in compiled.forks and walker.node != node:
                rest.pop(0)
                continue
            break
        rest.pop(0)
    return walker.settle(until), rest


def resume(walker: Walker, former: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Go on with the answers of an earlier walk that still hold, until a question that has none.

    Returns the answers that are left: a way that comes back to their questions can still use them.
    """
    rest = list(former)
    while not walker.settle(walker.compiled.quiet & {node for node, _ in rest}).final:
        index = next((index for index, (node, _) in enumerate(rest) if node == walker.node), None)
        if index is None:
            break
        node, answer = rest.pop(index)
        try:
            walker.give(node, answer)
        except WalkError:  # no answer to this question any more: ask it
            break
    return rest


def walk_mapping(compiled: Compiled, answers: Mapping[str, Any], *, given: Given | None = None) -> Walker:
    """Walk with answers by question. Interim actions are passed.

    A question with one answer that comes again takes a list: an answer for each time. Stops at the first question that
    has no answer. Raises WalkError for a step that comes once more than it has answers, and for an answer whose
    question was never asked.
    """
    walker = Walker(compiled, given or {})
    used: dict[str, int] = {}
    while not walker.final:
        quiet = walker.compiled.quiet & answers.keys()
        open_ones = {node for node in quiet if used.get(node, 0) < len(turns_of(walker, node, answers[node]))}
        node = walker.settle(open_ones).node
        if walker.final:
            break
        if walker.kind != "action" and node not in answers:
            break
        turns = turns_of(walker, node, answers.get(node, CONTINUE))
        time = used.get(node, 0)
        if time >= len(turns):
            raise WalkError(say("walk.twice", node=node))
        used[node] = time + 1
        walker.give(node, turns[time])
    turns_left = (node for node, answer in answers.items() if used.get(node, 0) < len(turns_of(walker, node, answer)))
    if walker.final and (unused := next(turns_left, None)):
        raise WalkError(say("walk.unused", question=unused, node=walker.node))
    return walker


def turns_of(walker: Walker, node: str, answer: Any) -> list[Any]:
    """What a mapping gives a step, each time that the walk comes there."""
    question = walker.compiled.tree.questions.get(node)
    if question and question.choose == "one" and not question.fill and isinstance(answer, (list, tuple)) and answer:
        return list(answer)
    return [answer]
