"""A diagram as Graphviz lays it out, with its size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from wegwijzer.draw.diagrams import SVG, for_page, laid_out
from wegwijzer.locale import say

RANKDIR = re.compile(r"\brankdir=\w\w\b")
SMALLEST = 10
"""The smallest type in a diagram, in its own points: that of the words beside an arrow."""


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


def lay_out(dot: str, title: str, *, direction: str = "LR") -> Drawing:
    """Let Graphviz lay out a diagram, from left to right or from top to bottom (`TB`)."""
    source = RANKDIR.sub(f"rankdir={direction}", dot, count=1)
    root = ET.fromstring(for_page(laid_out(source), say("tree.diagram", title=title)))  # noqa: S314 - our own
    _, _, width, height = map(float, root.get("viewBox", "").split())
    sizes = [float(text.get("font-size", "14")) for text in root.iter(f"{{{SVG}}}text")]
    return Drawing(root, width, height, min(sizes, default=SMALLEST))


def best_layout(dot: str, title: str, width: float, height: float) -> Drawing:
    """From left to right or from top to bottom: what can be shown largest."""
    drawings = [lay_out(dot, title, direction=direction) for direction in ("LR", "TB")]
    return max(drawings, key=lambda drawing: drawing.scale_in(width, height))
