"""W118: an item that no text links to."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The items of one file that no other file refers to, of the kinds that ask for it."""
    kind = KINDS.by_record.get(type(record)) if library.whole else None
    for register in kind.registers if kind else ():
        for name in getattr(record, register.key) if register.needed else ():
            if name not in library.referred().get(register.id, set()):
                yield Finding(
                    (register.key, name),
                    say("W118.unused", word=register.word, name=name),
                    say("W118.link"),
                    at_key=True,
                )


RULE = Rule(module=__name__, code="W118", level="error", data=check_data)
