"""W208: content that never shows, or an action that can be empty."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.choices import choices_guarding, choices_within
from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.conditions import holds
from wegwijzer.locale import say
from wegwijzer.model import Action, Paragraph, Task
from wegwijzer.problems import Finding
from wegwijzer.proof.content import ContentFlow, TooManyFacts


def check(context: Context) -> Iterator[Finding]:
    flow = ContentFlow(context.compiled)
    for name, where, guard in context.content_guards():
        try:
            if not any(holds(guard, world.get) for world in flow.worlds(name, set(guard.facts()))):
                yield Finding(
                    where,
                    say("W208.never"),
                    say("W208.adapt"),
                )
        except TooManyFacts:
            yield Finding(where, say("W208.too_many"), say("W208.split"))
    for name, action in context.tree.actions.items():
        parts = [part for part in action.parts if not _can_be_left_out(context.compiled, action, part)]
        guards = [part.when for part in parts if part.when]
        if len(guards) < len(parts) or not action.parts:
            continue
        facts = {fact for guard in guards for fact in guard.facts()}
        try:
            for world in flow.worlds(name, facts):
                if not any(holds(guard, world.get) for guard in guards):
                    shown = ", ".join(sorted(fact for fact, value in world.items() if value)) or say("W208.no_facts")
                    yield Finding(
                        ("actions", name),
                        say("W208.empty", name=name, facts=shown),
                        say("W208.add_step"),
                        at_key=True,
                    )
                    break
        except TooManyFacts:
            yield Finding(
                ("actions", name),
                say("W208.steps_too_many", name=name),
                say("W208.add_step_to_action"),
                at_key=True,
            )


def _can_be_left_out(compiled: Compiled, action: Action, part: Task | Paragraph) -> bool:
    """Whether a paragraph is no part of the text as long as nobody made a choice."""
    return (
        isinstance(part, Paragraph)
        and (part.undecided or action.undecided) == "leave-out"
        and bool(choices_guarding(compiled, part) or choices_within(compiled, part.text))
    )


RULE = Rule(
    module=__name__,
    code="W208",
    level="error",
    requires=("too_many_situations", "unreachable_action"),
    tree=check,
)
