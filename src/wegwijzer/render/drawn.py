"""A diagram as Graphviz laid it out, made fit for a page: the same on a machine that builds and in a browser.

Colours are left to the style sheet of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from wegwijzer.locale import say
from wegwijzer.render.drawing import DRAWS, NUMBER_WIDTH, SAYS, WORD_INDENT
from wegwijzer.render.together import HARD_SPACE

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
RANKDIR = re.compile(r"\brankdir=\w\w\b")
SMALLEST = 10
"""The smallest type in a diagram, in its own points: that of the words beside an arrow."""
DIRECTIONS = ("LR", "TB")
OUTLINES = {f"{{{SVG}}}{shape}" for shape in ("path", "polygon")}
POINT = re.compile(r"-?[\d.]+,(-?[\d.]+)")
PITCH, BASELINE = 1.1, 0.26
"""From line to line, and how far its letters stand below the middle of a line, in type sizes."""

ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)  # not a plain href: the theme's navigation cannot handle one in an SVG


@dataclass(frozen=True)
class Drawing:
    """A laid-out diagram; `smallest` is its smallest type. Sizes are in points."""

    root: ET.Element
    width: float
    height: float
    smallest: float

    @property
    def svg(self) -> str:
        return ET.tostring(self.root, encoding="unicode")

    def scale_in(self, width: float, height: float) -> float:
        """How much it can grow (or must shrink) to fit."""
        return min(width / self.width, height / self.height)


def drawing_of(svg: str, title: str) -> Drawing:
    """What Graphviz made of a diagram, fit for a page, with its size."""
    root = ET.fromstring(for_page(svg, say("tree.diagram", title=title)))  # noqa: S314 - our own
    _, _, width, height = map(float, root.get("viewBox", "").split())
    sizes = [float(text.get("font-size", "14")) for text in root.iter(f"{{{SVG}}}text")]
    return Drawing(root, width, height, min(sizes, default=SMALLEST))


def turned(dot: str, direction: str) -> str:
    """The DOT source of a diagram, to lay out from left to right (`LR`) or from top to bottom (`TB`)."""
    return RANKDIR.sub(f"rankdir={direction}", dot, count=1)


def largest(drawings: list[Drawing], width: float, height: float) -> Drawing:
    """Of drawings of one diagram the one that can be shown largest."""
    return max(drawings, key=lambda drawing: drawing.scale_in(width, height))


def for_page(svg: str, title: str) -> str:
    """Graphviz's SVG made fit for a page: a title, no fixed colours, no white ground."""
    root = ET.fromstring(svg)  # noqa: S314 - made by dot a moment ago
    graph = next(root.iterfind(f"{{{SVG}}}g"))
    heading, name = next(graph.iterfind(f"{{{SVG}}}title")), f"{graph.get('id')}-titel"
    heading.text = title
    heading.set("id", name)
    root.set("role", "group")
    root.set("aria-labelledby", name)
    for parent in root.iter():
        for child in list(parent):
            if (child.tag == f"{{{SVG}}}polygon" and parent is graph) or (
                child.tag == f"{{{SVG}}}title" and child is not heading
            ):
                parent.remove(child)
    for node in root.iter(f"{{{SVG}}}g"):
        if (node.get("class") or "").startswith("node"):
            _even(node)
            if "ww-pill" not in node.get("class", ""):
                add_knooppunt(node)
    for element in root.iter():
        for look in ("fill", "stroke", "font-family", f"{{{XLINK}}}title"):
            element.attrib.pop(look, None)
    return re.sub(r">\s+<", "><", ET.tostring(root, encoding="unicode"))


def _even(node: ET.Element) -> None:
    """Put the lines of a node halfway its box, evenly: each Graphviz places them by the letter that it knows, or does not."""
    lines = [*node.iter(f"{{{SVG}}}text")]
    sizes = {line.get("font-size") for line in lines}
    outline = next((shape.get("d") or shape.get("points") for shape in node.iter() if shape.tag in OUTLINES), None)
    if not outline or len(sizes) != 1:
        return
    heights = [float(y) for y in POINT.findall(outline)]
    size, middle = float(sizes.pop() or 0), (min(heights) + max(heights)) / 2
    for index, line in enumerate(lines):
        line.set("y", f"{middle + size * (BASELINE + (index - (len(lines) - 1) / 2) * PITCH):.2f}")


def add_knooppunt(node: ET.Element) -> None:
    """Draw the number of a node as a round one: the picture language of the whole project."""
    link = next(node.iterfind(f".//{{{SVG}}}text/.."))
    text = next(link.iterfind(f"{{{SVG}}}text"))
    number, found, rest = (text.text or "").partition(HARD_SPACE)
    if not found:  # a box without a number
        return
    lines = link.findall(f"{{{SVG}}}text")
    x, y = (
        float(text.get("x", "")),
        sum(float(line.get("y", "")) for line in lines) / len(lines),
    )  # halfway their height
    place = list(link).index(text)
    size = {"x": f"{x + 8:.1f}", "y": f"{y:.1f}", "text-anchor": "middle", "font-size": "11", "class": "ww-dot-text"}
    dot = ET.Element(f"{{{SVG}}}text", size)
    dot.text = number
    circle = ET.Element(f"{{{SVG}}}circle", {"cx": size["x"], "cy": f"{y - 4:.1f}", "r": "11", "class": "ww-dot"})
    text.text = rest
    for line in lines:  # below each other, beside the number
        line.set("x", f"{x + NUMBER_WIDTH - 6:.1f}")
    classes = (node.get("class") or "").split()
    if SAYS in classes:
        _add_outcome(lines[-1], next(name for name in classes if name.startswith(DRAWS)), link)
    link.insert(place, dot)
    link.insert(place, circle)


def _add_outcome(line: ET.Element, icon: str, link: ET.Element) -> None:
    """Give the word of an outcome its icon. A page brings the drawing of it, as a symbol of that name; elsewhere the word is
    there alone.
    """
    x, y = float(line.get("x", "")), float(line.get("y", ""))
    line.set("x", f"{x + WORD_INDENT:.1f}")
    line.set("class", "ww-dot-word")
    size = {"x": f"{x:.1f}", "y": f"{y - 11:.1f}", "width": "13", "height": "13"}
    ET.SubElement(link, f"{{{SVG}}}use", {"href": f"#{icon}", **size})
