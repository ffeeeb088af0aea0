"""Paints a diagram of Graphviz on a page of paper: lines, boxes and round numbers, as vectors.

Knows only what `diagrams.for_page` leaves in an SVG: paths of lines and curves, polygons, ellipses, circles, text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from wegwijzer.draw.diagrams import SVG, for_page, laid_out
from wegwijzer.draw.letters import BOLD, REGULAR, ready
from wegwijzer.locale import say
from wegwijzer.workplace import TONES, colours

LINE, INK, PAPER = (HexColor(f"#{c}") for c in ("5d7379", "111111", "ffffff"))
GROUNDS = {"question": HexColor("#eef5f6"), "fork": HexColor("#eef5f6"), "action": HexColor("#fdf1e3"), "stub": PAPER}
PILL = HexColor("#f6f1e7")
TRANSLATE = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
RANKDIR = re.compile(r"\brankdir=\w\w\b")
COMMAND = re.compile(r"([MLCZz])([^MLCZz]*)")
SMALLEST = 10
"""The smallest type in a diagram, in its own points: that of the words beside an arrow."""


@dataclass(frozen=True)
class Drawing:
    """A laid-out diagram; `smallest` is its smallest type. Sizes are in points."""

    root: ET.Element
    width: float
    height: float
    smallest: float

    def scale_in(self, width: float, height: float) -> float:
        """How much it can grow (or must shrink) to fit."""
        return min(width / self.width, height / self.height)


def colour_of(*, action: bool, tone: str = "") -> Color:
    """The colour of the tone of an outcome; else that of an action, or that of a question, of the project."""
    return HexColor(f"#{TONES.get(tone) or colours()[action]}")


def lay_out(dot: str, title: str, *, direction: str = "LR") -> Drawing:
    """Let Graphviz lay out a diagram, from left to right or from top to bottom (`TB`)."""
    source = RANKDIR.sub(f"rankdir={direction}", dot, count=1)
    root = ET.fromstring(for_page(laid_out(source), say("tree.diagram", title=title)))  # noqa: S314 - our own
    _, _, width, height = map(float, root.get("viewBox", "").split())
    sizes = [float(text.get("font-size", "14")) for text in root.iter(f"{{{SVG}}}text")]
    return Drawing(root, width, height, min(sizes, default=SMALLEST))


def paint(canvas: Canvas, drawing: Drawing, left: float, bottom: float, scale: float) -> None:
    """Put a drawing on the page with its lower left corner there."""
    ready()
    canvas.saveState()
    canvas.translate(left, bottom + drawing.height * scale)
    canvas.scale(scale, -scale)
    graph = next(drawing.root.iterfind(f"{{{SVG}}}g"))
    x, y = map(float, TRANSLATE.findall(graph.get("transform", ""))[0])
    canvas.translate(x, y)
    for group in sorted(graph.findall(f"{{{SVG}}}g"), key=lambda g: "node" in (g.get("class") or "").split()):
        _group(canvas, group)
    canvas.restoreState()


def _group(canvas: Canvas, group: ET.Element) -> None:
    classes = (group.get("class") or "").split()
    if "node" not in classes:
        _arrow(canvas, group)
        return
    if "ww-pill" in classes:
        _arrow(canvas, group, PILL)
        return
    kind = next((name for name in GROUNDS if f"ww-node-{name}" in classes), "question")
    tone = next((name for name in TONES if f"ww-tone-{name}" in classes), "")
    colour = colour_of(action=kind == "action", tone=tone)
    filled = bool(tone) or "ww-node-number" in classes
    for element in group.iter():
        tag = element.tag.removeprefix(f"{{{SVG}}}")
        if tag in ("path", "polygon", "ellipse"):
            _look(canvas, colour, colour if filled else GROUNDS[kind], 1.2, dashed=kind == "stub")
            _shape(canvas, element, tag, fill=True)
        elif tag == "circle":
            _look(canvas, colour, PAPER if tone else colour, 1)
            canvas.circle(_n(element, "cx"), _n(element, "cy"), _n(element, "r"), stroke=0, fill=1)
        elif tag == "text":
            number = element.get("class") == "ww-dot-text"
            ink = colour if number and tone else PAPER if number or filled else INK
            _text(canvas, element, ink, BOLD if number or filled else REGULAR)


def _arrow(canvas: Canvas, group: ET.Element, ground: Color | None = None) -> None:
    """A line with its head, or the words on it; those have a `ground`."""
    for element in group.iter():
        tag = element.tag.removeprefix(f"{{{SVG}}}")
        if tag in ("path", "polygon"):
            _look(canvas, LINE, ground or LINE, 1)
            _shape(canvas, element, tag, fill=bool(ground) or tag == "polygon")
        elif tag == "text":
            _text(canvas, element, INK, REGULAR)


def _look(canvas: Canvas, stroke: Color, fill: Color, width: float, *, dashed: bool = False) -> None:
    canvas.setStrokeColor(stroke)
    canvas.setFillColor(fill)
    canvas.setLineWidth(width)
    canvas.setDash(*((4, 3) if dashed else ()))


def _shape(canvas: Canvas, element: ET.Element, tag: str, *, fill: bool) -> None:
    if tag == "ellipse":
        cx, cy, rx, ry = (_n(element, name) for name in ("cx", "cy", "rx", "ry"))
        canvas.ellipse(cx - rx, cy - ry, cx + rx, cy + ry, stroke=1, fill=int(fill))
        return
    path = canvas.beginPath()
    if tag == "polygon":
        points = _pairs(element.get("points", ""))
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
    else:
        for command, numbers in COMMAND.findall(element.get("d", "")):
            points = _pairs(numbers)
            if command == "M":
                path.moveTo(*points[0])
            elif command == "L":
                for point in points:
                    path.lineTo(*point)
            elif command == "C":
                for a, b, c in zip(points[::3], points[1::3], points[2::3], strict=True):
                    path.curveTo(*a, *b, *c)
            else:
                path.close()
    canvas.drawPath(path, stroke=1, fill=int(fill))


def _text(canvas: Canvas, element: ET.Element, colour: Color, font: str) -> None:
    canvas.saveState()
    canvas.translate(_n(element, "x"), _n(element, "y"))
    canvas.scale(1, -1)
    canvas.setFillColor(colour)
    canvas.setFont(font, float(element.get("font-size", "14")))
    draw = {"middle": canvas.drawCentredString, "end": canvas.drawRightString}.get(
        element.get("text-anchor", "start"), canvas.drawString
    )
    draw(0, 0, element.text or "")
    canvas.restoreState()


def _pairs(text: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _n(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))
