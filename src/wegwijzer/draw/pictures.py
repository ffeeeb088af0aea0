"""Every diagram as a picture at the size of a slide: PNG, and SVG with its colours in it.

The slides use them, and readers can download them.
"""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.diagrams import SVG, Diagram, diagrams_of
from wegwijzer.draw.painter import Drawing, lay_out, paint
from wegwijzer.locale import say
from wegwijzer.render.addresses import overview
from wegwijzer.render.overview import overview_dot
from wegwijzer.workplace import TONES, colours

WIDTH, HEIGHT = 960, 540
PIXELS, LARGEST = 2, 2
"""Pixels a point, and how much a small diagram may grow."""
STYLE = (
    """
text{font-family:'Public Sans',Helvetica,Arial,sans-serif;fill:#111}path{fill:none;stroke:#5d7379}polygon{fill:#5d7379;stroke:#5d7379}
.ww-node path,.ww-node polygon,.ww-node ellipse{fill:#eef5f6;stroke:MAIN}
.ww-node-action path,.ww-node-action polygon{fill:#fdf1e3;stroke:SECOND}
.ww-pill path,.ww-pill polygon{fill:#f6f1e7;stroke:#5d7379}
.ww-node-stub path,.ww-node-stub polygon{fill:#fff;stroke-dasharray:4 3}
.ww-dot,.ww-node-number ellipse{fill:MAIN}.ww-node-action .ww-dot,.ww-node-number.ww-node-action polygon{fill:SECOND}
.ww-dot-text,.ww-node-number text{fill:#fff;font-weight:bold}
""".replace("\n", "")
    + "".join(
        f".ww-tone-{tone} :is(path,polygon){{fill:#{colour};stroke:#{colour}}}.ww-tone-{tone} text{{fill:#fff;font-weight:bold}}"
        f".ww-tone-{tone} .ww-dot{{fill:#fff}}.ww-tone-{tone} .ww-dot-text{{fill:#{colour}}}"
        for tone, colour in TONES.items()
    )
)


def paint_all(pictures: tuple[Diagram, ...], _colours: tuple[str, ...]) -> dict[str, bytes]:
    """Pictures of one tree, each with its name, DOT source and title, as files."""
    files = {}
    for name, dot, title in pictures:
        drawing = best_layout(dot, title, WIDTH, HEIGHT)
        files[f"pictures/{name}.svg"] = as_svg(drawing).encode()
        files[f"pictures/{name}.png"] = as_png(drawing)
    return files


def pictures_of(compiled: Compiled) -> tuple[Diagram, ...]:
    """What to paint of one tree: the tree in numbers only, the whole tree, and its chapters."""
    title = say("tree.overview", title=compiled.tree.title)
    return ((overview(compiled.id), overview_dot(compiled), title), *diagrams_of(compiled))


def best_layout(dot: str, title: str, width: float, height: float) -> Drawing:
    """From left to right or from top to bottom: what can be shown largest."""
    drawings = [lay_out(dot, title, direction=direction) for direction in ("LR", "TB")]
    return max(drawings, key=lambda drawing: drawing.scale_in(width, height))


def as_svg(drawing: Drawing) -> str:
    """A drawing that looks the same outside our pages, at the size of a slide. Links to a step are left out."""
    root = ET.fromstring(ET.tostring(drawing.root))  # noqa: S314 - a copy
    root.set("width", str(WIDTH))
    root.set("height", str(HEIGHT))
    style = ET.Element(f"{{{SVG}}}style")
    main, second = (f"#{colour.lower()}" for colour in colours())
    style.text = STYLE.replace("MAIN", main).replace("SECOND", second)
    root.insert(0, style)
    for link in root.iter(f"{{{SVG}}}a"):
        link.tag = f"{{{SVG}}}g"
        link.attrib.clear()
    for parent in root.iter():
        for drawn in parent.findall(f"{{{SVG}}}use"):  # of an icon, which only a page brings
            parent.remove(drawn)
    return ET.tostring(root, encoding="unicode")


def as_png(drawing: Drawing) -> bytes:
    """A drawing on white, as wide or as high as a slide: at most 1920 × 1080."""
    pdf = io.BytesIO()
    scale = min(drawing.scale_in(WIDTH, HEIGHT), LARGEST)
    canvas = Canvas(pdf, pagesize=(drawing.width * scale, drawing.height * scale), invariant=1)
    paint(canvas, drawing, 0, 0, scale)
    canvas.save()
    image = pypdfium2.PdfDocument(pdf.getvalue())[0].render(scale=PIXELS).to_pil()
    png = io.BytesIO()
    image.convert("RGB").quantize(64).save(png, "PNG", optimize=True)
    return png.getvalue()
