"""The icon of the site as pictures of fixed sizes, for who installs it: from assets/icon.svg, in the colour of the project."""

from __future__ import annotations

import io
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pypdfium2
from fontTools.pens.basePen import BasePen
from fontTools.svgLib import SVGPath
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from wegwijzer.workplace import KIT, MAIN, colours

SIZES = {"icon-192": 192, "icon-512": 512, "icon-mask-512": 512}
"""Name → pixels. Of a mask a system cuts off what it likes, up to a circle of four fifths: its ground goes on to the edge."""
MASK = "icon-mask-512"
SVG = "{http://www.w3.org/2000/svg}"
CLEAR, WHITE = (255, 255, 255, 0), (255, 255, 255, 255)


def icons(_colours: tuple[str, ...]) -> dict[str, bytes]:
    """The pictures, as files."""
    return {f"app/{name}.png": picture(pixels, full=name == MASK) for name, pixels in SIZES.items()}


def icon_svg() -> str:
    """The icon of the kit in the colour of the project."""
    text = (KIT / "assets/icon.svg").read_text(encoding="utf-8")
    return text.replace(f"#{MAIN.lower()}", f"#{colours()[0].lower()}")


def picture(pixels: int, *, full: bool) -> bytes:
    """The icon as PNG; `full` fills the corners with its ground, else they are clear."""
    root = ET.fromstring(icon_svg())  # noqa: S314 - our own
    _, _, width, height = map(float, root.get("viewBox", "").split())
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pagesize=(width, height), invariant=1)
    if full:
        canvas.setFillColor(HexColor(f"#{colours()[0]}"))
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.translate(0, height)
    canvas.scale(1, -1)
    for shape in root:
        path = canvas.beginPath()
        SVGPath.fromstring(_alone(shape)).draw(_Pen(path))
        canvas.setFillColor(_colour(shape.get("fill", "#000")))
        canvas.drawPath(path, stroke=0, fill=1)
    canvas.save()
    page = pypdfium2.PdfDocument(pdf.getvalue())[0]
    image = page.render(scale=pixels / width, fill_color=WHITE if full else CLEAR).to_pil()
    png = io.BytesIO()
    image.convert("RGB" if full else "RGBA").save(png, "PNG", optimize=True)
    return png.getvalue()


def _colour(written: str) -> Color:
    """A colour of three or of six hexadecimal digits."""
    digits = written.removeprefix("#")
    return HexColor("#" + (digits if len(digits) > len("fff") else "".join(digit * 2 for digit in digits)))


def _alone(shape: ET.Element) -> bytes:
    """A picture of one shape."""
    root = ET.Element(f"{SVG}svg")
    root.append(shape)
    return ET.tostring(root)


class _Pen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Draws what fontTools read on a path of reportlab."""

    def __init__(self, path: PDFPathObject) -> None:
        super().__init__(None)
        self._moveTo: Callable[..., None] = lambda at: path.moveTo(*at)
        self._lineTo: Callable[..., None] = lambda to: path.lineTo(*to)
        self._curveToOne: Callable[..., None] = lambda a, b, to: path.curveTo(*a, *b, *to)
        self._closePath: Callable[..., None] = path.close
