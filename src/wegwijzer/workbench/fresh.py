"""Something new: a name for it that nobody has to invent, and the edit that puts it where it belongs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from typing import Any

from wegwijzer.model.names import ID, TAKEN
from wegwijzer.workbench.around import Around
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.fields import begin
from wegwijzer.workbench.typed import bare, is_named, is_record, kind_at, member, node_at

MOST_WORDS = 4
SPACE = ("questions", "actions", "entries")
"""What shares one name space in a tree."""


def fresh(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Something that is called `title`, in the list or block of records `where` of the file `path`: `{edit, where}`.

    With `target`, `{edit, where}` of which the edit leads there too: the place of a route, as `["questions", "x", "to"]`.
    """
    file = desk.file(asked["path"])
    where, title = tuple(asked["where"]), " ".join(asked["title"].split())
    kind = kind_at(file.kind, where) if file else None
    if file is None or kind is None:
        return {"error": asked["path"]}
    inner, held = bare(member(kind)), node_at(file.root, where)
    value = begin(inner, title) if is_record(inner) else {}
    edit: dict[str, Any] = {"op": "add", "where": [*where], "value": value}
    if is_named(kind):
        around = Around(desk, file)
        groups = SPACE if where[-1] in SPACE and len(where) == 1 else ()
        taken = {name for group in groups for name in around.named(group)} | {
            key.value for key in (held.keys if held else ())
        }
        edit["key"] = name_for(title, taken)
        place = [*where, edit["key"]]
    else:
        place = [*where, len(held.items) if held else 0]
    if target := asked.get("target"):
        edit = {"op": "many", "edits": [edit, {"op": "set", "where": target, "value": edit["key"]}]}
    return {"edit": edit, "where": place}


def name_for(title: str, taken: Container[str] = ()) -> str:
    """An id made of the first words of a title: small letters and hyphens, and not taken yet."""
    plain = unicodedata.normalize("NFKD", title.lower())
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    name = "-".join(words[:MOST_WORDS]) or "nieuw"
    found, number = name, 2
    while found in taken or found in TAKEN or not ID.fullmatch(found):
        found, number = f"{name}-{number}", number + 1
    return found
