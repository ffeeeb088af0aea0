"""W506: words in capitals, and rows of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

LONG = r"[A-ZÀ-Þ]{6,}"


@cache
def _loud(common: str, names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?!(?:{names})\b)(?:{LONG}|{common})(?![\w-])|(?<![!?])[!?]*!{{2,}}[!?]*|\?!|!\?")


def check_prose(prose: Prose) -> Iterator[Finding]:
    capitals = of_language("capitals")
    loud = _loud(capitals.COMMON, capitals.NAMES)
    if not loud.search(prose.spoken):
        return
    for passage in prose.passages:
        found = loud.search(passage.own)
        if found:
            word = found.group()
            yield Finding(
                passage.where,
                say("W506.shouts", word=word),
                say("W506.small_letters", word=word.lower()) if word[0].isalpha() else say("W506.one_mark", word=word),
                find=word,
            )


RULE = Rule(module=__name__, code="W506", level="advice", needs=("capitals",), prose=check_prose, apart=True)
