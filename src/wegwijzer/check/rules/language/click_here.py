"""W507: a link that does not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.model.text import LINKED
from wegwijzer.problems import Finding

EMPTY = re.compile(
    r"(?:klik\s+)?(?:hier|deze\s+link|link|lees\s+(?:hier\s+)?(?:meer|verder)|meer(?:\s+info(?:rmatie)?)?)[.!…]*",
    re.IGNORECASE,
)
CLICK = re.compile(r"\bklik(?:ken)?\s+(?:dan\s+)?hier\b", re.IGNORECASE)


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        if "](" not in passage.text and not CLICK.search(passage.own):
            continue
        empty = [match.group(1) for match in LINKED.finditer(passage.text) if EMPTY.fullmatch(match.group(1).strip())]
        for name in empty or ["klik hier"] * bool(CLICK.search(passage.own)):
            yield Finding(
                passage.where,
                say("W507.says_nothing", name=name),
                say("W507.name_page"),
                find=name,
            )


RULE = Rule(module=__name__, code="W507", level="advice", prose=check_prose)
