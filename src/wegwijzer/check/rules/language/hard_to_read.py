"""W502: a file that as a whole is hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.measure import EASE, ENOUGH, LENGTH, measure
from wegwijzer.language.prose import Prose
from wegwijzer.locale import figure, number, say
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    found = measure(sentence for passage in prose.passages for sentence in passage.sentences)
    if not found.hard(prose.bounds):
        return
    if found.sentence_length > prose.bounds[LENGTH]:
        yield Finding(
            (),
            say("W502.long", words=figure(found.sentence_length, 1)),
            say("W502.cut", most=number(prose.bounds[LENGTH])),
        )
    if found.ease < prose.bounds[EASE]:
        yield Finding(
            (),
            say("W502.hard", score=figure(found.ease, 1)),
            say("W502.simpler", least=number(prose.bounds[EASE])),
        )


RULE = Rule(
    module=__name__, code="W502", level="advice", needs=("reading",), bounds=(EASE, LENGTH, ENOUGH), prose=check_prose
)
