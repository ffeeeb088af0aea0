"""W112: a standard task that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import TasksFile, Tree
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    if not isinstance(record, TasksFile) or not library.whole:
        return
    used: set[str | None] = library.note(__name__, _everywhere)
    for name in record.steps:
        if name not in used:
            yield Finding(
                ("steps", name),
                say("W112.unused", name=name),
                say("W112.use", name=name),
                at_key=True,
            )


def _everywhere(library: Library) -> set[str | None]:
    return {name for tree in library.trees.values() for name in _used(tree)}


def _used(tree: Tree) -> Iterator[str | None]:
    for action in tree.actions.values():
        yield from (task.use for task in action.steps)
    yield from (task.use for task in tree.closing)


RULE = Rule(module=__name__, code="W112", level="advice", data=check_data)
