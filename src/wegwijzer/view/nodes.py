"""Makes the view of a step: texts filled in, guards resolved or in words, arrows with numbers.

With a walker the view is what this reader sees; without one it is for a form without memory, where unknown is not
false.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace

from wegwijzer.compile.compiled import Compiled, Named, cite_key, exit_after, fork_id, is_final
from wegwijzer.compile.conditions import holds
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE, Action, Condition, Paragraph, SourceRef, Target, Task
from wegwijzer.model.text import fill_in, typed
from wegwijzer.view.credits import action_refs, credited
from wegwijzer.view.policies import joined, policy_text, policy_uses
from wegwijzer.view.records import Arrow, Credit, Line, NodeView, Related, ShownAnswer
from wegwijzer.view.words import clause, fork_answer, fork_question, term
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, WalkError


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
    return _Viewer(compiled, None).lines(compiled.tree.closing)


def warning_of(action: Action) -> str:
    """What nobody may do in this action, in the one wording that every form shows; "" when nothing is forbidden."""
    return say("node.no_contact") if action.contact == "none" else ""


class _Viewer:
    def __init__(self, compiled: Compiled, walker: Walker | None) -> None:
        self.compiled, self.walker = compiled, walker
        self.defaults: dict[str, None] = {}
        self.looked: dict[str, None] = dict(walker.looked) if walker else {}

    def view(self, name: str) -> NodeView:
        if name in self.compiled.forks:
            view = self.fork(name)
        elif name in self.compiled.tree.questions:
            view = self.question(name)
        else:
            view = self.action(name)
            if self.walker:
                view = replace(view, policies=policy_uses(self.walker, self.looked))
        return replace(view, defaults=tuple(self.defaults))

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
        return NodeView(
            id=name,
            number=self.compiled.numbers[name],
            kind="question",
            title=self.text(question.text or ""),
            policy=bool(question.policy),
            help=self.text(question.help or ""),
            answers=tuple(
                ShownAnswer(
                    key,
                    self.text(answer.text or key),
                    self.answer_arrow(name, key) if single else None,
                    self.text(answer.help or ""),
                    self.text(answer.argument or ""),
                    default=question.default == key,
                    exclusive=answer.exclusive,
                )
                for key, answer in question.answers.items()
            ),
            many=question.choose == "many",
            least=question.min
            if question.choose == "many"
            else int(question.fill is not None and not question.fill.optional),
            fill=question.fill,
            onward=None if single else self.question_arrow(name, question.to),
            sources=self.sources(question.sources, *(answer.sources for answer in question.answers.values())),
            line=self.compiled.lines[name],
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
            help=self.text(action.help or ""),
            urgency=action.urgency or "",
            warning=warning_of(action),
            lines=self.lines(action.steps),
            document=self.lines(action.document),
            reply=self.text(action.reply or ""),
            contacts=tuple(self.compiled.contacts[c] for c in action.contacts if c in self.compiled.contacts),
            onward=None if final else self.onward_arrow(name, action.to),
            handover=tuple(self.handover(r.to) for r in action.to.routes if self.applies(r.when) is not False)
            if final and action.to
            else (),
            related=tuple(
                (named.heading, self.named(named, action.related.get(key, ())))
                for key, named in self.compiled.related.items()
            ),
            see=tuple(self.see(name) for name in action.see),
            closing=self.lines(self.compiled.tree.closing) if final and self.walker else (),
            sources=self.sources(action_refs(action)),
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

    # -- texts ---------------------------------------------------------------------------------------------

    def text(self, text: str) -> str:
        return fill_in(text, self.value, self.compiled.tree.uses) if "$" in text else text

    def value(self, name: str) -> str:
        """The value of a placeholder: given, by default, or its name in brackets when it is not known."""
        walker, question = self.walker, self.compiled.tree.questions.get(name)
        if name in self.compiled.policies:
            return self.policy_value(name)
        if question is None:
            return f"[{name}]"
        if question.policy:
            return self.policy_value(question.policy)
        if walker and question.fill and walker.filled.get(name):
            return typed(walker.filled[name])
        if walker and name in walker.answered:
            return joined([question.answers[key].text or key for key in walker.answered[name]])
        return f"[{(question.short or question.text or name).rstrip('?')}]"

    def policy_value(self, name: str) -> str:
        self.looked[name] = None
        if self.walker is None or not self.walker.has_decided(name):
            self.note_default(name)
        return policy_text(self.compiled, self.walker, name)

    def note_default(self, name: str) -> None:
        question = self.compiled.policies[name]
        if self.walker:
            self.defaults[question.short or question.text or name] = None

    def applies(self, condition: Condition | None) -> bool | None:
        """Whether guarded content is shown: None when this form cannot know."""
        if condition is None:
            return True
        if self.walker is None:
            return None
        for fact in condition.facts():
            owner = fact.rpartition(".")[0]
            if owner in self.compiled.policies:
                self.looked[owner] = None
                if not self.walker.has_decided(owner):
                    self.note_default(owner)
        return holds(condition, self.walker.fact_for_content)

    def lines(self, parts: tuple[Task, ...] | tuple[Paragraph, ...]) -> tuple[Line, ...]:
        shown = []
        for part in parts:
            applies = self.applies(part.when)
            if applies is False:
                continue
            condition = (
                say("words.if", clause=clause(self.compiled, part.when)) if applies is None and part.when else ""
            )
            first, *rest = [text for text in (part.text or "").split("\n") if text.strip()] or [""]
            line = Line(self.text(first), condition, editorial=self.editorial(part.sources))
            if isinstance(part, Task):  # the first line is what to do, further ones are its points
                line = replace(
                    line,
                    who=self.text(part.who or ""),
                    within=term(part.within) if part.within else "",
                    due=part.within or "",
                    points=tuple(map(self.text, (*rest, *part.points))),
                )
                shown.append(line)
            else:  # every line of a text to take over is a paragraph of its own
                shown += [replace(line, text=self.text(text), style=part.style) for text in (first, *rest)]
        return tuple(shown)

    # -- references ----------------------------------------------------------------------------------------

    def editorial(self, refs: tuple[SourceRef, ...]) -> bool:
        cited = [self.compiled.cited[cite_key(ref)] for ref in refs if cite_key(ref) in self.compiled.cited]
        return bool(cited) and all(cite.editorial for cite in cited)

    def sources(self, *groups: Iterable[SourceRef]) -> tuple[Credit, ...]:
        return credited(self.compiled, (ref for group in groups for ref in group))

    def handover(self, goal: str) -> Related:
        tree, _, node = goal.partition("/")
        return Related(self.compiled.titles.get(tree, tree), tree, node)

    def named(self, named: Named, names: tuple[str, ...]) -> tuple[Related, ...]:
        return tuple(
            Related(named.titles[name], path=f"/{named.address.format(name)}") for name in names if name in named.titles
        )

    def see(self, name: str) -> Related:
        if name.startswith("/"):
            return Related(name.strip("/").rpartition("/")[2].replace("-", " ").capitalize(), path=name)
        return Related(self.compiled.titles.get(name, name), tree=name)


def clone(walker: Walker) -> Walker:
    """A copy of a walker that can go on by itself."""
    twin = copy(walker)
    for name, value in vars(walker).items():
        if isinstance(value, (list, dict, set)):
            setattr(twin, name, copy(value))
    return twin
