"""W312: a source that does not say what kind of ground it is."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import SourcesFile
from wegwijzer.problems import Finding


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    """The entries of data/sources.yml."""
    for name, source in record.sources.items() if isinstance(record, SourcesFile) else ():
        if source.kind == "document":
            yield Finding(("sources", name), say("W312.kindless", name=name), say("W312.add_kind"), at_key=True)


RULE = Rule(module=__name__, code="W312", level="off", data=check_data)
