"""W104: a source that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import SourceRef, SourcesFile, Where, source_refs
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    if not context.library.has_data or "data/sources" in context.library.broken:
        return
    yield from _unknown(source_refs(context.tree), context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The sources that a data file names, and those of the parts themselves."""
    for name, part in record.parts.items() if isinstance(record, SourcesFile) else ():
        if part.source not in library.sources:
            yield Finding(
                ("parts", name, "source"),
                say("W104.unknown", source=part.source),
                nearest(part.source, library.sources),
            )
    if "data/sources" in library.broken:
        return
    yield from _unknown(source_refs(record), library)


def _unknown(refs: Iterable[tuple[Where, SourceRef]], library: Library) -> Iterator[Finding]:
    known = [*library.sources, *library.parts]
    for where, ref in refs:
        if ref.id not in library.sources and ref.id not in library.parts:
            yield Finding(where, say("W104.unknown", source=ref.id), nearest(ref.id, known))


RULE = Rule(module=__name__, code="W104", level="error", tree=check, data=check_data, apart=True)
