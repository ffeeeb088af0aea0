"""W510: a question that asks two things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.questions import CLOSED, OPEN, OPENS_QUESTION, YES_NO_VERB
from wegwijzer.language.prose import QUOTED
from wegwijzer.locale import say
from wegwijzer.problems import Finding

AND_HOW = re.compile(rf"(.*?)\ben(?:/of)?\s+{OPENS_QUESTION}\b", re.IGNORECASE)
AND_IS = re.compile(rf"\ben(?:/of)?\s+{YES_NO_VERB}\s+(?:je|jij|jullie|het|de|er|iemand|dat|dit|die)\b", re.IGNORECASE)
INNER = re.compile(rf"\s{OPENS_QUESTION}\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        if question.text and _asks_twice(QUOTED.sub("…", question.text)):
            yield Finding(
                ("questions", name, "text"),
                say("W510.two_questions"),
                say("W510.ask_one"),
            )


def _asks_twice(text: str) -> bool:
    """Whether a question has two question marks, or a second question after ‘en’. ‘Weet je wie en waar?’ has not."""
    if text.count("?") > 1:
        return True
    if not text.endswith("?") or " en" not in text:
        return False
    again = AND_HOW.match(text)
    asks_how = bool(again and OPEN.match(text) and not INNER.search(again.group(1)))
    return asks_how or bool(AND_IS.search(text) and (OPEN.match(text) or CLOSED.match(text)))


RULE = Rule(module=__name__, code="W510", level="advice", requires=("unknown_tree",), tree=check)
