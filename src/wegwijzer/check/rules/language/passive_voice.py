"""W503: a sentence that does not say who acts."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.nl.passive import AUXILIARY, passive
from wegwijzer.language.prose import Prose, sentences
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    if not AUXILIARY.search(prose.spoken):
        return
    for passage in prose.passages:
        if not AUXILIARY.search(passage.own):
            continue
        for sentence in sentences(passage.own):
            found = passive(sentence)
            if found:
                yield Finding(
                    passage.where,
                    say("W503.passive", words=found),
                    say("W503.name_who"),
                    find=found,
                )


RULE = Rule(module=__name__, code="W503", level="advice", prose=check_prose)
