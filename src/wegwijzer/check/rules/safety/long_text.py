"""W403: a text that is too long for its place."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.problems import Finding

SHORT = Bound(name="short", value=40, most=80)
ANSWER = Bound(name="answer", value=160, most=600)
TITLE = Bound(name="title", value=200, most=220)
TASK = Bound(name="task", value=600, most=5000)
HELP = Bound(name="help", value=1000, most=5000)
PARAGRAPH = Bound(name="paragraph", value=2000, most=5000)
BY_KEY = {
    "short": SHORT,
    "title": TITLE,
    "help": HELP,
    "summary": HELP,
    "argument": HELP,
    "why": HELP,
}


def check_prose(prose: Prose) -> Iterator[Finding]:
    shortest = min(prose.bounds[bound] for bound in RULE.bounds if bound is not SHORT)
    for passage in prose.passages:
        if len(passage.text) > shortest or passage.where[-1] == "short":
            limit = prose.bounds[_limit(passage.where)]
            if len(passage.text) > limit:
                yield Finding(
                    passage.where,
                    say("W403.long", count=len(passage.text), limit=limit),
                    say("W403.shorten"),
                )


def _limit(where: Where) -> Bound[int]:
    if where[2:3] == ("reply",):
        return PARAGRAPH if where[-1] == "text" else TASK
    if where[-1] in BY_KEY:
        return BY_KEY[str(where[-1])]
    if "answers" in where:
        return ANSWER
    if where[0] in ("questions", "marks"):
        return TITLE
    return PARAGRAPH if "document" in where else TASK


RULE = Rule(
    module=__name__,
    code="W403",
    level="warning",
    bounds=(SHORT, ANSWER, TITLE, TASK, HELP, PARAGRAPH),
    prose=check_prose,
    apart=True,
)
