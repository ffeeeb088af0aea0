"""The wizard of a tree as its text is now, at the step that is being edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.render.html import live_html
from wegwijzer.view.opened import opened
from wegwijzer.walk import fragment
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.ready import STEPS, Sound, shown_in
from wegwijzer.workbench.ways import Way, way_to

_sound = Sound()


def preview(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Where the wizard beside the text at `path` and `where` stands.

    Asked: `shown`, the file of the tree that stands there; `at` and `given`, the walk in it and the local choices that it takes;
    `arrives`, whether somebody went to the place now. Who did not stays on that walk while it holds, wherever it leads.

    The reply: `tree` (its id; None when nothing can be shown), `path` of its file, `node` of the place in it, `fragment` and `given`
    for the walk, `missing`: the steps to which a way leads and that are not in the file, and `good`: whether the text can be shown as
    it is now. With `walks`, the tree itself, for who walks in it.
    """
    where = tuple(str(key) for key in asked["where"])
    place = shown_in(desk, (asked["path"], where), asked.get("shown") or "")
    if place is None:
        return {"tree": None, "good": True}
    path, where = place
    made, good = _sound.made(desk, path, lambda compiled: _made(compiled, where, asked))
    if made is None:
        return {"tree": None, "good": good}
    return {**made, "path": path, "good": good}


def _made(compiled: Compiled, where: tuple[str, ...], asked: Mapping[str, Any]) -> dict[str, Any]:
    node = where[1] if len(where) > 1 and where[0] in STEPS and compiled.knows(where[1]) else ""
    way = _way(compiled, node, asked)
    live_html(
        opened(compiled, {"fragment": way.address, "given": way.given}).walker
    )  # a tree that cannot be drawn is not shown
    missing = [name for name, line in compiled.lines.items() if not line]
    return {
        "tree": compiled.id,
        "node": node,
        "fragment": way.address,
        "given": way.given,
        "missing": missing,
        "walks": compiled,
    }


def _way(compiled: Compiled, node: str, asked: Mapping[str, Any]) -> Way:
    """The walk that stands there when it still leads where it did, and that is where it should; else one that does."""
    link = fragment.read(asked.get("at") or "", compiled)
    goal = node if asked.get("arrives") or link is None or not compiled.knows(link.node) else link.node
    if link and (goal == link.node or not goal):
        given = asked.get("given") or {}
        kept = opened(compiled, {"fragment": asked["at"], "given": given})
        walker = kept.walker
        if walker.node == link.node and len(walker.path) - len(walker.decided) >= len(link.answers):
            return Way(fragment.write(walker), given)
    if not goal:
        return Way(fragment.write(opened(compiled, {}).walker))
    return way_to(compiled, goal)
