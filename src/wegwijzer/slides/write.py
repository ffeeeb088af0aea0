"""A deck as a PowerPoint file: native links between slides, no macro, the same bytes every time."""

from __future__ import annotations

import copy
import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from wegwijzer.draw.qr import qr_png, step_url
from wegwijzer.locale import say
from wegwijzer.render.deck import Button, Card, Deck
from wegwijzer.slides.spread import (
    BUTTON_INSET,
    NODE,
    SIZES,
    Box,
    Page,
    Placed,
    button_pages,
    example_size,
    pages_of,
    title_size,
)
from wegwijzer.slides.template import (
    FOOTER_INDEX,
    LABEL_INDEX,
    WIDTH,
    Colours,
    bare,
    ink_on,
    inside,
    layout_name,
    placeholders,
    put,
)
from wegwijzer.slides.text import (
    add_paragraph,
    describe,
    node_width,
    rgb,
    title_of,
    write,
    write_notes,
    write_paragraph,
)
from wegwijzer.view.phrases import danger
from wegwijzer.workplace import TONES

NODE_BOX = Box(36, 69, 60, 60)
QR_BOX = Box(848, 26, 76, 76)
COVER_QR = Box(764, 70, 160, 160)
NAV = Box(36, 494, 150, 32)
PICTURE, CHAPTERS = Box(36, 100, 888, 380), Box(36, 112, 888, 364)
HERE = Emu(0)
"""Where a shape begins, until it is put in its box."""
OVERVIEW, START = "--overzicht", "--titel"
EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
MOST_OF_A_TITLE = 255
"""What a property of the file holds."""
LAST_VIEWED = "ppaction://hlinkshowjump?jump=lastslideviewed"


@dataclass
class Writer:
    """Fills one presentation. `places` knows the first slide of every card, `links` what must lead there."""

    deck: Deck
    colours: Colours
    pictures: list[tuple[Path, str]]
    places: dict[str, Slide] = field(default_factory=dict)
    links: list[tuple[Shape, str]] = field(default_factory=list)

    def file(self) -> bytes:
        self.show = bare(self.colours)
        self.layouts = {layout.name: layout for layout in self.show.slide_layouts}
        self.cover()
        self.overview()
        for card in self.deck.cards:
            self.card(card)
        for picture, title in self.pictures[1:]:
            self.picture(picture, title)
        for shape, goal in self.links:
            if goal in self.places:
                shape.click_action.target_slide = self.places[goal]
        return self.saved()

    # -- slides ----------------------------------------------------------------------------------------------

    def cover(self) -> None:
        slide = self.new("cover", START)
        title_of(slide).text = self.deck.title
        text = slide.placeholders[1].text_frame
        text.text = self.deck.summary
        if calls := danger():
            add_paragraph(text, calls).font.bold = True
        self.button(slide, Placed(Button(say("slide.begin"), self.deck.first), Box(36, 384, 330, 42), SIZES[0]))
        if self.deck.chapters or self.pictures:
            self.button(slide, Placed(Button(say("slide.overview"), OVERVIEW), Box(382, 384, 330, 42), SIZES[0]))
        self.qr(slide, "", COVER_QR)
        small = slide.shapes.add_textbox(Pt(36), Pt(440), Pt(888), Pt(50)).text_frame
        small.word_wrap = True
        small.text = f"{say('tree.disclaimer')} ({say('node.editorial')})"
        small.paragraphs[0].font.size = Pt(16)
        self.footer(slide)
        write_notes(slide, say("slide.how", url=step_url(self.deck.tree)))

    def overview(self) -> None:
        """The chapters to choose from, and the tree as a picture."""
        spread = button_pages(self.deck.chapters, CHAPTERS) if self.deck.chapters else []
        slides = [self.new("overview", OVERVIEW if not index else "") for index in range(len(spread))]
        for index, (slide, buttons) in enumerate(zip(slides, spread, strict=True)):
            title_of(slide).text = say("slide.overview")
            self.buttons(slide, buttons)
            self.navigation(slide, slides[index + 1] if index + 1 < len(slides) else None)
        for picture, title in self.pictures[:1]:
            self.picture(picture, title)

    def picture(self, path: Path, title: str) -> None:
        slide = self.new("overview", "" if OVERVIEW in self.places else OVERVIEW)
        title_of(slide).text = title
        drawn = slide.shapes.add_picture(str(path), HERE, HERE)
        scale = min(PICTURE.width / drawn.width.pt, PICTURE.height / drawn.height.pt)
        width, height = drawn.width.pt * scale, drawn.height.pt * scale
        put(drawn, Box((WIDTH - width) / 2, PICTURE.top + (PICTURE.height - height) / 2, width, height))
        describe(drawn, title)
        self.navigation(slide)

    def card(self, card: Card) -> None:
        pages = pages_of(card)
        layout = "action" if card.body else "question"
        slides = [self.new(layout, card.id if not index else "") for index in range(len(pages))]
        for index, (slide, page) in enumerate(zip(slides, pages, strict=True)):
            more = f" ({index + 1}/{len(pages)})" if len(pages) > 1 else ""
            title_of(slide).text = card.title
            title_of(slide).text_frame.paragraphs[0].font.size = Pt(title_size(card.title))
            slide.placeholders[LABEL_INDEX].text = (card.label + more).strip()
            if card.number:
                self.node(slide, card)
            if card.body:
                self.body(slide, page)
            self.buttons(slide, page.buttons)
            self.navigation(slide, slides[index + 1] if index + 1 < len(pages) else None)
            self.qr(slide, card.id if card.number else "", QR_BOX)
            write_notes(slide, "\n".join([*card.notes, say("tree.version", version=self.deck.version)]))

    # -- parts of a slide ------------------------------------------------------------------------------------

    def new(self, layout: str, name: str) -> Slide:
        slide: Slide = self.show.slides.add_slide(self.layouts[layout_name(layout)])
        if name:
            self.places[name] = slide
        return slide

    def body(self, slide: Slide, page: Page) -> None:
        holder = slide.placeholders[1]
        put(holder, page.box)
        frame = holder.text_frame
        for index, item in enumerate(page.body):
            paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
            write_paragraph(paragraph, item, page.size)

    def buttons(self, slide: Slide, buttons: Iterable[Placed]) -> None:
        for placed in buttons:
            self.button(slide, placed)

    def button(self, slide: Slide, placed: Placed) -> None:
        """One answer: the whole shape leads to its slide, the number in it too."""
        button, box = placed.button, placed.box
        shape = self.shape(slide, MSO_SHAPE.ROUNDED_RECTANGLE, box, f"{say('slide.answer')} {button.number}".strip())
        shape.adjustments[0] = 0.15
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb("FFFFFF")
        shape.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        shape.line.width = Pt(2)
        write(shape.text_frame, button.text, placed.size, "000000", left=BUTTON_INSET, right=BUTTON_INSET + NODE)
        if button.example:
            under = add_paragraph(shape.text_frame, button.example)
            under.font.size, under.font.color.rgb = Pt(example_size(placed.size)), rgb("000000")
        self.lead(shape, button)
        if not button.number:
            return
        width = node_width(button.number, 14, 28)
        round_box = Box(box.left + box.width - width - 10, box.top + box.height / 2 - 14, width, 28)
        node = self.shape(slide, MSO_SHAPE.ROUNDED_RECTANGLE, round_box, f"{say('slide.to')} {button.number}")
        self.paint_node(node, button.number, 14, accent=1)
        self.lead(node, button)

    def node(self, slide: Slide, card: Card) -> None:
        width = node_width(card.number, 24, NODE_BOX.height)
        box = Box(NODE_BOX.left, NODE_BOX.top, min(width, 72), NODE_BOX.height)
        shape = self.shape(slide, MSO_SHAPE.ROUNDED_RECTANGLE, box, say("node.number", number=card.number))
        self.paint_node(shape, card.number, 24, accent=2 if card.kind == "action" else 1)
        if card.tone:
            shape.fill.fore_color.rgb = rgb(TONES[card.tone])
            shape.text_frame.paragraphs[0].font.color.rgb = rgb(ink_on(TONES[card.tone]))

    def paint_node(self, shape: Shape, number: str, size: int, *, accent: int) -> None:
        shape.adjustments[0] = 0.5
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1 if accent == 1 else MSO_THEME_COLOR.ACCENT_2
        shape.line.fill.background()
        ink = ink_on(self.colours.main if accent == 1 else self.colours.second)
        write(shape.text_frame, number, size, ink, centre=True, bold=True)

    def navigation(self, slide: Slide, onward: Slide | None = None) -> None:
        """Back to what one saw last, to the overview, and to the rest of a long step."""
        back = self.nav_button(slide, 0, "◂ " + say("slide.back"))
        click = etree.SubElement(inside(back, "p:cNvPr"), qn("a:hlinkClick"))
        click.set(qn("r:id"), "")
        click.set("action", LAST_VIEWED)
        self.links.append((self.nav_button(slide, 1, say("slide.overview")), OVERVIEW))
        self.links.append((self.nav_button(slide, 2, say("slide.restart")), START))
        if onward is not None:
            shape = self.nav_button(slide, 3, say("slide.more") + " ▸")
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
            shape.text_frame.paragraphs[0].font.color.rgb = rgb(ink_on(self.colours.main))
            shape.click_action.target_slide = onward
        else:
            self.footer(slide)

    def nav_button(self, slide: Slide, place: int, text: str) -> Shape:
        box = Box(NAV.left + place * (NAV.width + 10), NAV.top, NAV.width, NAV.height)
        shape = self.shape(slide, MSO_SHAPE.ROUNDED_RECTANGLE, box, text.strip("◂▸ "))
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb("EEF2F3")
        shape.line.fill.background()
        write(shape.text_frame, text, 16, "000000", centre=True)
        return shape

    def footer(self, slide: Slide) -> None:
        """The version of the content, in the layout's own place for a footer."""
        layout = slide.slide_layout
        model = next(shape for shape in placeholders(layout) if shape.placeholder_format.idx == FOOTER_INDEX)
        element = copy.deepcopy(model.element)
        for child in list(element.spPr):
            element.spPr.remove(child)
        element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
        slide.shapes._spTree.append(element)  # noqa: SLF001 - python-pptx cannot add a footer
        shape = slide.shapes[-1]
        assert isinstance(shape, Shape)  # noqa: S101 - the element that stands there now
        shape.text_frame.text = f"{say('site.name')} · {say('tree.version', version=self.deck.version).lower()}"
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
        shape.text_frame.paragraphs[0].font.size = Pt(12)

    def qr(self, slide: Slide, node: str, box: Box) -> None:
        url = step_url(self.deck.tree, node)
        picture = slide.shapes.add_picture(io.BytesIO(qr_png(url)), HERE, HERE)
        put(picture, box)
        describe(picture, say("slide.qr", url=url))
        picture.click_action.hyperlink.address = url

    def shape(self, slide: Slide, kind: MSO_SHAPE, box: Box, name: str) -> Shape:
        shape = slide.shapes.add_shape(kind, HERE, HERE, HERE, HERE)
        put(shape, box)
        shape.name = name
        shape.shadow.inherit = False
        return shape

    def lead(self, shape: Shape, button: Button) -> None:
        if button.tree:
            shape.click_action.hyperlink.address = f"{button.tree}.pptx"
        elif button.goal:
            self.links.append((shape, button.goal))

    # -- the file --------------------------------------------------------------------------------------------

    def saved(self) -> bytes:
        properties = self.show.core_properties
        properties.title, properties.author, properties.last_modified_by = (
            self.deck.title[:MOST_OF_A_TITLE],
            say("site.name"),
            say("site.name"),
        )
        properties.subject = say("tree.version", version=self.deck.version)
        properties.language, properties.revision = say("language.region"), 1
        properties.created = properties.modified = EPOCH
        buffer = io.BytesIO()
        self.show.save(buffer)
        return same_every_time(buffer.getvalue())


def same_every_time(archive: bytes) -> bytes:
    """The same archive with no times in it."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(entry, old.read(name), compresslevel=9)
    return result.getvalue()
