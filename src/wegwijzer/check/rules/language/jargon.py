"""W504: a word that not everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.lists import advice_on, finder
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    entries = of_language("lists").JARGON
    find = finder(entries)
    if not find.search(prose.spoken):
        return
    for passage in prose.passages:
        for match in find.finditer(passage.own):
            advice = advice_on(match.group(), entries)
            yield Finding(
                passage.where,
                say("W504.hard", word=match.group()),
                say("W504.instead", instead=advice.instead, why=advice.why),
                find=match.group(),
            )


RULE = Rule(module=__name__, code="W504", level="advice", needs=("lists",), prose=check_prose, apart=True)
