"""The slide master and its layouts: what a trainer restyles in one place.

Made from the bare template of python-pptx: four layouts stay, in 16:9, with the theme's fonts and colours.
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

from wegwijzer.locale import say
from wegwijzer.slides.spread import BODY, SIZES, TITLE, TITLE_SIZES, Box
from wegwijzer.workplace import MAIN, SECOND

WIDTH, HEIGHT = 960, 540
LABEL = Box(112, 26, 716, 28)
FOOTER = Box(560, 496, 364, 28)
COVER_TITLE, COVER_TEXT = Box(36, 70, 700, 130), Box(36, 210, 700, 150)
OVERVIEW_TITLE = Box(36, 26, 888, 66)
LABEL_INDEX, FOOTER_INDEX = 13, 11
KEPT = {"Title Slide": "cover", "Title and Content": "action", "Section Header": "question", "Title Only": "overview"}
"""The layouts of the library that stay, and what each is for."""


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
        if layout.name in KEPT:
            _rename(layout)
        else:
            deck.slide_layouts.remove(layout)
    _styles(master)
    _theme(master, colours)
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if _kind(shape) in ("dt", "sldNum"):
                shape.element.getparent().remove(shape.element)
            elif _kind(shape) == "ftr":
                put(shape, FOOTER)
    for shape in master.placeholders:
        if _kind(shape) in ("title", "body"):
            put(shape, TITLE if _kind(shape) == "title" else BODY)
            _plain_body(shape, "ctr" if _kind(shape) == "title" else "t")
    for layout in deck.slide_layouts:
        _lay_out(layout)
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
    channels = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - WCAG
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "FFFFFF" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 else "000000"


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


def _rename(layout: SlideLayout) -> None:
    _part(layout.element, "p:cSld").set("name", layout_name(KEPT[layout.name]))


def _lay_out(layout: SlideLayout) -> None:
    """Put the placeholders of a layout where slides expect them."""
    for shape in placeholders(layout):
        kind = _kind(shape)
        if kind == "ctrTitle":
            put(shape, COVER_TITLE)
            _plain_body(shape, "b", "l")
        elif kind == "subTitle":
            put(shape, COVER_TEXT)
            _plain_body(shape, "t", "l", size=SIZES[0])
        elif kind == "body" and layout.name == layout_name("question"):
            inside(shape, "p:ph").set("idx", str(LABEL_INDEX))
            put(shape, LABEL)
            _plain_body(shape, "ctr", "l", size=16)
        elif kind == "title":
            put(shape, OVERVIEW_TITLE if layout.name == layout_name("overview") else TITLE)
            _plain_body(shape, "ctr", "l")
        elif kind == "body":
            put(shape, BODY)
    if layout.name == layout_name("action"):
        label = next(
            s for s in placeholders(_sister(layout, layout_name("question"))) if s.placeholder_format.idx == LABEL_INDEX
        )
        layout.shapes._spTree.append(etree.fromstring(etree.tostring(label.element)))  # noqa: SLF001 - a copy


def _sister(layout: SlideLayout, name: str) -> SlideLayout:
    found = next(other for other in layout.slide_master.slide_layouts if other.name == name)
    if not any(s.placeholder_format.idx == LABEL_INDEX for s in placeholders(found)):
        _lay_out(found)
    return found


def _plain_body(shape: BaseShape, anchor: str, align: str = "", size: int = 0) -> None:
    """No shrinking by itself, text anchored, and (for a layout) its own alignment and size."""
    body = inside(shape, "a:bodyPr")
    for child in list(body):
        body.remove(child)
    body.set("anchor", anchor)
    style = inside(shape, "a:lstStyle")
    for child in list(style):
        style.remove(child)
    if align:
        level = etree.SubElement(style, qn("a:lvl1pPr"), marL="0", indent="0", algn=align)
        etree.SubElement(level, qn("a:buNone"))
        if size:
            run = etree.SubElement(level, qn("a:defRPr"), sz=str(size * 100), b="0", cap="none")
            fill = etree.SubElement(run, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:schemeClr"), val="tx1")


def _styles(master: SlideMaster) -> None:
    """Type sizes and marks of titles and text, for every layout at once."""
    styles = _part(master.element, "p:txStyles")
    title = _part(styles, "p:titleStyle", "a:lvl1pPr")
    title.set("algn", "l")
    run = _part(title, "a:defRPr")
    run.set("sz", str(TITLE_SIZES[0] * 100))
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
    for name, value in {
        "accent1": colours.main,
        "accent2": colours.second,
        "dk2": colours.main,
        "hlink": colours.main,
        "folHlink": colours.main,
    }.items():
        xml = re.sub(rf"(<a:{name}><a:srgbClr val=\")[0-9A-F]{{6}}", rf"\g<1>{value}", xml)
    xml = re.sub(r'(<a:latin typeface=")Calibri"', r'\1Arial"', xml)
    part._blob = xml.replace('name="Office Theme"', 'name="Wegwijzer"', 1).encode()  # noqa: SLF001 - a part without a model
