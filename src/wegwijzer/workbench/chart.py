"""The map of a tree as its text is now: what there is to lay out of it, each node with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.render.dot import Elsewhere, drawn_dot
from wegwijzer.render.drawn import drawing_of
from wegwijzer.render.element import Markup
from wegwijzer.render.map_page import window
from wegwijzer.render.regions import Sheet, sheets_of
from wegwijzer.view.nodes import node_ids
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.ready import Sound, shown_in

PREFIX = "kaart-"
"""Before the ids in a drawing: the wizard beside it has the same ones without."""
_sound = Sound()


def chart(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request of the page, one of two:

    - what there is to draw for `path` and `where`, or of the sheet with that number (`sheet`): `tree` and the `path` of its file, the
      `node` of the place, `sheets`, each with its `title` and its `nodes`; of the one to draw its number (`at`) and its DOT source
      (`dot`), in which ids begin with `prefix`; where each node stands in the file (`places`), and `good`: whether this is the tree as
      its text is now. Without anything to draw, `tree` is None;
    - with an `svg` that was laid out, and its `title`: the `html` to show.
    """
    if "svg" in asked:
        return {"html": window(asked["title"], Markup(drawing_of(asked["svg"], asked["title"]).svg))}
    where = tuple(str(key) for key in asked["where"])
    place = shown_in(desk, (asked["path"], where), asked.get("shown") or "")
    if place is None:
        return {"tree": None, "good": True}
    path, where = place
    made, good = _sound.made(desk, path, lambda compiled: _made(compiled, where, asked.get("sheet")))
    return {"tree": None, **(made or {}), "path": path, "good": good}


def _made(compiled: Compiled, where: tuple[str, ...], number: int | None) -> dict[str, Any]:
    sheets = sheets_of(compiled)
    node = where[1] if len(where) > 1 else ""
    wanted = [sheet for sheet in sheets if node in sheet.nodes] if number is None else sheets[number : number + 1]
    sheet = (wanted or sheets)[0]
    return {
        "tree": compiled.id,
        "node": node,
        "sheets": [{"title": each.title, "nodes": each.nodes} for each in sheets],
        "at": sheets.index(sheet),
        "dot": _dot(compiled, sheet, sheets),
        "prefix": f"{PREFIX}{compiled.id}-",
        "places": {name: list(compiled.where(name)) for name in node_ids(compiled) if compiled.lines.get(name) != 0},
    }


def _dot(compiled: Compiled, sheet: Sheet, sheets: list[Sheet]) -> str:
    titles = {name: (one.title, f"#{compiled.id}-{name}") for one in sheets for name in one.nodes}
    return drawn_dot(compiled, f"{PREFIX}{sheet.number}", f"{PREFIX}{compiled.id}", sheet.nodes, Elsewhere("", titles))
