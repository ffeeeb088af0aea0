"""Changes in a file as a form makes them: of one value, one entry, or several in a row. Only the lines they touch change.

An edit is plain data, with `op`:

- `set`: at `where` stands `value` (a text, a number, true or false, a list, keys with values); nothing takes it away.
- `add`: in the block or list `where` comes `value`, in a block under `key`: behind the entry or position `after` (nothing, or -1, is
  the first place), without `after` at the end, or in a record where its neighbours have it. Keys of a value keep their order.
- `remove`, and `move` to the position `to`.
- `rename`: what stands at `where` is called `to`, in all files.
- `text`: from offset `from` to `to`, in units of UTF-16, stands `insert`, whatever that makes of the file.
- `many`: `edits` one after the other, each perhaps with a `path`; all of them, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import Any

from wegwijzer.kinds.files import kind_of
from wegwijzer.load.ranges import Range, UnclearError
from wegwijzer.load.written import on_line, text_of, told
from wegwijzer.locale import say
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.draft import Draft, EditError
from wegwijzer.workbench.follows import Path
from wegwijzer.workbench.placing import deepest, may_go, order_of, position_of, within
from wegwijzer.workbench.rename import rename
from wegwijzer.workbench.text import units_of


class Edits:
    """The files of a desk while one edit is made."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.drafts: dict[str, Draft] = {}
        self.first: dict[str, str] = {}

    def draft(self, path: str) -> Draft:
        """A file of the desk, as far as it was changed. Raises EditError for a file that is not there."""
        if path not in self.drafts:
            if path not in self.desk.texts:
                raise EditError(say("edit.no_file", path=path))
            self.first[path] = self.desk.texts[path]
            self.drafts[path] = Draft(self.first[path], kind_of(PurePosixPath(path)))
        return self.drafts[path]

    def settle(self) -> None:
        """Let the desk have the texts as they are now."""
        self._put({path: draft.pieces.text for path, draft in self.drafts.items()})

    def undo(self) -> None:
        """Let the desk have the texts as they were."""
        self._put(self.first)

    def _put(self, texts: Mapping[str, str]) -> None:
        for path, text in texts.items():
            if self.desk.texts[path] != text:
                self.desk.put(path, text)

    def changes(self) -> list[dict[str, Any]]:
        """What changed, as pieces of the first texts."""
        found: list[dict[str, Any]] = []
        for path, draft in self.drafts.items():
            units = units_of(self.first[path])
            for each in draft.pieces.changes():
                place = {"from": units.units(each.start), "to": units.units(each.end)}
                found.append({"path": path, **place, "insert": each.insert})
        return found


def edit(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Make an `edit` in the file at `path`. Returns the `changes`, pieces of the texts as they were, and `where` the value
    stands now; or an `error` in words, and then nothing changed.
    """
    edits = Edits(desk)
    try:
        where = apply(edits, asked["path"], asked["edit"])
    except (EditError, UnclearError) as error:
        edits.undo()
        return {"error": str(error) or say("edit.unclear")}
    edits.settle()
    return {"changes": edits.changes(), "where": list(where)}


def apply(edits: Edits, path: str, asked: Mapping[str, Any]) -> Path:
    """Make one edit. Returns the place to go on from. Raises EditError or UnclearError, perhaps halfway."""
    where: Path = tuple(asked.get("where") or ())
    draft = edits.draft(path)
    operations: dict[str, Callable[[], Path]] = {
        "set": lambda: _set(draft, where, asked["value"]),
        "add": lambda: _add(draft, where, asked),
        "remove": lambda: _remove(draft, where),
        "move": lambda: _move(draft, where, asked["to"]),
        "rename": lambda: _rename(edits, path, where, asked["to"]),
        "text": lambda: _text(draft, asked),
        "many": lambda: _many(edits, path, asked["edits"]),
    }
    return operations[asked["op"]]()


def _many(edits: Edits, path: str, asked: list[Mapping[str, Any]]) -> Path:
    where: Path = ()
    for each in asked:
        where = apply(edits, each.get("path", path), each)
    return where


def _rename(edits: Edits, path: str, where: Path, new: str) -> Path:
    edits.settle()  # all files are read for it
    return rename(edits.desk, edits.draft, path, where, new)


def _text(draft: Draft, asked: Mapping[str, Any]) -> Path:
    units = units_of(draft.pieces.text)
    start, end = (max(units.offset(asked[name]) - len(draft.begin), 0) for name in ("from", "to"))
    draft.write(start, end, asked["insert"])
    return ()


def _set(draft: Draft, where: Path, value: Any) -> Path:
    if value is None:
        return _remove(draft, where) if _is_there(draft, where) else where
    _put(draft, where, value)
    return where


def _put(draft: Draft, where: Path, value: Any) -> None:
    """Let a value stand somewhere, and all that must be there for it."""
    path, rest = deepest(draft, where)
    node = draft.at(path)
    if not rest:
        _become(draft, path, value)
    elif node.kind == "scalar":
        kind = draft.type_at(path)
        draft.put(path, within(node.value.strip() if node.end > node.start else None, kind, rest, value))
    else:
        kind = draft.type_at((*path, rest[0]))
        new = within(None, kind, rest[1:], value)
        if node.kind == "list" and rest[0] != len(node.items):
            raise EditError(say("edit.no_place"))
        draft.insert(path, position_of(draft, path, rest[0]), str(rest[0]), new)


def _is_there(draft: Draft, where: Path) -> bool:
    return not deepest(draft, where)[1]


def _become(draft: Draft, path: Path, value: Any) -> None:
    """Let another value stand at a path, with as few changes as that takes."""
    node = draft.at(path)
    if node.kind == "map" and isinstance(value, Mapping) and _keeps_order(node, value):
        _become_map(draft, path, value)
    elif node.kind == "list" and isinstance(value, list) and value and node.items:
        _become_list(draft, path, value)
    elif path and not _stands(draft, node, path, value):
        draft.put(path, value)
    elif not path:
        raise EditError(say("edit.no_place"))


def _stands(draft: Draft, node: Range, path: Path, value: Any) -> bool:
    """Whether this very text stands there already, written as it can be."""
    if node.kind != "scalar" or isinstance(value, (Mapping, list)) or node.value.strip() != text_of(value):
        return False
    raw = draft.text[node.start : node.end]
    return bool(node.style) or "\n" in raw or raw == on_line(value, draft.type_at(path))


def _become_map(draft: Draft, path: Path, value: Mapping[str, Any]) -> None:
    node, ordered = draft.at(path), order_of(draft.type_at(path))
    for name in [key.value for key in node.keys if value.get(key.value) is None]:
        draft.remove((*path, name))
    for at, (name, each) in enumerate((name, each) for name, each in value.items() if each is not None):
        if draft.at(path).index(name) is not None:
            _become(draft, (*path, name), each)
        else:
            draft.insert(path, position_of(draft, path, name) if ordered else at, name, each)


def _become_list(draft: Draft, path: Path, value: list[Any]) -> None:
    old = [_frozen(item.data()) for item in draft.at(path).items]
    new = [_frozen(each) for each in told(value, draft.type_at(path))]
    for what, first, last, begin, end in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if what == "equal":
            continue
        both = min(last - first, end - begin)
        for at in reversed(range(begin + both, end)):
            draft.insert(path, first + both, "", value[at])
        for at in reversed(range(first + both, last)):
            draft.remove((*path, at))
        for at in range(both):
            _become(draft, (*path, first + at), value[begin + at])


def _keeps_order(node: Range, value: Mapping[str, Any]) -> bool:
    """Whether the keys that stay come in the same order, and some do."""
    held = [key.value for key in node.keys if value.get(key.value) is not None]
    return bool(held) and held == [name for name in value if name in held and value[name] is not None]


def _frozen(data: Any) -> Any:
    return tuple(_frozen(each) for each in data) if isinstance(data, (list, tuple)) else data


def _add(draft: Draft, where: Path, asked: Mapping[str, Any]) -> Path:
    path, rest = deepest(draft, where)
    key = asked.get("key")
    node = draft.at(path)
    if rest or node.kind == "scalar":
        place: Path = (*where, key if key is not None else 0)
        _put(draft, place, asked["value"])
        return place
    if node.kind == "map" and (key is None or node.index(key) is not None):
        raise EditError(say("edit.taken", name=key) if key is not None else say("edit.no_place"))
    position = _after(node, asked["after"]) if "after" in asked else position_of(draft, path, key or "")
    draft.insert(path, position, key or "", asked["value"])
    return (*path, position if key is None else key)


def _after(block: Range, name: str | int | None) -> int:
    """The position behind an entry; nothing, or -1, is before all of them."""
    if name is None or name == -1:
        return 0
    index = block.index(name)
    if index is None:
        raise EditError(say("edit.no_place"))
    return index + 1


def _remove(draft: Draft, where: Path) -> Path:
    path, rest = deepest(draft, where)
    if rest or not path:
        raise EditError(say("edit.no_place"))
    block = draft.at(path[:-1])
    if len(block.items) == 1 and len(path) > 1 and may_go(draft, path[:-1]):
        return _remove(draft, path[:-1])
    draft.remove(path)
    return path[:-1]


def _move(draft: Draft, where: Path, to: int) -> Path:
    path, rest = deepest(draft, where)
    if rest or not path:
        raise EditError(say("edit.no_place"))
    draft.move(path, to)
    last = len(draft.at(path[:-1]).items) - 1
    return (*path[:-1], max(0, min(to, last)) if isinstance(path[-1], int) else path[-1])
