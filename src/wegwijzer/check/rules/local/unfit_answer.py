"""W602: a decision that is no answer to its question, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own, is_open, value_of
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Chosen, Question
from wegwijzer.problems import Finding, clipped, nearest
from wegwijzer.walk.walker import WalkError, check_answer

SHOWN = 8
"""How many answers a hint can name."""


def check(own: Own) -> Iterator[Finding]:
    for name, choice, question in own.known():
        if choice.answer and not is_open(choice) and (wrong := _wrong(question, choice.answer)):
            yield Finding(own.where(name), *wrong)


def _wrong(question: Question, answer: Chosen) -> tuple[str, str] | None:
    """What is wrong with an answer, and what to write instead."""
    asked = clipped(question.text or "", 80)
    if question.fill:
        if len(answer) > 1:
            return say("W602.no_list", question=asked), say("W602.one_text")
    else:
        options = [key for key in question.answers if key != UNDECIDED]
        for key in answer:
            if key not in question.answers:
                known = nearest(key, options) or say("hint.choose_from", names=", ".join(options[:SHOWN]))
                return say("W602.gone", answer=clipped(key), question=asked), known
        if UNDECIDED in answer:
            return say("W602.undecided_too", question=asked), say("W602.decide", option=UNDECIDED)
    try:
        check_answer(question, value_of(question, answer))
    except WalkError as error:
        return say("W602.unfit", question=asked, why=str(error).rstrip(".")), say("W602.adapt")
    return None


RULE = Rule(module=__name__, code="W602", level="error", own=check)
