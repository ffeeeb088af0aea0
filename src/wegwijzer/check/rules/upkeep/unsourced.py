"""W304: an action, contact or standard task that does not say what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Contact, ContactsFile, Task, TasksFile, Where
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.compiled.tree.actions.items():
        if action.parts and not action.sources and not all(part.sources for part in action.parts):
            yield Finding(
                ("actions", name),
                say("W304.action", name=name),
                say("W304.add_sources"),
                at_key=True,
            )


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    """The entries of data/contacts.yml and data/steps.yml."""
    contacts = record.contacts if isinstance(record, ContactsFile) else {}
    tasks = record.steps if isinstance(record, TasksFile) else {}
    entries: dict[Where, Contact | Task] = {("contacts", name): contact for name, contact in contacts.items()}
    entries |= {("steps", name): task for name, task in tasks.items()}
    for where, entry in entries.items():
        if not entry.sources:
            yield Finding(
                where,
                say("W304.thing", thing=where[-1]),
                say("W304.add_sources_there"),
                at_key=True,
            )


RULE = Rule(
    module=__name__,
    code="W304",
    level="off",
    requires=("double_node", "unknown_tree", "unknown_standard_task"),
    tree=check,
    data=check_data,
)
