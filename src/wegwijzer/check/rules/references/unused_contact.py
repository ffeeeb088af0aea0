"""W111: a contact that nothing names."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.references import references
from wegwijzer.locale import say
from wegwijzer.model import ContactId, ContactsFile, once
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    if not isinstance(record, ContactsFile) or not library.whole:
        return
    used: set[str] = library.note(__name__, _used)
    for name in record.contacts:
        if name not in used:
            yield Finding(
                ("contacts", name),
                say("W111.unused", contact=name),
                say("W111.use", contact=name),
                at_key=True,
            )


def _used(library: Library) -> set[str]:
    """The contacts that trees and data files name."""
    used = {name for tree in library.trees.values() for action in tree.actions.values() for name in action.contacts}
    return used.union(*(once(each, __name__, _named) for each in library.data.values()))


def _named(record: object) -> set[str]:
    return {found.name for found in references(record) if found.kind is ContactId}


RULE = Rule(module=__name__, code="W111", level="advice", data=check_data)
