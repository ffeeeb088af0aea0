"""W504: a word that not everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.lists import JARGON, advice_on, finder
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

FIND = finder(JARGON)


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not FIND.search(prose.spoken):
        return
    for passage in prose.passages:
        for match in FIND.finditer(passage.own):
            advice = advice_on(match.group(), JARGON)
            yield Finding(
                passage.where,
                say("W504.hard", word=match.group()),
                say("W504.instead", instead=advice.instead, why=advice.why),
                find=match.group(),
            )


RULE = Rule(module=__name__, code="W504", level="advice", prose=check_prose)
