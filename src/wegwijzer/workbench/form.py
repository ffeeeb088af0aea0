"""The form of a place: what somebody fills in who never saw YAML, made from the model and from the text as it stands.

A record is `{where, title, id, named, noun, fields}`. A field is `{key, where, label, help, kind, …}`; `kind` says how it is filled
in, and `fields.py` what goes with it. `more` is true for a field that stands apart: it is empty, and most leave it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS, record_text
from wegwijzer.load.nodes import Node
from wegwijzer.model import Where
from wegwijzer.workbench import fields
from wegwijzer.workbench.around import Around
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.typed import bare, holds_records, home, is_named, is_record, kind_at, member, node_at, sound
from wegwijzer.workbench.words import label, noun, purpose

Reply = dict[str, Any]
USUAL = {
    "Tree": ("summary", "questions", "actions", "cases"),
    "Question": ("text", "help", "answers"),
    "Answer": ("text", "to"),
    "Action": ("urgency", "outcome", "steps", "reply", "contacts", "sources"),
    "Task": ("text",),
    "Paragraph": ("text",),
    "Case": ("post", "answers"),
    "Condition": ("all", "any", "none"),
}
"""The keys that stand in the form of a record though they are empty, besides those that it must have."""

LAST = ("sources", "review")
"""What comes last in every form: it is about the rest."""


def form(desk: Desk, asked: Mapping[str, Any]) -> Reply:
    """The form that shows the place `where` of the file `path`: `{good, path, where, kind, record}`, where `where` is the place that
    the form is of. `good` is false when the text of the file cannot be read now, or has no such place.
    """
    file = desk.file(asked["path"])
    if file is None or file.root is None or file.kind not in KINDS.by_record or file.root.kind != "map":
        return {"good": False, "path": asked["path"]}
    place = home(file.kind, sound(file.kind, asked["where"]))
    around, kind, node = Around(desk, file), bare(kind_at(file.kind, place)), node_at(file.root, place)
    if node is None:
        place, kind, node = (), file.kind, file.root
    made = Maker(around, whole=not place or not is_record(kind))
    name = str(place[-1]) if place and is_named(kind_at(file.kind, place[:-1])) else ""
    record = made.record(kind, node, place, name) if is_record(kind) else made.block(kind, node, place)
    return {
        "good": True,
        "path": file.shown,
        "where": [*place],
        "kind": getattr(kind, "__name__", ""),
        "record": record,
    }


class Maker:
    """Makes the forms of records. With `whole` the lists in it name what they hold, and each has a form of its own: they can be long."""

    def __init__(self, around: Around, *, whole: bool) -> None:
        self.around = around
        self.whole = whole

    def record(self, kind: Any, node: Node, where: Where, name: str = "") -> Reply:
        """The form of a record; one that is written in short is a record with that field."""
        return {
            **self.row(kind, node, where, name),
            "noun": noun(kind),
            "fields": [*self.fields(kind, node, where)],
        }

    def row(self, kind: Any, node: Node, where: Where, name: str = "") -> Reply:
        """What stands of a record in a list."""
        return {"where": [*where], "title": self.around.title(kind, node, name), "id": name}

    def block(self, kind: Any, node: Node, where: Where) -> Reply:
        """The form of a block of blocks, which is no record itself: one list."""
        return {
            "where": [*where],
            "title": str(where[-1]),
            "id": str(where[-1]),
            "noun": "",
            "fields": [
                {
                    "key": "",
                    "where": [*where],
                    "label": "",
                    "help": "",
                    "more": False,
                    **self.records(kind, node, where),
                }
            ],
        }

    def fields(self, kind: Any, node: Node, where: Where) -> Iterator[Reply]:
        short = getattr(kind, "shorthand", None) if node.kind == "scalar" else None
        usual = USUAL.get(kind.__name__, ())
        for key in sorted(KINDS.keys_of(kind).values(), key=lambda key: key.key in LAST):
            held = node if key.field == short else node_at(node, (key.key,)) if node.kind == "map" else None
            yield {
                "key": key.key,
                "where": [*where, key.key],
                "label": label(kind, key),
                "help": purpose(kind, key),
                "example": key.example,
                "required": key.required,
                "more": held is None and not key.required and key.key not in usual,
                **self.field(kind, key, held, (*where, key.key)),
            }

    def field(self, owner: Any, key: Key, node: Node | None, where: Where) -> Reply:
        """How a field is filled in, and what it holds."""
        kind = bare(key.kind)
        if is_record(kind):
            inside = self.record(kind, node, where) if node else None
            return {"kind": "record", "record": inside, "noun": noun(kind), "fresh": fields.begin(kind, "")}
        if holds_records(kind):
            return self.records(kind, node, where)
        return fields.field(self.around, owner, key, node, where)

    def records(self, kind: Any, node: Node | None, where: Where) -> Reply:
        """A list of records, or a block of them by name."""
        inner, named = bare(member(kind)), is_named(kind)
        items = []
        for part, item in _members(node):
            place, name = (*where, part), str(part) if named else ""
            row = self.whole or not is_record(inner)
            items.append(self.row(inner, item, place, name) if row else self.record(inner, item, place, name))
        what = noun(inner) if is_record(inner) else record_text(_inmost(inner))
        return {"kind": "records", "named": named, "noun": what, "apart": self.whole, "items": items}


def _members(node: Node | None) -> Iterator[tuple[str | int, Node]]:
    if node is not None and node.kind == "map":
        yield from ((key.value, item) for key, item in node.entries())
    elif node is not None:
        yield from enumerate(node.items)


def _inmost(kind: Any) -> Any:
    """The record that stands in blocks of blocks."""
    return kind if is_record(kind) else _inmost(bare(member(kind)))
