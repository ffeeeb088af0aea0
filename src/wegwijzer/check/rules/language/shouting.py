"""W506: words in capitals, and rows of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

LONG = r"[A-ZÀ-Þ]{6,}"
COMMON = "ALTIJD|NOOIT|NIET|GEEN|MOET|METEEN|DIRECT|ENKEL|ALLEEN|STOP|LET|MAG|WEL|NU|EERST|BELANGRIJK"
NAMES = "UNICEF|RHETORIC"
LOUD = re.compile(rf"(?<![\w-])(?!(?:{NAMES})\b)(?:{LONG}|{COMMON})(?![\w-])|(?<![!?])[!?]*!{{2,}}[!?]*|\?!|!\?")


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not LOUD.search(prose.spoken):
        return
    for passage in prose.passages:
        found = LOUD.search(passage.own)
        if found:
            word = found.group()
            yield Finding(
                passage.where,
                say("W506.shouts", word=word),
                say("W506.small_letters", word=word.lower()) if word[0].isalpha() else say("W506.one_mark", word=word),
                find=word,
            )


RULE = Rule(module=__name__, code="W506", level="advice", prose=check_prose)
