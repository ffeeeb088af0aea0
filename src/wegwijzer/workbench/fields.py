"""How each type of the model is filled in: the `kind` of a field, and what goes with it.

- `line`, `text` (running text) and `lines` (one that keeps its lines): `value`, and `most` characters;
- `number`, `date`, `bool`: `value`;
- `choice`: `value`, and `options`, each with `value` and `title`; `choices`: those of several;
- `pick`: `value`, how it is called (`shown`), and the list to pick from (`options`, see `choices.py`); `picks`: `items` of these;
- `texts`: `items`, each with `where` and `value`;
- `target`, `condition` and `given`: see `routes.py`;
- `record` and `records`: see `form.py`.
"""

from __future__ import annotations

from dataclasses import MISSING
from dataclasses import fields as fields_of
from typing import Any, Literal, get_args, get_origin

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.load.build import MAX_TEXT, MOST
from wegwijzer.load.nodes import Node
from wegwijzer.locale import say
from wegwijzer.model import (
    Chosen,
    Colour,
    Condition,
    Date,
    Duration,
    Link,
    Mail,
    Phone,
    SourceRef,
    Target,
    Where,
)
from wegwijzer.workbench.around import CALLED, Around, means, scalar
from wegwijzer.workbench.routes import condition, given, target
from wegwijzer.workbench.typed import bare, is_record, member
from wegwijzer.workbench.words import option

Reply = dict[str, Any]
SHORT = {Mail, Phone, Link, Colour, Duration}
"""What is one word or a few, and no running text."""
LINE = 120
"""Up to how many characters a text is asked for on one line."""


def field(around: Around, owner: Any, key: Key, node: Node | None, where: Where) -> Reply:
    """How one key of a record is filled in that holds no record, and what it holds now."""
    kind = bare(key.kind)
    if kind is Target:
        return {"kind": "target", **target(around, node, where)}
    if kind is Condition:
        return {"kind": "condition", "condition": condition(around, node, where)}
    if member(kind) is Any:
        return {"kind": "given", **given(around, key.key, node, where)}
    if member(kind) is not None:
        return _several(around, owner, key, node, where)
    return _one(around, owner, key, node.value if node and node.kind == "scalar" else "", where)


def _one(around: Around, owner: Any, key: Key, value: str, where: Where) -> Reply:
    """One text, number, date or name."""
    kind = bare(key.kind)
    if get_origin(kind) is Literal:
        return {"kind": "choice", "value": value, "options": [*_options(owner, key, kind)]}
    if kind is bool:
        return {"kind": "bool", "value": value == "true", "false": "false" if key.required else None}
    if kind is int:
        return {"kind": "number", "value": value, "without": str(default(owner, key) or "")}
    if kind is Date:
        return {"kind": "date", "value": value}
    if key.key == "icon":
        return {"kind": "pick", "value": value, "shown": value, "options": "icons"}
    if found := means(owner, key):
        return {"kind": "pick", "value": value, "shown": shown(around, found, value), "options": listed(found, where)}
    return _text(key, kind, value)


def _several(around: Around, owner: Any, key: Key, node: Node | None, where: Where) -> Reply:
    """A list of texts or of names."""
    inner = bare(member(key.kind))
    nodes = node.items if node and node.kind == "list" else []
    if inner is SourceRef:
        items = [_source(around, item, (*where, index)) for index, item in enumerate(nodes)]
        return {"kind": "picks", "options": "sources", "items": items}
    values = [(item.value if item.kind == "scalar" else "", [*where, index]) for index, item in enumerate(nodes)]
    if get_origin(inner) is Literal:
        return {"kind": "choices", "value": [value for value, _ in values], "options": [*_options(owner, key, inner)]}
    if found := means(owner, key):
        items = [{"where": place, "value": value, "shown": shown(around, found, value)} for value, place in values]
        return {"kind": "picks", "options": listed(found, where), "items": items}
    return {"kind": "texts", "items": [{"where": place, "value": value} for value, place in values]}


def _source(around: Around, node: Node, where: Where) -> Reply:
    name = node.value if node.kind == "scalar" else scalar(node, "id")
    found: Reply = {"where": [*where], "value": name, "shown": around.source(name)}
    if node.kind == "map":  # a place in it that has no name of its own
        found["part"] = {"where": [*where, "part"], "value": scalar(node, "part")}
    return found


def _text(key: Key, kind: Any, value: str) -> Reply:
    most = key.about["most"] or MOST.get(key.key, MAX_TEXT)
    if kind is Chosen or kind in SHORT or not (key.about["prose"] or key.about["lines"] or most > LINE):
        return {"kind": "line", "value": value, "most": most}
    return {
        "kind": "lines" if key.about["lines"] else "text",
        "value": value,
        "most": most,
        "prose": key.about["prose"],
    }


def _options(owner: Any, key: Key, kind: Any) -> list[Reply]:
    """The values to choose from; of a key that may be left out, first what counts without."""
    usual = default(owner, key)
    found = [{"value": value, "title": option(key, value)} for value in get_args(kind) if value != usual]
    if key.required or get_origin(bare(key.kind)) is not Literal:
        return found
    return [{"value": "", "title": option(key, usual) if usual else say("form.nothing")}, *found]


def default(owner: Any, key: Key) -> Any:
    """What counts for a key that is left out."""
    found = next(each for each in fields_of(owner) if each.name == key.field)
    return None if found.default is MISSING else found.default


def shown(around: Around, found: Any, value: str) -> str:
    """How people know what a key refers to."""
    if not value:
        return ""
    if isinstance(found, Register):
        return around.called(found, value)
    if found == "see":
        tree_id, _, entry = value.partition("/")
        tree = around.library.trees.get(tree_id)
        inside = tree.entries.get(entry) if tree else None
        return inside.text if inside else tree.title if tree else value
    if found in ("policies", "decisions"):
        return around.policy(value)
    if found == "marks":
        return around.fact(value)[0]
    if found == "entries":
        return scalar(around.named("entries").get(value), "text") or value
    if found == "sources":
        return around.source(value)
    return around.nodes.get(value) or value


def listed(found: Any, where: Where) -> str:
    """The name of the list to pick from."""
    if isinstance(found, Register):
        return f"register:{found.key}"
    return f"answers:{where[-2]}" if found == "default" else str(found)


def begin(kind: Any, title: str) -> Any:
    """What a new record holds: its title, under the key by which people know it. In short where the model can say it so."""
    short: str | None = getattr(kind, "shorthand", None)
    if short:
        return title
    keys = KINDS.keys_of(kind)
    called = next((key for key in CALLED if key in keys and _is_text(keys[key])), None)
    called = called or next((key.key for key in keys.values() if key.required and _is_text(key)), None)
    return {called: title} if called else {}


def _is_text(key: Key) -> bool:
    return bare(key.kind) is str and not is_record(key.kind)
