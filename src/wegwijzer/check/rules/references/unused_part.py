"""W122: a part of a source that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import SourcesFile
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The parts of sources that no file names, itself or by way of a part inside it."""
    if not isinstance(record, SourcesFile) or not library.whole:
        return
    for name in record.parts:
        if not any(f"{cited}.".startswith((f"{name}.", f"{name}-")) for cited in library.cited()):
            yield Finding(
                ("parts", name),
                say("W122.unused", name=name),
                say("W122.use", name=name),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W122", level="advice", data=check_data)
