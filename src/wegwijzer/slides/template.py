"""The slide master and its layouts: what a trainer restyles in one place.

Made from the bare template of python-pptx: six layouts stay, in 16:9, with the theme's fonts and colours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from wegwijzer.draw.palette import palette
from wegwijzer.locale import say
from wegwijzer.slides.measure import SIZES, Box
from wegwijzer.workplace import MAIN, SECOND, contrast

WIDTH, HEIGHT = 960, 540
FOOTER = Box(606, 496, 300, 28)
FOOTER_INDEX = 11
INSET = 18
COVER_TITLE, COVER_TEXT = Box(54, 60, 640, 140), Box(54, 212, 640, 150)
KEPT = {
    "Title Slide": "cover",
    "Section Header": "question",
    "Two Content": "result",
    "Title and Content": "post",
    "Content with Caption": "discussion",
    "Title Only": "map",
}
"""The layouts of the library that stay, and what each is for."""
PLACES: dict[str, dict[int, tuple[Box, int]]] = {
    "cover": {0: (COVER_TITLE, 44), 1: (COVER_TEXT, 24)},
    "question": {0: (Box(54, 34, 852, 96), 40), 1: (Box(54, 134, 852, 346), 20)},
    "result": {0: (Box(54, 76, 852, 82), 34), 1: (Box(54, 170, 500, 310), 24), 2: (Box(582, 170, 324, 310), 22)},
    "post": {0: (Box(54, 34, 852, 36), 24), 1: (Box(54, 82, 852, 260), 32)},
    "discussion": {0: (Box(54, 34, 852, 96), 40), 1: (Box(54, 134, 852, 160), 28), 2: (Box(54, 310, 852, 170), 20)},
    "map": {0: (Box(54, 34, 852, 48), 40)},
}
"""Layout → place and type size of each placeholder, by its index: 0 is the title."""
CARDS = {("result", 2), ("post", 1), ("discussion", 2)}
"""The placeholders that stand on a white card."""


@dataclass(frozen=True)
class Colours:
    """Six hexadecimal digits each. Texts on them become black or white, whichever reads better."""

    main: str = MAIN
    second: str = SECOND


def bare(colours: Colours) -> Deck:
    """A presentation without slides, with our master."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    _styles(master)
    _theme(master, colours)
    _ground(master)
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if _kind(shape) in ("dt", "sldNum"):
                shape.element.getparent().remove(shape.element)
            elif _kind(shape) == "ftr":
                put(shape, FOOTER)
                _plain_body(shape, "ctr", "r", size=12, soft=True)
    for shape in master.placeholders:
        if _kind(shape) in ("title", "body"):
            put(shape, PLACES["question"][_kind(shape) == "body"][0])
            _plain_body(shape, "t")
    for layout in deck.slide_layouts:
        _lay_out(layout, KEPT[layout.name])
    thumbnail = next(key for key, rel in deck.part.package._rels.items() if rel.reltype.endswith("/thumbnail"))  # noqa: SLF001 - it shows another presentation
    deck.part.package.drop_rel(thumbnail)
    return deck


def layout_name(what: str) -> str:
    """How office programs call the layout that is for this."""
    return say(f"slide.layout_{what}")


def put(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def ink_on(colour: str) -> str:
    """Black or white: the one with most contrast on a colour."""
    return max(("FFFFFF", "000000"), key=lambda ink: contrast(colour, ink))


def placeholders(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """What a slide with this layout can fill."""
    return list(layout.placeholders)  # a list: the library types the iterator of this class without `self`


def inside(shape: BaseShape, name: str) -> etree._Element:
    """The first element of a shape with this name; every placeholder of the template has it."""
    return next(shape.element.iterfind(".//" + qn(name)))


def _part(element: etree._Element, *names: str) -> etree._Element:
    """The first element at a path below an element; what the template is known to hold."""
    return next(element.iterfind("/".join(map(qn, names))))


def _kind(shape: BaseShape) -> str:
    return inside(shape, "p:ph").get("type", "body")


def _lay_out(layout: SlideLayout, what: str) -> None:
    """Put the placeholders of a layout where slides expect them."""
    _part(layout.element, "p:cSld").set("name", layout_name(what))
    for shape in placeholders(layout):
        index = shape.placeholder_format.idx
        if index == FOOTER_INDEX:
            continue
        box, size = PLACES[what][index]
        put(shape, box)
        small = what == "post" and not index
        soft = small or (what, index) == ("question", 1)
        _plain_body(
            shape,
            "b" if what == "cover" and not index else "t",
            "l",
            size=size,
            bold=not index and not small,
            soft=soft,
        )
        if (what, index) in CARDS:
            for side in ("lIns", "tIns", "rIns", "bIns"):
                inside(shape, "a:bodyPr").set(side, str(Pt(INSET)))


def _plain_body(
    shape: BaseShape, anchor: str, align: str = "", size: int = 0, *, bold: bool = False, soft: bool = False
) -> None:
    """No shrinking by itself, no inset, text anchored, and (for a layout) its own alignment and size."""
    body = inside(shape, "a:bodyPr")
    for child in list(body):
        body.remove(child)
    body.set("anchor", anchor)
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    style = inside(shape, "a:lstStyle")
    for child in list(style):
        style.remove(child)
    if align:
        level = etree.SubElement(style, qn("a:lvl1pPr"), marL="0", indent="0", algn=align)
        etree.SubElement(level, qn("a:buNone"))
        if size:
            run = etree.SubElement(level, qn("a:defRPr"), sz=str(size * 100), b=str(int(bold)), cap="none")
            fill = etree.SubElement(run, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:schemeClr"), val="tx2" if soft else "tx1")


def _ground(master: SlideMaster) -> None:
    """Sand behind everything."""
    about = _part(master.element, "p:cSld")
    for old in list(about.iterfind(qn("p:bg"))):
        about.remove(old)
    ground = etree.Element(qn("p:bg"))
    settings = etree.SubElement(ground, qn("p:bgPr"))
    fill = etree.SubElement(settings, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val="bg2")
    etree.SubElement(settings, qn("a:effectLst"))
    about.insert(0, ground)


def _styles(master: SlideMaster) -> None:
    """Type sizes and marks of titles and text, for every layout at once."""
    styles = _part(master.element, "p:txStyles")
    title = _part(styles, "p:titleStyle", "a:lvl1pPr")
    title.set("algn", "l")
    run = _part(title, "a:defRPr")
    run.set("sz", "4000")
    run.set("b", "1")
    _part(run, "a:solidFill", "a:schemeClr").set("val", "tx1")
    for number, level in enumerate(_part(styles, "p:bodyStyle")):
        if not level.tag.endswith("pPr"):
            continue
        _part(level, "a:defRPr").set("sz", str(SIZES[0] * 100))
        if number == 0:
            level.set("marL", "0")
            level.set("indent", "0")
            for mark in ("a:buFont", "a:buChar"):
                level.remove(_part(level, mark))
            _part(level, "a:spcBef").addnext(etree.Element(qn("a:buNone")))


def _theme(master: SlideMaster, colours: Colours) -> None:
    """Fonts and colours of the theme: changing them in PowerPoint changes every slide."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    xml = part.blob.decode()
    look = {name: colour.lstrip("#").upper() for name, colour in palette().items()}
    for name, value in {
        "dk1": look["ink"],
        "lt1": "FFFFFF",
        "dk2": look["soft"],
        "lt2": look["sand"],
        "accent1": colours.main,
        "accent2": colours.second,
        "accent3": look["tone-green"],
        "accent4": look["tone-amber"],
        "accent5": look["tone-violet"],
        "accent6": look["tone-red"],
        "hlink": colours.main,
        "folHlink": colours.main,
    }.items():
        xml = re.sub(rf"(<a:{name}>)<a:(?:srgbClr|sysClr)[^>]*/>", rf'\g<1><a:srgbClr val="{value}"/>', xml)
    xml = re.sub(r'(<a:latin typeface=")Calibri"', r'\1Arial"', xml)
    part._blob = xml.replace('name="Office Theme"', 'name="Wegwijzer"', 1).encode()  # noqa: SLF001 - a part without a model
