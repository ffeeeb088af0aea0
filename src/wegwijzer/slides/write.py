"""What every deck is written with: chips, buttons, icons, the foot of a slide, and a file with the same bytes every time."""

from __future__ import annotations

import copy
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu

from wegwijzer.draw.measure import BOLD, REGULAR, text_width
from wegwijzer.draw.palette import palette
from wegwijzer.draw.qr import qr_png, step_url
from wegwijzer.locale import say
from wegwijzer.model import SOON
from wegwijzer.render.deck import Button, Card, Deck
from wegwijzer.slides.icons import icon_png
from wegwijzer.slides.measure import Box, Numbered
from wegwijzer.slides.spread import CHEVRON, FULL, ICON, INSET, MARGIN, TOP, Placed, example_size
from wegwijzer.slides.template import (
    FOOTER_INDEX,
    Colours,
    bare,
    ink_on,
    inside,
    layout_name,
    placeholders,
    put,
)
from wegwijzer.slides.text import add_paragraph, decorate, describe, letter, rgb, title_of, write, write_paragraph

CHIP = 32
FOOT, FOOT_SIZE = Box(MARGIN, 496, 0, 28), 16
TOLD = 400
COVER_QR = Box(736, 60, 170, 170)
HERE = Emu(0)
"""Where a shape begins, until it is put in its box."""
START = "--titel"
EPOCH = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
MOST_OF_A_TITLE = 255
"""What a property of the file holds."""
JUMP = "ppaction://hlinkshowjump?jump="
LAST_VIEWED, BEFORE = JUMP + "lastslideviewed", JUMP + "previousslide"


@dataclass
class Writer:
    """Fills one presentation. `places` knows the first slide of every card, `links` what must lead there."""

    deck: Deck
    colours: Colours
    places: dict[str, Slide] = field(default_factory=dict)
    links: list[tuple[BaseShape, str]] = field(default_factory=list)

    def file(self) -> bytes:
        """The whole file."""
        self.look = palette()
        self.show = bare(self.colours)
        _remember_parts(self.show.part.package)
        self.layouts = {layout.name: layout for layout in self.show.slide_layouts}
        self.fill()
        for shape, goal in self.links:
            if goal in self.places:
                shape.click_action.target_slide = self.places[goal]
        return self.saved()

    def fill(self) -> None:
        """Make the slides."""
        raise NotImplementedError

    # -- parts of a slide ------------------------------------------------------------------------------------

    def new(self, layout: str, name: str, title: str) -> Slide:
        """A slide with its title. What a layout offers and the slide leaves empty goes when it is filled in."""
        slide: Slide = self.show.slides.add_slide(self.layouts[layout_name(layout)])
        if name:
            self.places[name] = slide
        title_of(slide).text = title
        return slide

    def text(self, slide: Slide, index: int, paragraphs: Sequence[Numbered], size: int, box: Box) -> None:
        """Paragraphs in a placeholder."""
        holder = slide.placeholders[index]
        put(holder, box)
        for number, item in enumerate(paragraphs):
            frame = holder.text_frame
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            write_paragraph(paragraph, item, size)

    def card(self, slide: Slide, index: int, paragraphs: Sequence[Numbered], size: int, box: Box) -> None:
        """Paragraphs on a white card."""
        self.text(slide, index, paragraphs, size, box)
        self.ground(slide, box)

    def ground(self, slide: Slide, box: Box) -> None:
        """A white card behind everything: a form of its own, as not every program gives a placeholder round corners."""
        shape = self.shape(slide, box, say("slide.card"), 10 / min(box.width, box.height))
        shape.fill.solid()
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        decorate(shape)
        slide.shapes._spTree.insert(2, shape._element)  # noqa: SLF001 - python-pptx only adds in front

    def without(self, slide: Slide, *indexes: int) -> None:
        """Take placeholders away that a slide has no use for."""
        for shape in list(slide.placeholders):
            if shape.placeholder_format.idx in indexes:
                shape.element.getparent().remove(shape.element)

    def chips(self, slide: Slide, card: Card, what: str = "") -> None:
        """How soon, what it comes down to, and what this slide is about, above the title of a result."""
        left: float = MARGIN
        if card.interim:
            left = self.chip(slide, left, say("node.interim"), "", "")
        if card.urgency:
            tone = "red" if card.urgency == SOON else ""
            left = self.chip(slide, left, say("urgency." + card.urgency), "clock", tone)
        if card.outcome:
            left = self.chip(slide, left, card.outcome.text, card.outcome.icon, card.outcome.tone)
        if what:
            self.words(slide, Box(left + 4, TOP, MARGIN + FULL - left - 4, CHIP), what, 18)

    def chip(self, slide: Slide, left: float, text: str, icon: str, tone: str) -> float:
        """One chip; gives where the next begins. Without a tone it is quiet. It leaves room for what stands beside it."""
        fill, ink = (self.look[f"tone-{tone}"], self.look["on-tone"]) if tone else ("#ffffff", self.look["ink"])
        picture = icon_png(icon, _whole(ink))
        room = 28 if picture else 0
        width = min(text_width(text, BOLD, 18) + room + 30, 0.7 * (MARGIN + FULL - left))
        shape = self.shape(slide, Box(left, TOP, width, CHIP), text, 0.5)
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(_whole(fill))
        write(shape.text_frame, text, 18, _whole(ink), left=14 + room, right=8, bold=True)
        if picture:
            self.icon(slide, picture, Box(left + 12, TOP + 5, 22, 22))
        return left + width + 8

    def words(self, slide: Slide, box: Box, text: str, size: int) -> Shape:
        """Soft words that are no part of the layout."""
        shape = slide.shapes.add_textbox(HERE, HERE, HERE, HERE)
        put(shape, box)
        write(shape.text_frame, text, size, self.look["soft"])
        return shape

    def icon(self, slide: Slide, picture: bytes, box: Box) -> BaseShape:
        """An icon beside its word."""
        shape = slide.shapes.add_picture(io.BytesIO(picture), HERE, HERE)
        put(shape, box)
        decorate(shape)
        return shape

    def buttons(self, slide: Slide, buttons: Iterable[Placed]) -> None:
        for placed in buttons:
            self.button(slide, placed)

    def button(self, slide: Slide, placed: Placed) -> None:
        """One answer: the whole row leads to its slide, the icons on it too."""
        button, box = placed.button, placed.box
        shape = self.shape(slide, box, f"{say('slide.answer')} {button.number}".strip(), 6 / min(box.height, box.width))
        shape.fill.solid()
        ink, soft, mark = self.look["ink"], self.look["soft"], _whole(self.look["accent"])
        if placed.main:
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
            ink = soft = mark = "#" + ink_on(self.colours.main).lower()
        else:
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
            mark = f"#{self.colours.main.lower()}"
        picture = icon_png(button.icon, mark)
        left = INSET + (ICON if picture else 0)
        write(shape.text_frame, button.text, placed.size, ink, left=left, right=INSET + CHEVRON, bold=True)
        if button.example:
            under = add_paragraph(shape.text_frame, button.example)
            letter(under, example_size(placed.size), bold=False, ink=soft)
        self.lead(shape, button)
        middle = box.top + box.height / 2
        if picture:
            self.lead(self.icon(slide, picture, Box(box.left + INSET - 2, middle - 16, 32, 32)), button)
        if (button.goal or button.tree) and (chevron := icon_png("chevron-right", mark)):
            place = Box(box.left + box.width - INSET - 22, middle - 13, 26, 26)
            self.lead(self.icon(slide, chevron, place), button)

    def foot(self, slide: Slide, links: Iterable[tuple[str, str]], about: str = "", told: str = "") -> None:
        """Ways back at the foot, as quiet words, and at the right whose slides these are, which step and which version.

        A link is what it says and where it leads: a name of a slide, or a jump of PowerPoint. Between them stands what the
        group is `told`.
        """
        left: float = FOOT.left
        for text, goal in links:
            width = text_width(text, REGULAR, FOOT_SIZE) + 20
            shape = self.shape(slide, Box(left, FOOT.top, width, FOOT.height), text.strip("← "), 0.2)
            shape.fill.solid()
            shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
            write(shape.text_frame, text, FOOT_SIZE, self.look["soft"])
            left += width + 6
            if goal.startswith(JUMP):
                click = etree.SubElement(inside(shape, "p:cNvPr"), qn("a:hlinkClick"))
                click.set(qn("r:id"), "")
                click.set("action", goal)
            else:
                self.links.append((shape, goal))
        if told:
            self.words(slide, Box(left + 8, FOOT.top, TOLD, FOOT.height), told, FOOT_SIZE)
        self.footer(slide, about)

    def footer(self, slide: Slide, about: str) -> None:
        """Whose it is and the version of the content, in the layout's own place for a footer."""
        layout = slide.slide_layout
        model = next(shape for shape in placeholders(layout) if shape.placeholder_format.idx == FOOTER_INDEX)
        element = copy.deepcopy(model.element)
        for child in list(element.spPr):
            element.spPr.remove(child)
        element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
        slide.shapes._spTree.append(element)  # noqa: SLF001 - python-pptx cannot add a footer
        shape = slide.shapes[-1]
        assert isinstance(shape, Shape)  # noqa: S101 - the element that stands there now
        version = say("tree.version", version=self.deck.version).lower()
        shape.text_frame.text = " · ".join(filter(None, (say("site.name"), about.lower(), version)))
        letter(shape.text_frame.paragraphs[0], 12)

    @property
    def address(self) -> str:
        """Where on the site stands what the slides are about."""
        return step_url(self.deck.tree)

    def qr(self, slide: Slide) -> None:
        """The code that opens it on a phone."""
        picture = slide.shapes.add_picture(io.BytesIO(qr_png(self.address)), HERE, HERE)
        put(picture, COVER_QR)
        describe(picture, say("slide.qr", url=self.address))
        picture.click_action.hyperlink.address = self.address

    def shape(self, slide: Slide, box: Box, name: str, corners: float) -> Shape:
        """A form with round corners and no line around it; `corners` is their share of its shortest side."""
        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, HERE, HERE, HERE, HERE)
        put(shape, box)
        shape.name = name
        inside(shape, "a:effectRef").set("idx", "0")  # no shadow: not every program heeds an empty list of effects
        shape.adjustments[0] = round(min(corners, 0.5), 4)
        shape.line.fill.background()
        return shape

    def lead(self, shape: BaseShape, button: Button) -> None:
        """Make a shape lead where a button leads."""
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


def _remember_parts(package: Any) -> None:
    """Let a package know a picture again, and the next free name, at once: python-pptx looks through all slides, each time."""
    known: dict[bytes, Any] = {}
    last: dict[str, int] = {}
    look_for, free = package.get_or_add_image_part, package.next_partname

    def found(file: IO[bytes] | str) -> Any:
        if isinstance(file, str):
            return look_for(file)
        picture = file.read()
        if picture not in known:
            known[picture] = look_for(io.BytesIO(picture))
        return known[picture]

    def named(form: str) -> PackURI:
        name = free(form) if form not in last else PackURI(form % (last[form] + 1))
        last[form] = name.idx or 0
        return name

    package.get_or_add_image_part, package.next_partname = found, named


def _whole(colour: str) -> str:
    """A colour in six digits: style sheets write some in three."""
    digits = colour.lstrip("#")
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)  # noqa: PLR2004 - as said
