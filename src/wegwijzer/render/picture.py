"""A drawing that looks the same outside our pages: its colours are in it, and the icons that a page would bring."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from wegwijzer.render.drawing import DRAWS
from wegwijzer.render.drawn import SVG

ICON = 24
"""The side of the square in which an icon is drawn."""
LINES = {"fill": "none", "stroke": "#fff", "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round"}


def as_picture(svg: str, style: str, shapes: Mapping[str, str], size: tuple[float, float] | None = None) -> str:
    """The SVG of a drawing, with a style sheet in it. `shapes` has each of its icons by name, an element of SVG around what it
    draws; `size` is another one than its own. Links to a step are left out.
    """
    root = ET.fromstring(svg)  # noqa: S314 - our own
    width, height = size or map(float, root.get("viewBox", "").split()[2:])
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    sheet = ET.Element(f"{{{SVG}}}style")
    sheet.text = style
    root.insert(0, sheet)
    for link in root.iter(f"{{{SVG}}}a"):
        link.tag = f"{{{SVG}}}g"
        link.attrib.clear()
    for parent in list(root.iter()):
        for place, used in enumerate(list(parent)):
            if used.tag == f"{{{SVG}}}use":
                parent[place] = _icon(used, shapes)
    return ET.tostring(root, encoding="unicode")


def _icon(used: ET.Element, shapes: Mapping[str, str]) -> ET.Element:
    """The icon that stands at a place, itself, in white lines."""
    name = used.get("href", "").removeprefix(f"#{DRAWS}")
    x, y, side = (float(used.get(key, "0")) for key in ("x", "y", "width"))
    place = {"transform": f"translate({x:g} {y:g}) scale({side / ICON:g})", "class": "ww-icon"}
    group = ET.Element(f"{{{SVG}}}g", {**place, **LINES})
    if name in shapes:
        group.extend(ET.fromstring(shapes[name].replace("currentColor", "#fff")))  # noqa: S314 - of a package that is pinned
    for shape in group:
        shape.set("style", "fill:none;stroke:#fff")  # stronger than that of the box around it
    return group
