"""What is wrong with the step that somebody is typing in, before anything else is judged again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from wegwijzer.check.checker import Judged, at_work, stamped
from wegwijzer.check.rules import required
from wegwijzer.check.rules.context import Context
from wegwijzer.check.settings import settings_in
from wegwijzer.compile.compiled import Compiled
from wegwijzer.kinds.library import Library
from wegwijzer.load import LoadedFile
from wegwijzer.model import Tree, Where
from wegwijzer.model.parts import part_of
from wegwijzer.workbench.desk import Desk, day_of
from wegwijzer.workbench.told import told, where_of


class LaterError(Exception):
    """A rule asks for what takes long: the round along the whole project answers it."""


class _NoNotes(Library):
    """A library of which nothing is worked out as a whole."""

    def __init__(self, library: Library) -> None:
        self.__dict__.update(vars(library))

    def note(self, name: Any, work_out: Callable[[Library], Any]) -> Any:  # noqa: ARG002 - as it is asked for
        raise LaterError


class _Quick(Context):
    """A tree that is not compiled."""

    @property
    def compiled(self) -> Compiled:
        raise LaterError


def check(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """`problems` of the step at `where` in the file at `path`; of a file without steps, or that cannot be read, those of the whole.

    `part` says of which part these are all; nothing: of the whole file. What a rule needs the compiled tree for is told as it was found last: `prove` finds it again.
    """
    file = desk.file(asked["path"])
    if file is None:
        return {"problems": [], "part": None}
    where = part_of(tuple(asked.get("where") or ()))
    if file.record is None:
        found = set(file.problems)
    elif file.kind is Tree:
        found = {stamped(file, each) for each in _in_step(desk, file, where) if part_of(each[2].where) == where}
        found |= {each for each in file.problems if part_of(where_of(file, each.line, each.column)) == where}
    else:
        for _ in desk.judge.work(file, desk.loaded(), day_of(asked)):
            pass
        found = set(desk.judge.kept[file.shown].problems(file))
    in_steps = file.record is not None and file.kind is Tree
    return {"problems": [told(desk, problem) for problem in sorted(found)], "part": list(where) if in_steps else None}


def _in_step(desk: Desk, file: LoadedFile, where: Where) -> Iterator[Judged]:
    """What rules find in a tree, with of those that look at each part apart what they find in this one."""
    loaded, judge = desk.loaded(), desk.judge
    for _ in judge.work_apart(file, loaded, where):
        pass
    apart, before = judge.in_parts[file.shown], judge.kept.get(file.shown)
    bounds = settings_in(loaded.settings)[0].bounds
    context = _Quick(file.name, file.record, _NoNotes(loaded.library), file.left_out(), None, bounds)
    failed: set[str] = set()
    unread = bool(file.problems) or any(f"trees/{used}" in loaded.library.broken for used in file.record.uses)
    for rule, level in at_work(loaded):
        if rule.apart:
            found = [*apart.found(rule)]
        elif rule.tree is None or failed & required(rule) or (unread and rule.requires):
            if rule.tree:
                failed.add(rule.module)
            continue
        else:
            try:
                found = [*rule.tree(context)]
            except LaterError:
                found = [
                    finding for known, _, finding in (before.found if before else ()) if known.module == rule.module
                ]
        if found and level == "error":
            failed.add(rule.module)
        yield from ((rule, level, finding) for finding in found)
