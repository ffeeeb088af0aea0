"""W110: a local choice without a default or an argument."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    if context.tree_id not in context.library.policy_trees():
        return
    for name, question in context.tree.questions.items():
        where = ("questions", name)
        options = [key for key in context.library.answers(question) if key != UNDECIDED]
        if question.default is None and not (question.fill and question.fill.optional):
            yield Finding(
                where,
                say("W110.no_default", name=name),
                say("W110.add_default_value" if question.fill else "W110.add_default_option"),
                at_key=True,
            )
        elif not question.fill and question.default not in options:
            yield Finding(
                (*where, "default"),
                say("W110.wrong_default", default=question.default),
                nearest(question.default or "", options),
            )
        for key, answer in question.answers.items():
            if key != UNDECIDED and not answer.argument:
                yield Finding(
                    (*where, "answers", key),
                    say("W110.no_argument", option=key),
                    say("W110.add_argument"),
                    at_key=True,
                )


RULE = Rule(module=__name__, code="W110", level="error", tree=check)
