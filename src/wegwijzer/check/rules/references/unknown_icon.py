"""W126: an icon that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.icons import drawings
from wegwijzer.kinds.icons import icons_in
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    """Every icon of one file. In a checkout without the packages of Node nobody knows which there are."""
    known = drawings()
    for where, name in icons_in(record) if known else ():
        if name not in known:
            yield Finding(where, say("W126.unknown", name=name), nearest(name, known) or say("W126.list"))


RULE = Rule(module=__name__, code="W126", level="error", tree=check, data=check_data, apart=True)
