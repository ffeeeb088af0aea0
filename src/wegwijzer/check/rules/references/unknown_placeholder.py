"""W108: a placeholder for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.model.text import placeholders, texts
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    own = set(context.tree.questions)
    for where, text in [*texts(replace(context.tree, cases=())), *_standard_steps(context)]:
        for name in placeholders(text, context.tree.uses):
            if name in own or ("." in name and context.library.policy(name)):
                continue
            known = own | {
                f"{tree}.{q}"
                for tree in context.tree.uses
                if tree in context.library.trees
                for q in context.library.trees[tree].questions
            }
            yield Finding(
                where,
                say("W108.unknown", name=name),
                nearest(name, known) or say("W108.dollar"),
            )


def _standard_steps(context: Context) -> Iterator[tuple[Where, str]]:
    """The texts of the standard steps that the tree uses, each with the place where it names the step."""
    groups = [(("actions", name, "steps"), action.steps) for name, action in context.tree.actions.items()]
    for where, steps in [*groups, (("closing",), context.tree.closing)]:
        for index, task in enumerate(steps):
            if task.use in context.library.steps:
                for _, text in texts(context.library.steps[task.use]):
                    yield (*where, index, "use"), text


RULE = Rule(module=__name__, code="W108", level="error", requires=("unknown_tree",), tree=check)
