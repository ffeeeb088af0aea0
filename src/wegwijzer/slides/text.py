"""Texts of a slide: titles, notes, and paragraphs with the marks that python-pptx does not know."""

from __future__ import annotations

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from wegwijzer.draw.measure import BOLD, text_width
from wegwijzer.slides.spread import INDENT, MARK, Numbered
from wegwijzer.slides.template import inside


def title_of(slide: Slide) -> Shape:
    """The title: every layout that we keep has one."""
    title = slide.shapes.title
    assert title is not None  # noqa: S101 - as said
    return title


def write_notes(slide: Slide, text: str) -> None:
    """What a trainer reads below the slide."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None  # noqa: S101 - the library makes notes with a place for text
    frame.text = text


def rgb(colour: str) -> RGBColor:
    """A colour in six hexadecimal digits."""
    told: RGBColor = RGBColor.from_string(colour)  # type: ignore[no-untyped-call]  # the library leaves it without types
    return told


def write(
    frame: TextFrame,
    text: str,
    size: int,
    ink: str,
    *,
    left: float = 0,
    right: float = 0,
    centre: bool = False,
    bold: bool = False,
) -> None:
    """The text of a shape that is no placeholder."""
    frame.word_wrap = True
    frame.margin_left, frame.margin_right, frame.margin_top, frame.margin_bottom = Pt(left), Pt(right), Emu(0), Emu(0)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.text = text
    paragraph.alignment = PP_ALIGN.CENTER if centre else PP_ALIGN.LEFT
    paragraph.font.size, paragraph.font.bold = Pt(size), bold
    paragraph.font.color.rgb = rgb(ink)


def write_paragraph(paragraph: _Paragraph, item: Numbered, size: int) -> None:
    """A paragraph of a body, with the mark or number that its kind has."""
    paragraph.text = item.block.text
    paragraph.font.size = Pt(size)
    kind = item.block.kind
    paragraph.font.bold, paragraph.font.italic = kind == "heading" or None, kind == "quote" or None
    settings = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx knows no marks
    paragraph.space_before = Pt(6)
    if kind == "point":
        settings.set("marL", str(Pt(INDENT["point"] + MARK)))
        settings.set("indent", str(-Pt(MARK)))
        etree.SubElement(settings, qn("a:buFont"), typeface="Arial")
        etree.SubElement(settings, qn("a:buChar"), char="•")
    elif kind in INDENT:
        settings.set("marL", str(Pt(INDENT[kind])))
        settings.set("indent", str(-Pt(INDENT[kind]) if item.number else 0))
        if item.number:
            etree.SubElement(settings, qn("a:buFont"), typeface="+mj-lt")
            etree.SubElement(settings, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(item.number))


def add_paragraph(frame: TextFrame, text: str) -> _Paragraph:
    paragraph: _Paragraph = frame.add_paragraph()  # type: ignore[no-untyped-call]  # as above
    paragraph.text = text
    return paragraph


def describe(picture: BaseShape, text: str) -> None:
    """The alternative text of a picture."""
    inside(picture, "p:cNvPr").set("descr", text)


def node_width(number: str, size: int, least: float) -> float:
    return max(least, text_width(number, BOLD, size) + size)
