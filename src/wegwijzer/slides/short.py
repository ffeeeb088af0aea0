"""The short deck of a tree: a few cases as posts, each with a slide to talk and one with the advice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide
from pptx.util import Pt

from wegwijzer.draw.measure import BOLD, REGULAR, text_height, text_width
from wegwijzer.locale import say
from wegwijzer.render.blocks import own
from wegwijzer.render.deck import Button
from wegwijzer.render.session import LOOK, TALK, Choice, SessionCase, minutes
from wegwijzer.slides.icons import icon_png
from wegwijzer.slides.measure import LARGE, SIZES, SMALLEST, Box, Numbered, height_of
from wegwijzer.slides.spread import (
    AIR,
    CHIPS,
    FULL,
    INSET,
    LAST,
    MARGIN,
    RESULT_SIZES,
    SAID,
    TOP,
    Page,
    Placed,
    beside,
    button_pages,
    items,
    one_column,
    title_box,
)
from wegwijzer.slides.template import put
from wegwijzer.slides.text import add_paragraph, letter, title_of, write_notes
from wegwijzer.slides.whole import BEGIN, aside, cover_size, cover_text
from wegwijzer.slides.write import BEFORE, START, Writer

TILE = 60
POST = TOP + 50
"""Where a post begins, under the small title."""
HEAD, AVATAR = 20, 40
TASKS = 3
"""How many tasks stand under the reason where not all fit."""


@dataclass
class Short(Writer):
    """The short deck, for a group."""

    cases: Sequence[SessionCase] = ()

    def fill(self) -> None:
        count = len(self.cases)
        told = "slide.session" if count > 1 else "slide.session_one"
        self.cover(
            [say("slide.short"), say(told, count=count, minutes=minutes(count))],
            "works",
            say("slide.end_note", url=self.address),
        )
        self.lines(
            "works",
            say("slide.works"),
            [f"works_{each}" for each in ("read", "choose", "talk", "look")],
            say("slide.works_note"),
            count=True,
        )
        for number, case in enumerate(self.cases, 1):
            self.post(case, number)
            self.discussion(case, number)
            self.advice(case, number)
        self.lines("end", say("slide.end"), ["end_one", "end_two"], say("slide.end_note", url=self.address))

    def cover(self, told: list[str], first: str, notes: str) -> None:
        """The title with what is `told` of it, the one QR code, and a button that leads to the `first` slide after it."""
        slide = self.new("cover", START, self.deck.title)
        letter(title_of(slide).text_frame.paragraphs[0], cover_size(self.deck.title))
        cover_text(self, slide, told)
        self.button(slide, Placed(Button(say("slide.begin"), first), BEGIN, 24, main=True))
        self.qr(slide)
        self.words(slide, Box(MARGIN, 440, FULL, 44), f"{say('tree.disclaimer')} ({say('node.editorial')})", 16)
        self.foot(slide, [])
        write_notes(slide, notes)

    def lines(self, name: str, title: str, keys: Iterable[str], notes: str, *, count: bool = False) -> None:
        """A few short lines in large letters."""
        slide = self.new("discussion", name, title)
        said = items(own("task" if count else "text", say(f"slide.{key}")) for key in keys)
        size = next((s for s in LARGE if height_of(said, s, FULL) <= LAST - 110), SMALLEST)
        self.text(slide, 1, said, size, Box(MARGIN, 110, FULL, LAST - 110))
        self.without(slide, 2)
        self.back(slide)
        write_notes(slide, notes)

    def post(self, case: SessionCase, number: int) -> None:
        """A post as one would see it, and what there is to choose."""
        goal = f"talk-{number}"
        slide = self.new("post", f"case-{number}", f"{self.place(number)}: {say('quiz.question').lower()}")
        put(title_of(slide), Box(MARGIN, TOP, FULL, 36))
        top = self.choices(slide, case.choices, goal)
        size, box = post_box(case, top - 2 * AIR)
        holder = slide.placeholders[1]
        put(holder, box)
        frame = holder.text_frame
        frame.text = case.title
        head = frame.paragraphs[0]
        letter(head, HEAD, bold=True)
        head.space_after = Pt(16)
        head._p.get_or_add_pPr().set("marL", str(Pt(AVATAR + 14)))  # noqa: SLF001 - python-pptx knows no indents
        for line in case.post.splitlines():
            letter(add_paragraph(frame, line), size)
        self.ground(slide, box)
        frame.margin_top = Pt(24)
        round_box = Box(box.left + INSET, box.top + 16, AVATAR, AVATAR)
        circle = self.shape(slide, round_box, say("slide.layout_post"), 0.5)
        circle.fill.solid()
        circle.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
        if picture := icon_png("user", self.look["soft"]):
            self.icon(slide, picture, Box(round_box.left + 8, round_box.top + 8, 24, 24))
        self.back(slide, say("slide.case_foot", count=LOOK))
        write_notes(slide, "\n".join([say("slide.ask_case"), say("slide.minutes", count=LOOK), *self.wrong(case)]))

    def choices(self, slide: Slide, choices: Sequence[Choice], goal: str) -> float:
        """What there is to choose, at the foot; gives where that begins."""
        wide = (FULL - AIR * (len(choices) - 1)) / len(choices)
        fits = all(text_width(choice.text, BOLD, 22) + 64 <= wide for choice in choices)
        if fits and all(choice.outcome for choice in choices):
            for index, choice in enumerate(choices):
                box = Box(MARGIN + index * (wide + AIR), LAST - TILE, wide, TILE)
                self.button(
                    slide,
                    Placed(Button(choice.text, goal, icon=choice.outcome.icon if choice.outcome else ""), box, 22),
                )
            return LAST - TILE
        buttons = [Button(choice.text, goal) for choice in choices]
        room = Box(MARGIN, 0, FULL, 190)
        placed = one_column(buttons, room) or button_pages(buttons, room)[0]
        shift = LAST - max(each.box.bottom for each in placed)
        for each in placed:
            moved = Box(each.box.left, each.box.top + shift, each.box.width, each.box.height)
            self.button(slide, Placed(each.button, moved, each.size))
        return shift

    def discussion(self, case: SessionCase, number: int) -> None:
        """What to talk about, with the post in sight."""
        slide = self.new("discussion", f"talk-{number}", say("slide.discuss", here=number))
        said = [Numbered(own("text", say(f"slide.{key}"))) for key in ("discuss_who", "discuss_doubt")]
        top = 34 + 48 + AIR
        told = [Numbered(own("heading", case.title)), *(Numbered(own("text", line)) for line in case.post.splitlines())]
        size = next((s for s in LARGE if with_card(said, told, s) <= LAST - top), SMALLEST)
        put(title_of(slide), Box(MARGIN, 34, FULL, 48))
        tall = height_of(said, size, FULL)
        self.text(slide, 1, said, size, Box(MARGIN, top, FULL, tall))
        height = height_of(told, size, FULL - 2 * INSET) + 2 * INSET
        self.card(slide, 2, told, size, Box(MARGIN, top + tall + 2 * AIR, FULL, height))
        self.back(slide, say("slide.talk_foot", count=TALK))
        notes = [say("slide.ask_discussion"), say("slide.minutes", count=TALK)]
        if case.parting:
            notes += [say("slide.partings"), *(f"- {line}" for line in case.parting)]
        write_notes(slide, "\n".join([*notes, *self.wrong(case)]))

    def advice(self, case: SessionCase, number: int) -> None:
        """What the tree advises: why, what one does, and what one says; all of it stands in the notes."""
        card = case.advised
        slide = self.new("result", f"advice-{number}", card.title)
        size, box = title_box(card.title, RESULT_SIZES, TOP + CHIPS)
        page = fitted(case, Page(box, size))
        put(title_of(slide), box)
        letter(title_of(slide).text_frame.paragraphs[0], size)
        self.text(slide, 1, page.body, page.size, page.box)
        if page.said:
            self.card(slide, 2, page.said, page.said_size, page.said_box)
        else:
            self.without(slide, 2)
        self.chips(slide, card, f"{say('slide.advice')} · {self.place(number).lower()}")
        self.back(slide)
        all_of_it = (block.text for part in card.parts if not part.aside for block in part.blocks)
        write_notes(slide, "\n".join([*all_of_it, *aside(card), *card.notes]))

    def place(self, number: int) -> str:
        return say("slide.case", here=number, all=len(self.cases))

    def wrong(self, case: SessionCase) -> Iterable[str]:
        """What people often get wrong in a case."""
        return [say("slide.pitfalls"), f"- {case.why}"] if case.why else []

    def back(self, slide: Slide, told: str = "") -> None:
        self.foot(slide, [(f"← {say('slide.back')}", BEFORE), (say("slide.restart"), START)], told=told)


def with_card(said: Sequence[Numbered], post: Sequence[Numbered], size: int) -> float:
    """What lines, and a message on its card above or below them, take in one size."""
    card = height_of(post, size, FULL - 2 * INSET) + 2 * INSET + 2 * AIR if post else 0
    return card + height_of(said, size, FULL)


def fitted(case: SessionCase, page: Page) -> Page:
    """As much of the advice as one slide holds: the reason always, then tasks and reply."""
    why = [Numbered(own("text", case.why))] if case.why else []
    tasks = items(block for part in case.advised.parts if part.name == "tasks" for block in part.blocks)
    first = [item for item in tasks if item.number][:TASKS]
    told = items(block for part in case.advised.parts if part.name == SAID[0] for block in part.blocks)
    for do in ([*why, *tasks], [*why, *first], [*why, *first[:1]]):
        if told and (found := beside(page, do, told, LAST)):
            return found
    top = page.title.bottom + AIR
    box = Box(MARGIN, top, FULL, LAST - top)
    for do in ([*why, *tasks], [*why, *first], why or first[:1]):
        for size in SIZES:
            if height_of(do, size, FULL) <= box.height:
                return Page(page.title, page.title_size, body=tuple(do), size=size, box=box)
    return Page(page.title, page.title_size, body=tuple(why or first[:1]), size=SMALLEST, box=box)


def post_box(case: SessionCase, bottom: float) -> tuple[int, Box]:
    """The size of a post, and its card."""
    room = FULL - 2 * INSET
    head = text_height(case.title, BOLD, HEAD, room - AVATAR - 14)
    for size in LARGE:
        tall = 24 + head + 16 + sum(text_height(line, REGULAR, size, room) for line in case.post.splitlines()) + INSET
        if POST + tall <= bottom:
            return size, Box(MARGIN, POST, FULL, tall)
    return SMALLEST, Box(MARGIN, POST, FULL, bottom - POST)
