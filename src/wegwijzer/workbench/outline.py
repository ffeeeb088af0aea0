"""What stands in a file, as a list of places that have a form of their own: of all that can be read now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.load.nodes import Node
from wegwijzer.model import Where
from wegwijzer.workbench.around import Around, scalar
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.typed import bare, holds_records, is_record, member, node_at
from wegwijzer.workbench.words import label


def outline(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The file `path`: `{title, kind, groups}`. The first group is the file as a whole; each other one is a list or a block of records
    in it, `{where, title, steps}`, and a step is `{where, id, title, kind}`. A file that cannot be read has no groups.
    """
    file = desk.file(asked["path"])
    known = KINDS.by_record.get(file.kind) if file else None
    if file is None or known is None:
        return {"title": asked["path"], "kind": "", "groups": []}
    around = Around(desk, file)
    title = (scalar(file.root, "title") or scalar(file.root, "name") if file.root else "") or file.name
    groups = [*_groups(around, file.kind, file.root, ())] if file.root and file.root.kind == "map" else []
    return {"title": title, "kind": known.name, "groups": groups}


def _groups(around: Around, kind: Any, node: Node, where: Where) -> Iterator[dict[str, Any]]:
    """The lists of records in a record that has no form of its own, in the order of the model."""
    for key in KINDS.keys_of(kind).values():
        inner, held, place = bare(key.kind), node_at(node, (key.key,)), (*where, key.key)
        if held is None:
            continue
        if is_record(inner) and held.kind == "map":
            yield from _groups(around, inner, held, place)
        elif holds_records(inner):
            yield {
                "where": [*place],
                "title": label(kind, key),
                "steps": [*_steps(around, bare(member(inner)), held, place)],
            }


def _steps(around: Around, kind: Any, node: Node, where: Where) -> Iterator[dict[str, Any]]:
    named = [(key.value, item) for key, item in node.entries()] if node.kind == "map" else enumerate(node.items)
    for part, item in named:
        place, name = (*where, part), "" if isinstance(part, int) else str(part)
        if not is_record(kind):
            yield from _steps(around, bare(member(kind)), item, place)
        else:
            yield {"where": [*place], "id": name, "title": around.title(kind, item, name), "kind": kind.__name__}
