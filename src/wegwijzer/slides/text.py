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

from wegwijzer.slides.measure import HANGING, MARK, Numbered, gap_of
from wegwijzer.slides.template import inside

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension by which Office says that a picture says nothing that words beside it do not say."""
SPACE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


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
    """A colour in six hexadecimal digits, with or without `#`."""
    told: RGBColor = RGBColor.from_string(colour.lstrip("#").upper())  # type: ignore[no-untyped-call]  # the library leaves it without types
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
    letter(paragraph, size, bold=bold, ink=ink)


def letter(paragraph: _Paragraph, size: float, *, bold: bool | None = None, ink: str = "") -> None:
    """Size, weight and colour of what a paragraph says, on its words: PowerPoint does not let go of what stands on the
    paragraph as a default, and nothing may stand behind that in the file.
    """
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(size), bold
        if ink:
            run.font.color.rgb = rgb(ink)


def write_paragraph(paragraph: _Paragraph, item: Numbered, size: int) -> None:
    """A paragraph of a body, with the mark or number that its kind has."""
    paragraph.text = item.text
    kind = item.block.kind
    letter(paragraph, size, bold=kind == "heading" or None)
    settings = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx knows no marks
    paragraph.space_before = Pt(gap_of(item.block, size))
    if kind not in ("task", "point"):
        return
    settings.set("marL", str(Pt(round(size * HANGING))))
    hanging = HANGING if item.number else MARK if kind == "point" else 0
    settings.set("indent", str(-Pt(round(size * hanging))))
    if kind == "point" or item.number:
        colour = etree.SubElement(settings, qn("a:buClr"))
        etree.SubElement(colour, qn("a:schemeClr"), val="accent1")
    if kind == "point":
        etree.SubElement(settings, qn("a:buFont"), typeface="Arial")
        etree.SubElement(settings, qn("a:buChar"), char="•")
    elif item.number:
        etree.SubElement(settings, qn("a:buFont"), typeface="+mj-lt")
        etree.SubElement(settings, qn("a:buAutoNum"), type="arabicPeriod", startAt=str(item.number))


def add_paragraph(frame: TextFrame, text: str) -> _Paragraph:
    paragraph: _Paragraph = frame.add_paragraph()  # type: ignore[no-untyped-call]  # as above
    paragraph.text = text
    return paragraph


def describe(picture: BaseShape, text: str) -> None:
    """The alternative text of a picture."""
    inside(picture, "p:cNvPr").set("descr", text)


def decorate(picture: BaseShape) -> None:
    """Say that a picture is there for the eye alone: the word stands beside it."""
    about = inside(picture, "p:cNvPr")
    about.set("descr", "")
    extension = etree.SubElement(etree.SubElement(about, qn("a:extLst")), qn("a:ext"), uri=DECORATIVE)
    etree.SubElement(extension, f"{{{SPACE}}}decorative", val="1", nsmap={"adec": SPACE})
