"""Een bron staat niet in data/sources.yml.

Elke bewering noemt haar bron. Gebruik de naam van een bron, of de code van een vindplaats.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.problems import Finding, nearest
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W104", "error", ()


def check(context: Context) -> Iterator[Finding]:
    if not context.library.has_data or "sources" in context.library.broken:
        return
    known = {*context.library.sources, *context.library.parts}
    for where, ref in context.source_refs():
        if ref.id not in known:
            yield Finding(where, f"De bron ‘{ref.id}’ staat niet in data/sources.yml", nearest(ref.id, known))
