"""What changed outside the trees: in every other file of YAML, and in every page. Made from the model, so no field is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from wegwijzer.compare.changes import Change, Kind, field_changes, named, same, words
from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.kinds.library import Library
from wegwijzer.model import Tree, key_of

Chosen = set[str] | None
"""The files to compare, as `data/steps`; None: all of them."""


def data_changes(old: Library, new: Library, only: Chosen) -> Iterator[Change]:
    """Changes in the files under data/. A standard step is told of once, though many trees use it."""
    for file in dict.fromkeys([*old.data, *new.data]):
        if _left_out(f"data/{file}", old, new, only):
            continue
        one, other = old.data.get(file), new.data.get(file)
        there: Any = one or other
        for item in fields(there):
            key = key_of(item.name)
            register = KINDS.of_file(file).register(key)
            thing = register.thing if register else f"{file}/{key}"
            before, after = getattr(one, item.name, None), getattr(other, item.name, None)
            if same(before, after):
                continue
            if isinstance(before or after, dict):
                yield from _entries(thing, before or {}, after or {})
            else:
                how: Kind = "added" if one is None else "removed" if other is None else "changed"
                yield Change(how, thing, key, named(after or before), "", words(before), words(after))


def record_changes(old: Library, new: Library, only: Chosen) -> Iterator[Change]:
    """Changes in the records that have a file each, but for trees."""
    for kind in KINDS.with_a_file_each():
        for register in kind.registers if kind.record is not Tree else ():
            yield from _files(kind.folder, register, (old, new), only)


def _files(folder: str, register: Register, versions: tuple[Library, Library], only: Chosen) -> Iterator[Change]:
    one, other = (library.group(register.key) for library in versions)
    for name in dict.fromkeys([*one, *other]):
        if _left_out(f"{folder}/{name}", *versions, only):
            continue
        before, after = one.get(name), other.get(name)
        if before is None or after is None:
            yield Change("added" if after else "removed", register.thing, name, named(after or before))
        else:
            yield from field_changes(register.thing, name, before, after)


def page_changes(old: Library, new: Library, only: Chosen) -> Iterator[Change]:
    """Changes in the pages under docs/, when both versions have all of them."""
    if only is None and not (old.complete and new.complete):
        return
    for name in dict.fromkeys([*old.pages, *new.pages]):
        before, after = old.pages.get(name), new.pages.get(name)
        if _left_out(f"docs/{name}", old, new, only) or before == after:
            continue
        title = _title(after or before or "")
        if before is None or after is None:
            yield Change("added" if before is None else "removed", "page", name, title)
        else:
            yield Change("changed", "page", name, title, "", before, after)


def _entries(thing: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Changes in a block of named records."""
    for name in dict.fromkeys([*old, *new]):
        if name not in new:
            yield Change("removed", thing, name, named(old[name]))
        elif name not in old:
            yield Change("added", thing, name, named(new[name]))
        elif not same(old[name], new[name]):
            before, after = words(old[name]), words(new[name])
            yield Change("changed", thing, name, named(new[name]), "", before, after)
    kept, keeps = [name for name in old if name in new], [name for name in new if name in old]
    if kept != keeps:
        yield Change("reordered", thing, ", ".join(keeps[:3]), "")


def _left_out(file: str, old: Library, new: Library, only: Chosen) -> bool:
    return file in old.broken | new.broken or (only is not None and file not in only)


def _title(text: str) -> str:
    return next((line.removeprefix("# ").strip() for line in text.split("\n") if line.startswith("# ")), "")
