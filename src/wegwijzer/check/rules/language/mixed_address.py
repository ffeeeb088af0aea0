"""W505: a file that says both the familiar and the formal you."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Passage, Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

FORMAL = re.compile(r"(?<![\w\d.-])(?<!\d )(?:u|uw|uzelf)(?![\w.-])", re.IGNORECASE)
INFORMAL = re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jezelf|jullie)(?![\w-])", re.IGNORECASE)
FOR_CITIZENS = {"reply", "document"}


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not FORMAL.search(prose.spoken):
        return
    formal = [passage for passage in prose.passages if FORMAL.search(passage.own)]
    habit = _habit(prose)
    for passage in formal:
        mixed = INFORMAL.search(passage.own)
        if mixed or (habit == "je" and not _for_citizens(passage)):
            word = FORMAL.search(passage.own).group()  # type: ignore[union-attr] - that is why it is here
            beside = say("W505.beside", other=mixed.group()) if mixed else say("W505.while_rest")
            yield Finding(
                passage.where,
                say("W505.mixed", word=word, beside=beside),
                say("W505.one_way"),
                find=word,
            )


def _habit(prose: Prose) -> str:
    """How the running text of a file mostly speaks to its reader."""
    own = "\n".join(passage.own for passage in prose.passages if not _for_citizens(passage))
    return "u" if len(FORMAL.findall(own)) > len(INFORMAL.findall(own)) else "je"


def _for_citizens(passage: Passage) -> bool:
    return not FOR_CITIZENS.isdisjoint(map(str, passage.where))


RULE = Rule(module=__name__, code="W505", level="advice", prose=check_prose)
