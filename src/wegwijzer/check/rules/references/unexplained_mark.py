"""W103: a mark that nothing explains."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    told: set[str] = set()
    for name, question in context.tree.questions.items():
        for key, answer in question.answers.items():
            for index, mark in enumerate(answer.marks):
                if mark not in context.tree.marks and mark not in told and mark not in context.left_out:
                    told.add(mark)
                    yield Finding(
                        ("questions", name, "answers", key, "marks", index),
                        say("W103.unexplained", mark=mark),
                        nearest(mark, context.tree.marks) or say("W103.explain", mark=mark),
                    )


RULE = Rule(module=__name__, code="W103", level="warning", tree=check)
