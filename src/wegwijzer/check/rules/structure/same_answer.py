"""W210: two answers with the same text."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        seen: dict[str, str] = {}
        for key, answer in context.library.answers(question).items():
            text = " ".join((answer.text or "").lower().split()).rstrip(".!")
            if text and text in seen:
                own = key in question.answers and question.answers[key].text
                yield Finding(
                    ("questions", name, "answers", key, "text") if own else ("questions", name),
                    say("W210.same", text=answer.text, one=seen[text], other=key),
                    say("W210.leave_one"),
                    at_key=not own,
                )
            seen.setdefault(text, key)


RULE = Rule(module=__name__, code="W210", level="error", tree=check)
