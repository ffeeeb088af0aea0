"""What somebody wrote down as decided on a local choice: what it comes down to, and what can be wrong with it."""

from __future__ import annotations

import re
from typing import Any

from wegwijzer.compile.choices import meaning
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Chosen, Question
from wegwijzer.model.fields import tidied
from wegwijzer.problems import clipped, nearest
from wegwijzer.walk.walker import WalkError, check_answer

SHOWN = 8
"""How many answers a hint can name."""
PERSON = re.compile(
    r"(?:(?:mr|mevr|mw|dhr|dr|prof|ing|ir|mrs|ms)\.?\s+.+"
    r"|[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:van|de|den|der|ten|ter|von|le|la|du|el|al|ben|bin|'t|[A-ZÀ-Þ][\w'’.-]*))*"
    r"\s+[A-ZÀ-Þ][\w'’-]*)",
)
"""A title, or nothing but words with a capital: a role begins with a small letter, such as ‘de communicatiedienst’."""
Told = tuple[str, str]
"""What is wrong, and what to write instead."""


def is_open(answer: Chosen | None) -> bool:
    """Whether nothing is decided yet: nothing stands there, or the answer that says so."""
    return answer in (None, (UNDECIDED,))


def value_of(question: Question, answer: Chosen) -> Any:
    """What was written, as an answer to a question; what cannot be one stays what it is."""
    texts = tuple(dict.fromkeys(answer))
    if question.fill and len(texts) == 1:
        return tidied(question.fill.kind, texts[0])
    return texts if (question.choose == "many" and not question.fill) or len(texts) != 1 else texts[0]


def unfit(question: Question, answer: Chosen) -> Told | None:
    """What is wrong with an answer that decides something."""
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


def changed(question: Question, meant: str | None) -> Told | None:
    """What a question asks now, when that is something else than when it was decided."""
    now = meaning(question)
    if not meant or meant == now:
        return None
    asked = clipped(question.text or "", 100)
    if question.fill:
        return say("W603.fill", question=asked), say("W603.decide", now=now)
    options = meant.partition("-")[0] != now.partition("-")[0]
    message = say("W603.answers" if options else "W603.words", question=asked, answers=_answers(question))
    return message, say("W603.decide", now=now)


def _answers(question: Question) -> str:
    """What one can answer now, in words."""
    shown = (f"{key} (‘{clipped(each.text or key)}’)" for key, each in question.answers.items() if key != UNDECIDED)
    return ", ".join(shown)


def named(who: str | None) -> Told | None:
    """What is wrong with a role that looks like the name of somebody."""
    if not who or not ("@" in who or PERSON.fullmatch(who)):
        return None
    return say("W605.person", who=clipped(who)), say("W605.role")
