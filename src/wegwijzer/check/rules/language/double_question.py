"""W510: a question that asks two things."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.prose import QUOTED
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    asks_twice = of_language("questions").asks_twice
    for name, question in context.tree.questions.items():
        if question.text and asks_twice(QUOTED.sub("…", question.text)):
            yield Finding(
                ("questions", name, "text"),
                say("W510.two_questions"),
                say("W510.ask_one"),
            )


RULE = Rule(module=__name__, code="W510", level="advice", needs=("questions",), requires=("unknown_tree",), tree=check)
