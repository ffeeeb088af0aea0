"""The slides of a session: its programme, its exercises as posts and questions, its cases, and what to take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pptx.slide import Slide

from municipal.records import Assignment
from municipal.sessions.programme import LONG, Programme, Slot, is_role
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import own
from wegwijzer.render.deck import Deck
from wegwijzer.slides.measure import LARGE, SMALLEST, Box, Numbered, height_of, spread
from wegwijzer.slides.short import Short, with_card
from wegwijzer.slides.spread import AIR, FULL, INSET, LAST, MARGIN, QUESTION_SIZES, TOP, items, title_box
from wegwijzer.slides.template import Colours, put
from wegwijzer.slides.text import letter, title_of, write_notes
from wegwijzer.workplace import site_url

PROGRAMME = "--programma"


def slides(programme: Programme, colours: Colours) -> bytes:
    """The presentation of a session, as a PowerPoint file."""
    first = next(iter(programme.trees), "")
    deck = Deck(first, programme.session.title, plain(programme.session.goal), programme.version, "", (), (), ())
    cases = tuple(case for slot in programme.slots for case in slot.cases)
    return SessionDeck(deck, colours, cases=cases, programme=programme).file()


@dataclass
class SessionDeck(Short):
    """The slides of one session, in the order of its parts."""

    programme: Programme | None = None

    def fill(self) -> None:
        if self.programme is None:
            return
        told = self.programme
        time = say("exercise.minutes", minutes=told.session.minutes)
        self.cover([self.deck.summary, time], PROGRAMME, say("session.deck_note", url=self.address))
        rows = [f"{slot.title} · {say('exercise.minutes', minutes=slot.part.minutes)}" for slot in told.slots]
        opening = [f"- {plain(line)}" for line in told.common.opening]
        self.flow(PROGRAMME, say("session.programme"), rows, "\n".join(opening))
        agreements = "\n".join(f"- {plain(line)}" for line in told.safety)
        self.flow("", say("session.agreements"), told.common.agreements, agreements)
        number = 0
        for slot in told.slots:
            self.part(slot)
            for case in slot.cases:
                number += 1
                self.post(case, number)
                self.discussion(case, number)
                self.advice(case, number)
        closing = "\n".join(f"- {plain(line)}" for line in told.common.closing)
        self.flow("", say("session.takeaways"), told.common.takeaways, closing, count=True)

    @property
    def address(self) -> str:
        """Where the session stands on the site."""
        return f"{site_url()}trainers/{self.programme.id if self.programme else ''}/"

    def part(self, slot: Slot) -> None:
        """What a part begins with, and the slides of its exercise."""
        time = say("exercise.minutes", minutes=slot.part.minutes)
        notes = [say("slide.minutes", count=slot.part.minutes), *(f"- {plain(step)}" for step in slot.steps)]
        if slot.part.moment in {"welkom", "slot"}:
            return  # their slides stand first and last
        if slot.exercise:
            notes += [plain(slot.exercise.goal), plain(slot.exercise.trainer)]
            self.flow("", slot.title, slot.exercise.steps, "\n".join(notes), count=True, told=time)
            message = ""
            for number, task in enumerate(slot.exercise.tasks, 1):
                message = task.post or message
                if not is_role(task):
                    self.assignment(task, f"{number}/{len(slot.exercise.tasks)}", message)
            if roles := [task for task in slot.exercise.tasks if is_role(task)]:
                answers = [line for task in roles for line in _notes(task)]
                self.flow("", say("session.own_card"), [say("session.own_card_about")], "\n".join(answers))
            asked = say("session.debrief_note")
            self.flow("", say("exercise.debrief"), slot.exercise.debrief, asked)
        elif slot.cases:
            steps = [say(f"slide.works_{each}") for each in ("read", "choose", "talk", "look")]
            self.flow("", slot.title, steps, say("slide.works_note"), count=True, told=time)
        else:
            self.flow("", slot.title, slot.steps or [time], "\n".join(notes), told=time)

    def flow(
        self, name: str, title: str, lines: Iterable[str], notes: str, *, count: bool = False, told: str = ""
    ) -> None:
        """Lines in letters as large as they can be, over more slides where they do not fit on one."""
        size, head = title_box(title, QUESTION_SIZES, TOP)
        top = head.bottom + AIR
        said = items(own("task" if count else "text", plain(line)) for line in lines)
        body, pages = spread(said, FULL, LAST - top, LARGE)
        for page in pages:
            slide = self.headed("discussion", name, title, size, head)
            name = ""
            self.text(slide, 1, page, body, Box(MARGIN, top, FULL, LAST - top))
            self.without(slide, 2)
            self.back(slide, told)
            write_notes(slide, notes)

    def assignment(self, task: Assignment, place: str, message: str) -> None:
        """One task of an exercise: its question, what there is to choose, and the message as one would see it. Without one of
        its own, that of a task before it stays in sight where there is room.
        """
        question = plain(task.question)
        title = question if len(question) <= LONG else say("session.task", number=place.partition("/")[0])
        size, head = title_box(title, QUESTION_SIZES, TOP)
        top = head.bottom + AIR
        asked = [Numbered(own("text", question))] if title != question else []
        asked += [Numbered(own("point", plain(option))) for option in task.options]
        post = [Numbered(own("text", plain(line))) for line in message.splitlines() if line.strip()]
        if not task.post and len(_divided(asked, post, LAST - top)) > 1:
            post = []
        notes = "\n".join(_notes(task))
        for said, shown in _divided(asked, post, LAST - top):
            slide = self.headed("discussion", "", title, size, head)
            body = next((each for each in LARGE if with_card(said, shown, each) <= LAST - top), SMALLEST)
            below = self.message(slide, shown, top, body) if shown else top
            if said:
                self.text(slide, 1, said, body, Box(MARGIN, below, FULL, LAST - below))
            self.without(slide, *([] if said else [1]), *([] if shown else [2]))
            self.back(slide, say("session.task", number=place))
            write_notes(slide, notes)

    def message(self, slide: Slide, post: Sequence[Numbered], top: float, size: int) -> float:
        """The message on its card; gives where the next thing begins."""
        height = height_of(post, size, FULL - 2 * INSET) + 2 * INSET
        self.card(slide, 2, post, size, Box(MARGIN, top, FULL, height))
        return top + height + 2 * AIR

    def headed(self, layout: str, name: str, title: str, size: int, head: Box) -> Slide:
        """A slide with its title in its place."""
        slide = self.new(layout, name, title)
        put(title_of(slide), head)
        letter(title_of(slide).text_frame.paragraphs[0], size)
        return slide


def _divided(asked: list[Numbered], post: list[Numbered], room: float) -> list[tuple[list[Numbered], list[Numbered]]]:
    """What stands together on a slide: both, or first the message and then what there is to choose."""
    if not post:
        return [(part, []) for part in spread(asked, FULL, room)[1]] if asked else [([], [])]
    return (
        [(asked, post)]
        if with_card(asked, post, SMALLEST) <= room
        else [([], post), *((part, []) for part in spread(asked, FULL, room)[1])]
    )


def _notes(task: Assignment) -> Iterable[str]:
    """What the trainer reads below a task."""
    yield say("session.ask")
    if task.answer:
        yield f"{say('session.answer')}: {plain(task.answer)}"
    if task.why:
        yield f"{say('session.why')}: {plain(task.why)}"
