"""The complete deck of a tree: one slide a node, answers that lead to their slide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Emu, Pt

from wegwijzer.draw.measure import BOLD, text_height
from wegwijzer.locale import say
from wegwijzer.render.blocks import own
from wegwijzer.render.deck import Button, Card
from wegwijzer.render.session import ASK
from wegwijzer.slides.measure import Box, Numbered, height_of
from wegwijzer.slides.spread import (
    AIR,
    FULL,
    HELP,
    LAST,
    MARGIN,
    QUESTION_SIZES,
    Page,
    Placed,
    button_pages,
    pages_of,
    title_box,
)
from wegwijzer.slides.template import COVER_TEXT, COVER_TITLE, WIDTH, put
from wegwijzer.slides.text import describe, letter, title_of, write_notes
from wegwijzer.slides.write import HERE, LAST_VIEWED, START, Writer
from wegwijzer.view.phrases import danger

OVERVIEW = "--overzicht"
PICTURE = Box(70, 106, 820, 360)
MAP = Box(MARGIN, 96, FULL, LAST - 96)
COVER_TITLES = (44, 40, 36, 32, 28, 24)
COVER_SIZES = (24, 22, 20, 18, 16)
BEGIN = Box(MARGIN, 384, 200, 48)


@dataclass
class Whole(Writer):
    """The complete deck. `pictures` are drawings with their titles, `pitfalls` what often goes wrong at a node."""

    pictures: list[tuple[Path, str]] = field(default_factory=list)
    pitfalls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fill(self) -> None:
        self.cover()
        self.overview()
        for card in self.deck.cards:
            self.node(card)

    def cover(self) -> None:
        slide = self.new("cover", START, self.deck.title)
        letter(title_of(slide).text_frame.paragraphs[0], cover_size(self.deck.title))
        cover_text(self, slide, [self.deck.summary])
        self.button(slide, Placed(Button(say("slide.begin"), self.deck.first), BEGIN, 24, main=True))
        if self.has_overview:
            place = Box(BEGIN.left + BEGIN.width + AIR, BEGIN.top, 240, BEGIN.height)
            self.button(slide, Placed(Button(say("slide.overview"), OVERVIEW), place, 24))
        self.qr(slide)
        self.words(slide, Box(MARGIN, 440, FULL, 44), f"{say('tree.disclaimer')} ({say('node.editorial')})", 16)
        self.foot(slide, [])
        write_notes(slide, say("slide.how", url=self.address))

    @property
    def topics(self) -> list[Button]:
        """What to choose from in the overview: the chapters, or where there are none the questions."""
        questions = [Button(card.title, card.id, card.number) for card in self.deck.cards if card.kind == "question"]
        return list(self.deck.chapters) or ([] if self.pictures else questions)

    @property
    def has_overview(self) -> bool:
        return bool(self.topics or self.pictures)

    def overview(self) -> None:
        """What to choose from, and the tree as a picture where that can be read."""
        name = OVERVIEW
        for buttons in button_pages(self.topics, MAP) if self.topics else []:
            slide = self.new("map", name, say("slide.overview"))
            name = ""
            self.buttons(slide, buttons)
            self.back(slide)
            write_notes(slide, say("slide.how", url=self.address))
        for picture, title in self.pictures:
            self.picture(picture, title, name)
            name = ""

    def picture(self, file: Path, title: str, name: str) -> None:
        slide = self.new("map", name, title)
        size, box = title_box(title, QUESTION_SIZES, 34, lines=1)
        put(title_of(slide), box)
        letter(title_of(slide).text_frame.paragraphs[0], size)
        ground = self.shape(
            slide, Box(MARGIN, PICTURE.top - 10, FULL, PICTURE.height + 20), say("slide.overview"), 0.03
        )
        ground.fill.solid()
        ground.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        shape = slide.shapes.add_picture(str(file), HERE, HERE)
        scale = min(Pt(PICTURE.width) / shape.width, Pt(PICTURE.height) / shape.height)
        shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
        shape.left = Emu(int((Pt(WIDTH) - shape.width) / 2))
        shape.top = Emu(int(Pt(PICTURE.top) + (Pt(PICTURE.height) - shape.height) / 2))
        describe(shape, title)
        self.back(slide)
        write_notes(slide, say("slide.how", url=self.address))

    def node(self, card: Card) -> None:
        """One node, on as many slides as it needs."""
        pages = pages_of(card)
        for index, page in enumerate(pages):
            name = card.id if not index else f"{card.id}--{index}"
            onward = f"{card.id}--{index + 1}" if index + 1 < len(pages) else ""
            self.page(card, page, name, onward)

    def page(self, card: Card, page: Page, name: str, onward: str) -> None:
        asks = card.kind in ("question", "fork")
        slide = self.new("question" if asks else "result", name, card.title)
        put(title_of(slide), page.title)
        letter(title_of(slide).text_frame.paragraphs[0], page.title_size)
        if page.body:
            self.text(slide, 1, page.body, page.size, page.box)
        elif page.help:
            self.text(slide, 1, [Numbered(own("text", card.help))], HELP, page.help)
            slide.placeholders[1].text_frame.paragraphs[0].space_before = Pt(0)
        else:
            self.without(slide, 1)
        if page.said:
            self.card(slide, 2, page.said, page.said_size, page.said_box)
        else:
            self.without(slide, 2)
        if not asks:
            self.chips(slide, card, page.what)
        self.buttons(slide, page.buttons)
        about = say("node.number", number=card.number) if card.number else ""
        self.back(slide, about, onward)
        write_notes(slide, "\n".join(self.notes(card, page)))

    def back(self, slide: Slide, about: str = "", onward: str = "") -> None:
        """Back to what one saw last, to the overview and to the start, and on with a long node."""
        links = [(f"← {say('slide.back')}", LAST_VIEWED)]
        links += [(say("slide.overview"), OVERVIEW)] if self.has_overview else []
        links += [(say("slide.restart"), START)]
        links += [(f"{say('slide.more')} →", onward)] if onward else []
        self.foot(slide, links, about)

    def notes(self, card: Card, page: Page) -> Iterable[str]:
        """What a trainer needs: what to ask, how long, what goes wrong; then what explains it and what that rests on."""
        if card.number:
            yield say("slide.ask_action" if card.kind == "action" else "slide.ask_question")
            yield say("slide.minutes", count=ASK)
        if told := self.pitfalls.get(card.id):
            yield say("slide.pitfalls")
            yield from (f"- {line}" for line in told)
        yield from aside(card, tasks=page.less)
        yield from card.notes
        yield say("tree.version", version=self.deck.version)


def aside(card: Card, *, tasks: bool = False) -> Iterable[str]:
    """What a card says that has no room on a slide, and its `tasks` and reply in full when those were shown in fewer words.

    Contacts are among its notes.
    """
    parts = [
        part
        for part in card.parts
        if (part.aside and part.name != "contacts") or (tasks and (part.name in ("tasks", "closing") or part.short))
    ]
    if parts:
        yield say("slide.rest")
    for part in parts:
        yield from (f"- {block.text}" if block.kind == "point" else block.text for block in part.blocks)


def cover_text(writer: Writer, slide: Slide, lines: Iterable[str]) -> None:
    """What stands under the title of a deck, and whom to call in danger."""
    said = [Numbered(own("text", line)) for line in lines if line]
    if calls := danger():
        said.append(Numbered(own("heading", calls)))
    size = next((s for s in COVER_SIZES if height_of(said, s, COVER_TEXT.width) <= COVER_TEXT.height), COVER_SIZES[-1])
    writer.text(slide, 1, said, size, COVER_TEXT)


def cover_size(title: str) -> int:
    """The size of a title on the first slide."""
    room = COVER_TITLE
    return next((s for s in COVER_TITLES if text_height(title, BOLD, s, room.width) <= room.height), COVER_TITLES[-1])
