"""From a place in a text to the path of keys that stands there, and back: so that an editor and the other views look at the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wegwijzer.load.nodes import Node
from wegwijzer.model import Where
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.spot import spots
from wegwijzer.workbench.text import units_of
from wegwijzer.workbench.told import where_of


def locate(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """In the file `path`: `{where}` for an offset `at`, and `{from, to}` for a `where`, of which `to` is where the next
    value begins. Of a text that cannot be read now it is the step alone.
    """
    text, file = desk.texts.get(asked["path"], ""), desk.file(asked["path"])
    units, root = units_of(text), file.root if file else None
    if "at" in asked:
        if file and root:
            return {"where": [*where_of(file, *units.place(asked["at"]))]}
        spot = next(spots(text, units.offset(asked["at"])), None)
        return {"where": [*spot.where[:2]] if spot else []}
    where = tuple(asked["where"])
    if root is None:
        begin = _found(text, where)
        return {"from": units.units(begin), "to": units.units(begin)}
    first, end = _range(root, where)
    return {"from": units.at(*first), "to": units.at(*end) if end else units.units(len(text)) + 1}


Place = tuple[int, int]


def _range(root: Node, where: Where) -> tuple[Place, Place | None]:
    """The line and column at which a value begins, with its key, and those of what comes after it; None for the end of the file."""
    node, begin, end = root, (1, 1), None
    for part in where:
        begins = [(key.line, key.column) for key in node.keys] or [(item.line, item.column) for item in node.items]
        names: list[str | int] = [key.value for key in node.keys] or [*range(len(node.items))]
        if part not in names:
            break
        at = names.index(part)
        begin, node = begins[at], node.items[at]
        end = begins[at + 1] if at + 1 < len(begins) else end
    return begin, end


def _found(text: str, where: Where) -> int:
    """About where a value stands in a text that cannot be read: its keys, one after the other."""
    begin = 0
    for part in where:
        found = re.compile(rf"^ *(?:- +)*(?={re.escape(str(part))}:)", re.MULTILINE).search(text, begin)
        if found is None:
            break
        begin = found.end()
    return begin
