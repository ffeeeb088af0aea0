"""W505: a file that says both the familiar and the formal you.

Of a text with pairs such as `{je|u}` each form is judged apart: by what it is, not by what else stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.prose import Passage, Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

FOR_CITIZENS = {"reply", "document"}


def check_prose(prose: Prose) -> Iterator[Finding]:
    said = of_language("address")
    yield from _strayed(prose)
    if not said.FORMAL.search(prose.spoken):
        return
    formal = [passage for passage in prose.passages if said.FORMAL.search(passage.own)]
    formal_habit = _mostly_formal(prose)
    for passage in formal:
        if passage.address:
            continue
        mixed = said.INFORMAL.search(passage.own)
        if mixed or (not formal_habit and not _for_citizens(passage)):
            word = said.FORMAL.search(passage.own).group()
            beside = say("W505.beside", other=mixed.group()) if mixed else say("W505.while_rest")
            yield Finding(
                passage.where,
                say("W505.mixed", word=word, beside=beside),
                say("W505.one_way"),
                find=word,
            )


def _strayed(prose: Prose) -> Iterator[Finding]:
    """The first word of the other form in a form of a text with pairs."""
    said = of_language("address")
    other = {"informal": said.FORMAL, "formal": said.INFORMAL}
    for passage in prose.passages:
        found = other[passage.address].search(passage.own) if passage.address else None
        if found:
            yield Finding(
                passage.where,
                say(f"W505.in_{passage.address}", word=found.group()),
                say("W505.pair"),
                find=found.group(),
            )


def _mostly_formal(prose: Prose) -> bool:
    """Whether the running text of a file mostly speaks formally to its reader."""
    said = of_language("address")
    own = "\n".join(passage.own for passage in prose.passages if not _for_citizens(passage))
    return len(said.FORMAL.findall(own)) > len(said.INFORMAL.findall(own))


def _for_citizens(passage: Passage) -> bool:
    return not FOR_CITIZENS.isdisjoint(map(str, passage.where))


RULE = Rule(module=__name__, code="W505", level="advice", needs=("address",), prose=check_prose)
