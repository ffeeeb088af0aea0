"""Makes the view of a step: texts filled in, guards resolved or in words, arrows with numbers.

With a walker the view is what this reader sees; without one it is for a form without memory, where unknown is not
false.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.compile.compiled import Compiled, exit_after, fork_id, is_final
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE, Question, Target
from wegwijzer.view.policies import policy_uses, policy_value
from wegwijzer.view.records import Arrow, Line, NodeView, Section, ShownAnswer
from wegwijzer.view.sections import action_sections, closing, question_sections
from wegwijzer.view.texts import Texts
from wegwijzer.view.words import fork_answer, fork_question
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, WalkError, chosen_keys, clone


def node_ids(compiled: Compiled) -> Iterator[str]:
    """Every step and fork in order of number: a fork follows the step it belongs to."""
    by_owner: dict[str, list[str]] = {}
    for fork in compiled.forks.values():
        by_owner.setdefault(fork.owner, []).append(fork.id)
    yield from by_owner.get("", [])
    for name in compiled.lines:
        yield name
        yield from by_owner.get(name, [])


def static_view(compiled: Compiled, name: str) -> NodeView:
    """A step for a form without memory."""
    return _Viewer(compiled, None).view(name)


def live_view(walker: Walker) -> NodeView:
    """The step where a walker stands."""
    return _Viewer(walker.compiled, walker).view(walker.node)


def closing_lines(compiled: Compiled) -> tuple[Line, ...]:
    """What every result of the tree shows, for a form without memory."""
    return closing(Texts(compiled, None))


class _Viewer(Texts):
    def view(self, name: str) -> NodeView:
        if name in self.compiled.forks:
            view = self.fork(name)
        elif name in self.compiled.tree.questions:
            view = self.question(name)
        else:
            view = self.action(name)
        if self.walker is None:
            return view
        names = [*self.walker.quiet, *self.defaults, *just_passed(self.walker)]
        return replace(view, followed=policy_uses(self.walker, dict.fromkeys(names)))

    # -- the three kinds -----------------------------------------------------------------------------------

    def fork(self, name: str) -> NodeView:
        fork = self.compiled.forks[name]
        routes = self.walker.open_routes(fork.target) if self.walker else list(range(len(fork.target.routes)))
        return NodeView(
            id=name,
            number=self.compiled.numbers[name],
            kind="fork",
            title=fork_question(self.compiled, fork.target, routes),
            answers=tuple(
                ShownAnswer(
                    str(index),
                    fork_answer(self.compiled, fork.target, routes, index),
                    self.arrow(name, str(index), fork.target.routes[index].to),
                )
                for index in routes
            ),
            line=self.compiled.lines.get(fork.owner, 1),
        )

    def question(self, name: str) -> NodeView:
        question = self.compiled.tree.questions[name]
        single = question.choose == "one" and not question.fill
        policy, decided = self.compiled.kept_as(name), self.compiled.decided
        kept = chosen_keys((self.walker.given if self.walker else decided).get(policy))
        view = NodeView(
            id=name,
            number=self.compiled.numbers[name],
            kind="question",
            title=self.text(question.text or ""),
            policy=question.policy or "",
            quiet=question.quiet,
            sections=question_sections(self, question),
            answers=tuple(
                ShownAnswer(
                    key,
                    self.text(answer.text or key),
                    self.answer_arrow(name, key) if single else None,
                    self.text(answer.help or ""),
                    self.text(answer.argument or ""),
                    default=question.default == key and policy not in decided,
                    kept=key in kept,
                    exclusive=answer.exclusive,
                    icon=answer.icon or "",
                    example=self.text(answer.example or ""),
                )
                for key, answer in question.answers.items()
            ),
            many=question.choose == "many",
            least=question.min
            if question.choose == "many"
            else int(question.fill is not None and not question.fill.optional),
            fill=question.fill,
            onward=None if single else self.question_arrow(name, question.to),
            line=self.compiled.lines[name],
        )
        return self.followed(view, question) if question.quiet and self.walker is None else view

    def followed(self, view: NodeView, question: Question) -> NodeView:
        """What nobody need answer, as a condition in words: the default first, then what else may have been chosen."""
        sources = tuple(section for section in view.sections if section.name == "sources")
        if view.fill or view.many:
            value = policy_value(self.compiled, None, question.policy or "")
            told = Section("help", (Line(say("words.by_default", answer=value)),))
            return replace(view, sections=(told, *sources))
        answers = sorted(view.answers, key=lambda answer: not (answer.default or answer.kept))
        return replace(
            view,
            sections=sources,
            answers=tuple(
                replace(
                    answer,
                    text=say(f"words.{_standing(answer)}", answer=answer.text),
                    help="",
                    icon="",
                    example="",
                    argument="",
                )
                for answer in answers
            ),
        )

    def action(self, name: str) -> NodeView:
        action = self.compiled.tree.actions[name]
        final = is_final(action)
        return NodeView(
            id=name,
            number=self.compiled.numbers[name],
            kind="action",
            title=self.text(action.title),
            final=final,
            urgency=action.urgency or "",
            outcome=self.compiled.outcomes.get(action.outcome or ""),
            sections=action_sections(self, action),
            onward=None if final else self.onward_arrow(name, action.to),
            line=self.compiled.lines[name],
        )

    # -- arrows --------------------------------------------------------------------------------------------

    def answer_arrow(self, name: str, key: str) -> Arrow | None:
        own, target = exit_after(self.compiled.tree.questions[name], (key,))
        if target is None:
            return None
        if self.walker:
            return self.arrow(name, key, "")
        return self.static_arrow(name, own, target)

    def question_arrow(self, name: str, target: Target | None) -> Arrow | None:
        """Where a fill-in or several choices lead; without a number when that depends on what the reader will say."""
        if target is None:
            return None
        arrow = self.static_arrow(name, None, target)
        return replace(arrow, number="") if self.walker and target.guarded else arrow

    def onward_arrow(self, name: str, target: Target | None) -> Arrow | None:
        if target is None:
            return None
        return self.arrow(name, CONTINUE, "") if self.walker else self.static_arrow(name, None, target)

    def static_arrow(self, name: str, key: str | None, target: Target) -> Arrow:
        goal = fork_id(name, key) if target.guarded else target.routes[0].to
        return Arrow(goal, self.compiled.numbers.get(goal, "?"), f"{self.compiled.id}-{goal}")

    def arrow(self, name: str, answer: str, goal: str) -> Arrow | None:
        """Where an answer leads this walker; without one, to `goal`."""
        if self.walker is None:
            return Arrow(goal, self.compiled.numbers.get(goal, "?"), f"{self.compiled.id}-{goal}")
        try:
            ahead = clone(self.walker).give(name, answer).settle()
        except WalkError:
            return None
        return Arrow(ahead.node, self.compiled.numbers[ahead.node], fragment.write(ahead))


def just_passed(walker: Walker) -> Iterator[str]:
    """The local choices that answered a question between the last answer of the reader and here."""
    for index in reversed(range(len(walker.path))):
        if index not in walker.decided:
            return
        question = walker.compiled.tree.questions.get(walker.path[index][0])
        if question and question.policy:
            yield question.policy


def _standing(answer: ShownAnswer) -> str:
    """Under which name the words for an answer are that nobody need give."""
    return "decided" if answer.kept else "by_default" if answer.default else "did_they_choose"
