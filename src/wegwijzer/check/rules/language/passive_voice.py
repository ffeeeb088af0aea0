"""W503: a sentence that does not say who acts."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.prose import Prose, sentences
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    passive = of_language("passive")
    if not passive.AUXILIARY.search(prose.spoken):
        return
    for passage in prose.passages:
        if not passive.AUXILIARY.search(passage.own):
            continue
        for sentence in sentences(passage.own):
            found = passive.passive(sentence)
            if found:
                yield Finding(
                    passage.where,
                    say("W503.passive", words=found),
                    say("W503.name_who"),
                    find=found,
                )


RULE = Rule(module=__name__, code="W503", level="advice", needs=("passive",), prose=check_prose, apart=True)
