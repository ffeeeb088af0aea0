"""A library that remembers what was read from it, so that a result counts as long as all of that stays the same.

Who judges one file looks at a few things of others: whether a node is there, how a tree is called, a local choice. Those few are kept
beside the result, with what they were. What was not looked at may change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from wegwijzer.kinds.library import Library
from wegwijzer.model import Tree

GONE = object()
"""What stands for what is not there."""
OF_LIBRARY, OF_TREE = (frozenset(each.name for each in fields(kind)) - {"notes"} for kind in (Library, Tree))
Way = tuple[str, ...]


class Reads:
    """What was read: the way to a table, what was asked of it, and under which name → what came of it."""

    def __init__(self) -> None:
        self.seen: dict[tuple[Way, str, Any], Any] = {}

    def add(self, way: Way, asked: str, name: Any, found: Any) -> None:
        self.seen.setdefault((way, asked, name), found)

    def hold(self, library: Library) -> bool:
        """Whether all of it would be read from this library too."""
        return all(_same(found, _read(library, *key)) for key, found in self.seen.items())


def _read(library: Library, way: Way, asked: str, name: Any) -> Any:
    place: Any = library
    for step in way:
        place = place.get(step) if isinstance(place, dict) else getattr(place, step)
        if place is None:
            return GONE
    return ASKED[asked](place, name)


ASKED: Mapping[str, Callable[[Any, Any], Any]] = {
    "value": getattr,
    "get": lambda table, name: table.get(name, GONE),
    "in": lambda table, name: name in table,
    "names": lambda table, _: [*table],
    "note": lambda library, note: library.note(*note),
}


def _same(one: Any, other: Any) -> bool:
    return one is other or bool(one == other)


class Watched(Library):
    """A library seen by who judges one tree, `own`, or a file that is no tree."""

    def __init__(self, library: Library, own: str = "") -> None:
        self.__dict__["seen"] = (library, own, Reads())

    @property
    def reads(self) -> Reads:
        reads: Reads = self.__dict__["seen"][2]
        return reads

    def __getattribute__(self, name: str) -> Any:
        if name not in OF_LIBRARY:
            return super().__getattribute__(name)
        library, own, reads = object.__getattribute__(self, "__dict__")["seen"]
        value = getattr(library, name)
        if isinstance(value, dict):
            return _Table(value, (name,), reads, own if name == "trees" else None)
        reads.add((), "value", name, value)
        return value

    def note(self, name: Any, work_out: Callable[[Library], Any]) -> Any:
        """What follows from the whole is one thing that was read. The tree itself is compiled from what can be seen here."""
        library, own, reads = self.__dict__["seen"]
        if name == ("compiled", own):
            return self._compiled(name, work_out)
        found = library.note(name, work_out)
        reads.add((), "note", (name, work_out), found)
        return found

    def _compiled(self, name: Any, work_out: Callable[[Library], Any]) -> Any:
        library, own, reads = self.__dict__["seen"]
        if self.compiled is None:
            apart = Watched(library, own)
            self.__dict__["made"] = (work_out(apart), apart.reads)
            reads.seen.update(apart.reads.seen)
            library.notes.setdefault(name, self.__dict__["made"][0])
        return self.__dict__["made"][0]

    @property
    def compiled(self) -> tuple[Any, Reads] | None:
        """The tree itself, compiled, and what was read for that; None when nobody asked for it."""
        made: tuple[Any, Reads] | None = self.__dict__.get("made")
        return made


class _Table(dict[Any, Any]):
    """A table of which every look is remembered."""

    def __init__(self, table: dict[Any, Any], way: Way, reads: Reads, own: str | None = None) -> None:
        super().__init__(table)
        self._way, self._reads, self._own = way, reads, own

    def get(self, name: Any, default: Any = None) -> Any:
        found = super().get(name, GONE)
        if isinstance(found, dict):
            self._reads.add(self._way, "in", name, True)  # noqa: FBT003 - that it is there
            return _Table(found, (*self._way, name), self._reads)
        if self._own is not None and isinstance(found, Tree) and name != self._own:
            self._reads.add(self._way, "in", name, True)  # noqa: FBT003 - as above
            return _seen_tree(found, (*self._way, name), self._reads)
        self._reads.add(self._way, "get", name, found)
        return default if found is GONE else found

    def __getitem__(self, name: Any) -> Any:
        found = self.get(name, GONE)
        if found is GONE:
            raise KeyError(name)
        return found

    def setdefault(self, name: Any, default: Any = None) -> Any:
        """What is there; a table that nobody filled is an empty one."""
        return self.get(name, default)

    def __contains__(self, name: Any) -> bool:
        found = super().__contains__(name)
        self._reads.add(self._way, "in", name, found)
        return found

    def __iter__(self) -> Iterator[Any]:
        names = [*super().__iter__()]
        self._reads.add(self._way, "names", "", names)
        return iter(names)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return len(self) > 0

    def keys(self) -> Any:
        return [*self]

    def values(self) -> Any:
        return [self[name] for name in self]

    def items(self) -> Any:
        return [(name, self[name]) for name in self]

    def __eq__(self, other: object) -> bool:
        return dict(self.items()) == other

    __hash__ = None  # as of any table


class _SeenTree(Tree):
    """A tree that is not the one judged: each of its parts is something that was read."""

    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":  # a changed copy of it is a tree like any other
            return Tree
        if name not in OF_TREE:
            return super().__getattribute__(name)
        tree, way, reads = object.__getattribute__(self, "__dict__")["seen"]
        value = getattr(tree, name)
        if isinstance(value, dict):
            return _Table(value, (*way, name), reads)
        reads.add(way, "value", name, value)
        return value


def _seen_tree(tree: Tree, way: Way, reads: Reads) -> Tree:
    found = object.__new__(_SeenTree)
    found.__dict__["seen"] = (tree, way, reads)
    return found
