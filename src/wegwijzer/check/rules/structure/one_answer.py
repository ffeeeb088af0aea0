"""W209: a question with one answer."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.compiled.tree.questions.items():
        optional = question.choose == "many" and question.min == 0
        if len(question.answers) == 1 and not question.fill and not optional:
            yield Finding(
                ("questions", name),
                say("W209.one", name=name, answer=next(iter(question.answers))),
                say("W209.add"),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W209", level="warning", requires=("unknown_tree",), tree=check)
