"""W509: an answer that does not fit its question."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    words = of_language("questions")
    for name, question in context.tree.questions.items():
        labels = [answer.text for answer in question.answers.values() if answer.text]
        if not question.text or question.policy or question.choose != "one" or len(labels) < len(question.answers):
            continue
        plain = [label for label in labels if words.says_yes_or_no(label)]
        where = ("questions", name, "text")
        if plain and words.asks_openly(question.text):
            yield Finding(
                where,
                say("W509.no_answer", answer=plain[0]),
                say("W509.ask_or_write_out"),
            )
        elif labels and not plain and words.asks_yes_or_no(question.text):
            yield Finding(
                where,
                say("W509.expects_yes_or_no", answer=labels[0]),
                say("W509.begin"),
            )


RULE = Rule(module=__name__, code="W509", level="advice", needs=("questions",), requires=("unknown_tree",), tree=check)
