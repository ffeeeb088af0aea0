"""W603: a local choice that asks something else than when it was decided."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.choices import meaning
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Question
from wegwijzer.problems import Finding, clipped


def check(own: Own) -> Iterator[Finding]:
    for name, choice, question in own.known():
        now = meaning(question)
        if choice.as_ and choice.as_ != now:
            options = choice.as_.partition("-")[0] != now.partition("-")[0]
            asked = clipped(question.text or "", 100)
            message = (
                say("W603.fill", question=asked)
                if question.fill
                else say("W603.answers" if options else "W603.words", question=asked, answers=_answers(question))
            )
            yield Finding(own.where(name, "as"), message, say("W603.decide", now=now))


def _answers(question: Question) -> str:
    """What one can answer now, in words."""
    shown = (f"{key} (‘{clipped(each.text or key)}’)" for key, each in question.answers.items() if key != UNDECIDED)
    return ", ".join(shown)


RULE = Rule(module=__name__, code="W603", level="error", own=check)
