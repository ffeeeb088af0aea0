"""What changes for readers between what was published and the texts as they stand now: in words, and as a diagram a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree as ET

from wegwijzer.compare import diff
from wegwijzer.compare.drawing import diff_dot
from wegwijzer.compare.page import as_html
from wegwijzer.locale import say
from wegwijzer.render.drawn import SVG, drawing_of
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.workbench.changes import changed
from wegwijzer.workbench.desk import Desk

TREES = "trees"


def compare(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """One of two:

    - what changes: `words`, HTML, and `maps`, of each tree in which steps or arrows changed its `title` and the DOT source (`dot`)
      of what to lay out; with `path` of that file alone;
    - with `drawn`, those `maps` with the `svg` that was laid out in place of the source: their `html`.
    """
    if "drawn" in asked:
        return {"html": lines(*(_figure(number, each) for number, each in enumerate(asked["drawn"])))}
    found = differences(desk, asked.get("path"))
    maps = [tree for tree in found.trees if tree.kind == "changed"]
    return {"words": as_html(found), "maps": [{"title": tree.title, "dot": diff_dot(tree, near=True)} for tree in maps]}


def differences(desk: Desk, path: str | None = None) -> diff.Diff:
    """What changed in the texts, or in one of them."""
    only = {_called(path)} if path else _touched(desk, [change.path for change in changed(desk)])
    return diff.compare(desk.was.library, desk.loaded().library, only=only)


def _touched(desk: Desk, paths: Iterable[str]) -> set[str] | None:
    """The files in which a change of these can show, as `trees/reactie`; None: any. A tree looks at another by the
    names of its questions, `beleid.vraag`.
    """
    names = {_called(path) for path in paths}
    trees = {name.partition("/")[2] for name in names if name.startswith(f"{TREES}/")}
    if any(name.partition("/")[0] not in (TREES, "docs") for name in names):
        return None
    asked = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, trees))})\.(?=\w)") if trees else None
    asking = (
        path for path, text in desk.texts.items() if asked and path.startswith(f"{TREES}/") and asked.search(text)
    )
    return names.union(map(_called, asking))


def _called(path: str) -> str:
    place = PurePosixPath(path)
    return path if place.suffix == ".md" else str(place.with_suffix(""))


def _figure(number: int, drawn: Mapping[str, str]) -> Markup:
    title = drawn["title"]
    drawing = drawing_of(drawn["svg"], title)
    for group in drawing.root.iter(f"{{{SVG}}}g"):  # those of Graphviz count on from 1 in every drawing
        group.attrib.pop("id", None)
    for heading in drawing.root.iter(f"{{{SVG}}}title"):
        heading.set("id", f"ww-compared-{number}")
        drawing.root.set("aria-labelledby", f"ww-compared-{number}")
    window = {"class": "ww-scroll", "role": "region", "tabindex": "0", "aria-label": say("tree.diagram", title=title)}
    return element("div", window, Markup(ET.tostring(drawing.root, encoding="unicode")))
