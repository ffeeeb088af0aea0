"""W501: a sentence that is too long."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose, words
from wegwijzer.locale import say
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=25)


def check_prose(prose: Prose) -> Iterator[Finding]:
    most = prose.bounds[MOST]
    for passage in prose.passages:
        if passage.text.count(" ") < most:
            continue
        for sentence in passage.sentences:
            count = len(words(sentence))
            if count > most:
                yield Finding(
                    passage.where,
                    say("W501.long", count=count, opening=_opening(sentence)),
                    say("W501.cut", most=most),
                    find=sentence,
                )


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:5])


RULE = Rule(module=__name__, code="W501", level="advice", bounds=(MOST,), prose=check_prose, apart=True)
