"""Every diagram as a picture at the size of a slide: PNG, and SVG with its colours in it.

The slides use them, and readers can download them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from PIL import Image

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.diagrams import Diagram, diagrams_of
from wegwijzer.draw.layout import best_layout
from wegwijzer.draw.palette import palette, tones
from wegwijzer.draw.raster import picture
from wegwijzer.icons import svg
from wegwijzer.locale import say
from wegwijzer.render.addresses import overview
from wegwijzer.render.drawing import DRAWS
from wegwijzer.render.drawn import Drawing
from wegwijzer.render.overview import overview_dot
from wegwijzer.render.picture import as_picture

WIDTH, HEIGHT = 960, 540
PIXELS, LARGEST = 2, 2
"""Pixels a point, and how much a small diagram may grow."""
USED = re.compile(rf'"#{DRAWS}([a-z0-9-]+)"')


def paint(name: str, dot: str, title: str, _colours: tuple[str, ...]) -> dict[str, bytes]:
    """A picture of a tree, from its DOT source, as files."""
    drawing = best_layout(dot, title, WIDTH, HEIGHT)
    return {f"pictures/{name}.svg": as_svg(drawing).encode(), f"pictures/{name}.png": as_png(drawing)}


def paint_all(pictures: Iterable[Diagram], colours: tuple[str, ...]) -> dict[str, bytes]:
    """Pictures, each with its name, DOT source and title, as files."""
    return {path: file for picture in pictures for path, file in paint(*picture, colours).items()}


def pictures_of(compiled: Compiled) -> tuple[Diagram, ...]:
    """What to paint of one tree: the tree in numbers only, the whole tree, and its chapters."""
    title = say("tree.overview", title=compiled.tree.title)
    return ((overview(compiled.id), overview_dot(compiled), title), *diagrams_of(compiled))


def as_svg(drawing: Drawing) -> str:
    """A drawing that looks the same outside our pages, at the size of a slide."""
    text = drawing.svg
    return as_picture(text, style(), {name: svg(name) for name in USED.findall(text)}, (WIDTH, HEIGHT))


def style() -> str:
    """How everything in a picture looks on white, in the colours of the page."""
    look = palette()
    ink, line, sand, main, second = (look[name] for name in ("ink", "edge", "sand", "accent", "second"))
    toned = (
        f".ww-tone-{tone} path,.ww-tone-{tone} polygon{{fill:{colour};stroke:{colour}}}"
        f".ww-tone-{tone} text{{fill:#fff;font-weight:bold}}"
        f".ww-tone-{tone} .ww-dot{{fill:#fff}}.ww-tone-{tone} .ww-dot-text{{fill:{colour}}}"
        for tone, colour in ((tone, look[f"tone-{tone}"]) for tone in tones())
    )
    return (
        f"text{{font-family:'Public Sans',Helvetica,Arial,sans-serif;fill:{ink}}}"
        f"path{{fill:none;stroke:{line}}}polygon{{fill:{line};stroke:{line}}}"
        f".ww-node path,.ww-node polygon,.ww-node ellipse{{fill:{sand};stroke:{main}}}"
        f".ww-node-action path,.ww-node-action polygon{{fill:{sand};stroke:{second}}}"
        f".ww-pill path,.ww-pill polygon{{fill:#fff;stroke:{line}}}"
        ".ww-node-stub path,.ww-node-stub polygon{fill:#fff;stroke-dasharray:4 3}"
        f".ww-dot,.ww-node-number ellipse{{fill:{main}}}"
        f".ww-node-action .ww-dot,.ww-node-number.ww-node-action polygon{{fill:{second}}}"
        ".ww-dot-text,.ww-node-number text{fill:#fff;font-weight:bold}"
    ) + "".join(toned)


def as_png(drawing: Drawing) -> bytes:
    """A drawing on white, as wide or as high as a slide: at most 1920 × 1080."""
    scale = min(drawing.scale_in(WIDTH, HEIGHT), LARGEST)
    made = picture(as_svg(drawing), (drawing.width * scale, drawing.height * scale), PIXELS, "#ffffff")
    png = io.BytesIO()
    Image.open(io.BytesIO(made)).convert("RGB").quantize(64).save(png, "PNG")  # packed tighter: 6 % less, twice as long
    return png.getvalue()
