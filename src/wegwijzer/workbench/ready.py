"""The trees of a desk, ready to walk and to draw. A text that is still being typed can say too little for that; then the tree counts
as it last was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from wegwijzer.compile.compiled import Compiled, compile_tree, targets_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.references import references
from wegwijzer.load.project import Loaded, LoadedFile
from wegwijzer.locale import say
from wegwijzer.model import Action, Tree
from wegwijzer.workbench.desk import Desk

Made = TypeVar("Made")
Place = tuple[str, tuple[str, ...]]
"""The path of a file, and the keys of something in it."""
STEPS = ("questions", "actions")
_compiled: WeakKeyDictionary[Desk, tuple[Loaded, dict[str, tuple[Compiled, bool]]]] = WeakKeyDictionary()


class Sound:
    """What can be made of trees, by desk and path: as long as a text says too little, the last one that said enough counts."""

    def __init__(self) -> None:
        self._last: WeakKeyDictionary[Desk, dict[str, Compiled]] = WeakKeyDictionary()

    def made(self, desk: Desk, path: str, make: Callable[[Compiled], Made]) -> tuple[Made | None, bool]:
        """What `make` makes of a tree as its text is now, and True; or of the last one that said all of it, and False. None when there
        never was one of which anything can be made.
        """
        last = self._last.setdefault(desk, {})
        now, whole = compiled(desk, path)
        for tree in filter(None, (now if whole else None, last.get(path), now)):
            try:
                made = make(tree)
            except Exception:  # noqa: BLE001, S112 - what is half written can lack anything; the checker says what
                continue
            good = tree is now and whole
            if good:
                last[path] = tree
            return made, good
        return None, False


def compiled(desk: Desk, path: str) -> tuple[Compiled | None, bool]:
    """The tree that a file holds now, and whether that is all that stands in it; None for a file that holds none."""
    loaded = desk.loaded()
    known = _compiled.get(desk)
    if known is None or known[0] is not loaded:
        known = _compiled[desk] = loaded, {}
    if path not in known[1]:
        file = desk.file(path)
        if file is None or file.kind is not Tree or file.record is None:
            return None, False
        known[1][path] = _mended(compile_tree(file.name, loaded.library)), _whole(file)
    return known[1][path]


def _whole(file: LoadedFile) -> bool:
    """Whether every step and answer that stands in the file of a tree could be read."""
    if not file.problems or file.root is None:
        return True
    known = {**file.record.questions, **file.record.actions}
    for key, block in file.root.entries():
        names = {name.value for name in block.keys} if key.value in STEPS else set()
        if key.value not in KINDS.keys_of(Tree) or not names <= known.keys():
            return False
    return not any("." in name for name in file.left_out())  # an answer, as a fact


def _mended(compiled: Compiled) -> Compiled:
    """The tree with a step in the place of each to which a way leads and that is not there (yet), on line 0: nowhere in the file."""
    goals = (route.to for target in targets_of(compiled.tree) for route in target.routes if "/" not in route.to)
    missing = dict.fromkeys(goal for goal in goals if not compiled.knows(goal))
    if not missing:
        return compiled
    stand_ins: dict[str, Action] = {name: Action(title=say("workbench.no_step", step=name)) for name in missing}
    tree = replace(compiled.tree, actions={**compiled.tree.actions, **stand_ins})
    return replace(compiled, tree=tree, lines={**compiled.lines, **dict.fromkeys(missing, 0)})


def shown_in(desk: Desk, place: Place, path: str = "") -> Place | None:
    """The step of a tree where one sees what stands at a place: in a tree itself; of data in a step that names it, first of the tree
    at `path`. None when no tree shows it.
    """
    file = desk.file(place[0])
    if file and file.kind is Tree:
        return place
    named = _named(file, place[1]) if file else set()
    trees = sorted(desk.loaded().trees(), key=lambda tree: tree.shown != path)
    return next((found for tree in trees for found in _naming(tree, named)), (path, ()) if path else None)


def _named(file: LoadedFile, where: tuple[str, ...]) -> set[tuple[Any, str]]:
    """What stands at a place in a file that is no tree, as others name it: the kind of name, and the name."""
    kind = KINDS.by_record.get(file.kind)
    if kind is None:
        return set()
    if not kind.single:
        return {(register.id, file.name) for register in kind.registers}
    return {(register.id, where[1]) for register in kind.registers if len(where) > 1 and where[0] == register.key}


def _naming(tree: LoadedFile, named: set[tuple[Any, str]]) -> Iterator[Place]:
    """The steps of a tree that name one of these."""
    if tree.record and any(name in tree.refers.get(kind, ()) for kind, name in named):
        for found in references(tree.record):
            if (found.kind, found.name) in named and found.where[0] in STEPS:
                yield tree.shown, (str(found.where[0]), str(found.where[1]))
