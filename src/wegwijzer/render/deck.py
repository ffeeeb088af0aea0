"""A tree as a deck of cards: what slides and cards of paper show of every step, before anything is measured.

A card is one question, action or fork. Slides spread a long card over more than one; see wegwijzer.slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact, Outcome
from wegwijzer.model.text import plain
from wegwijzer.render.anyway import anyway_lines
from wegwijzer.render.blocks import Block, Kind, blocks_of, credit_words, entry_blocks, own, said
from wegwijzer.view.nodes import closing_lines, node_ids, static_view
from wegwijzer.view.phrases import first_node
from wegwijzer.view.records import Entry, Line, NodeView, Related, ReplyLine, Section

PLAINER: dict[Kind, Kind] = {"warning": "heading", "subheading": "heading", "item": "point"}
"""A card knows fewer kinds of blocks: a warning is bold as a heading is, and never apart from the tasks below it."""
ASIDE = {"contacts", "document"}
"""Sections that stand in the notes of a slide, beside those that only say where else to look: who reads them sits at a desk."""
ELSEWHERE = {"help", "handover", "sources"}
"""The sections of a node that stand in its notes or on its buttons. (What needs a walk is on no card; see `closing_lines`.)"""

QUOTED = re.compile(r"(‘[^’]*’)")
"""An answer or a question as a condition names it."""


@dataclass(frozen=True)
class Button:
    """Where one can go on: a step of this deck with its number, or the deck of another tree."""

    text: str
    goal: str = ""
    number: str = ""
    tree: str = ""
    example: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Part:
    """What a card says about one thing: the section of the node, and whether it may stand in the notes of a slide (`aside`).
    `short` says the same in fewer words where the tree has those, for a slide with much on it.
    """

    name: str
    blocks: tuple[Block, ...]
    aside: bool = False
    short: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Card:
    """One node. `help` explains it in a few words; `interim` is an action after which the walk goes on."""

    id: str
    number: str
    kind: Literal["question", "action", "fork", "closing"]
    label: str
    title: str
    parts: tuple[Part, ...] = ()
    buttons: tuple[Button, ...] = ()
    notes: tuple[str, ...] = ()
    tone: str = ""
    help: str = ""
    urgency: str = ""
    outcome: Outcome | None = None
    interim: bool = False

    @property
    def body(self) -> tuple[Block, ...]:
        """All that the card says, in order."""
        return tuple(block for part in self.parts for block in part.blocks)


@dataclass(frozen=True)
class Deck:
    """All cards of a tree, in order of number. `chapters` leads from the title of a chapter to its first step; `parts`
    are the diagrams of the chapters: name and title.
    """

    tree: str
    title: str
    summary: str
    version: str
    first: str
    chapters: tuple[Button, ...]
    parts: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]


def deck_of(compiled: Compiled, *, marked: bool = True) -> Deck:
    """The deck of a tree. What the editors added is `marked` in the text, or else in the notes."""
    numbers = compiled.numbers
    doubts = anyway_lines(compiled)
    cards = [
        card_of(static_view(compiled, name), marked=marked, doubt=doubts.get(name, "")) for name in node_ids(compiled)
    ]
    closing = closing_lines(compiled)
    if closing:
        lines = tuple(replace(line, style="task", editorial=line.editorial and marked) for line in closing)
        body = tuple(block for line in lines for block in entry_blocks(line))
        cards.append(Card("--afsluiting", "", "closing", "", say("node.closing"), (Part("closing", body),)))
    return Deck(
        tree=compiled.id,
        title=compiled.tree.title,
        summary=plain(compiled.tree.summary or ""),
        version=compiled.version,
        first=first_node(compiled),
        chapters=tuple(
            Button(chapter.title, chapter.start, numbers[chapter.start])
            for chapter in compiled.tree.chapters.values()
            if chapter.start in numbers
        ),
        parts=tuple((name, chapter.title) for name, chapter in compiled.tree.chapters.items()),
        cards=tuple(cards),
    )


def card_of(view: NodeView, *, marked: bool = True, doubt: str = "") -> Card:
    """One node as a card. `doubt` is what holds in any case, for who does not know the answer."""
    return Card(
        id=view.id,
        number=view.number,
        kind=view.kind,  # type: ignore[arg-type]
        label=_label(view),
        title=plain(view.title),
        parts=tuple(part for part in _parts(view, marked=marked) if part.blocks),
        buttons=tuple(_buttons(view)),
        notes=(*([plain(doubt)] if doubt else []), *_notes(view), *(() if marked else _additions(view))),
        tone=view.outcome.tone if view.outcome else "",
        help=" ".join(plain(line.text) for line in view.about("help")),
        urgency=view.urgency,
        outcome=view.outcome,
        interim=view.kind == "action" and not view.final,
    )


def _label(view: NodeView) -> str:
    words = [say("node.number", number=view.number)]
    if view.kind == "action":
        words.append(say("tree.action") if view.final else say("node.interim").lower())
    if view.urgency:
        words.append(say("urgency." + view.urgency).lower())
    if view.outcome:
        words.append(view.outcome.text.lower())
    if view.policy:
        words.append(say("node.policy").rstrip(".").lower())
    return " · ".join(words)


# -- what stands on a card -----------------------------------------------------------------------------------


def _parts(view: NodeView, *, marked: bool) -> Iterator[Part]:
    yield Part("asked", tuple(_asked(view)))
    for section in view.sections:
        if section.name not in ELSEWHERE:
            told = section if marked else unmarked(section)
            aside = section.refers or section.name in ASIDE
            yield Part(section.name, _blocks(told), aside, _blocks(_shorter(told)) if _shorter(told) != told else ())


def _blocks(section: Section) -> tuple[Block, ...]:
    return tuple(replace(block, kind=PLAINER.get(block.kind, block.kind)) for block in _section(section))


def _shorter(section: Section) -> Section:
    """A section with the shorter of two replies."""
    return replace(
        section,
        entries=tuple(
            replace(entry, text=entry.short) if isinstance(entry, ReplyLine) and entry.short else entry
            for entry in section.entries
        ),
    )


def _asked(view: NodeView) -> Iterator[Block]:
    """What there is to choose or to fill in, where that is no button."""
    if view.many:
        yield own("note", say("node.choose_many"))
        yield from (
            said("point", answer.text + (f" ({answer.example})" if answer.example else "")) for answer in view.answers
        )
    if view.fill:
        unit = f" ({view.fill.unit})" if view.fill.unit else ""
        yield own("text", f"{say('node.fill_label')}{unit}: …")


def unmarked(section: Section) -> Section:
    """A section in which nothing says that it is an addition, and no condition is said twice."""
    return replace(section, entries=tuple(_said_once(map(_plain_entry, section.entries))))


def _said_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Of lines after each other with the same condition, or one that differs in its answer alone, the next ones say it shorter."""
    before = ""
    for entry in entries:
        if not isinstance(entry, Line) or not entry.condition:
            before = ""
            yield entry
            continue
        other = _otherwise(before, entry.condition)
        short = (
            say("slide.then_too") if entry.condition == before else say("slide.or_with", answer=other) if other else ""
        )
        before = entry.condition
        yield replace(entry, condition=short) if short else entry


def _otherwise(before: str, condition: str) -> str:
    """The answer in a condition, in its quotation marks, where the one before says all but that; otherwise nothing."""
    one, other = QUOTED.split(before), QUOTED.split(condition)
    if len(one) != len(other) or len(other) < 3:  # noqa: PLR2004 - words, an answer, words
        return ""
    differ = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return other[differ[0]] if len(differ) == 1 and differ[0] % 2 else ""


def _plain_entry(entry: Entry) -> Entry:
    return replace(entry, editorial=False) if isinstance(entry, Line) else entry


def _section(section: Section) -> Iterable[Block]:
    """A section as a card has room for it: the title announces the tasks, contacts are short, references one line."""
    if section.name == "tasks":
        return blocks_of(replace(section, heading=""))
    if section.name == "contacts":
        ways = (
            (contact.name, " · ".join(filter(None, (contact.phone, contact.email)))) for contact in section.of(Contact)
        )
        return [own("heading", section.heading), *(own("item", ": ".join(filter(None, each))) for each in ways)]
    if section.refers:
        return [own("note", f"{section.heading}: {', '.join(ref.title for ref in section.of(Related))}")]
    return blocks_of(section)


def _buttons(view: NodeView) -> Iterator[Button]:
    if not view.many:
        for answer in view.answers:
            goal, number = (answer.arrow.id, answer.arrow.number) if answer.arrow else ("", "")
            yield Button(plain(answer.text), goal, number, example=plain(answer.example), icon=answer.icon)
    if view.onward:
        label = say("node.continue") if view.kind == "action" else say("node.next")
        yield Button(label, view.onward.id, view.onward.number)
    for ref in view.about("handover"):
        yield Button(f"{say('node.handover')} ‘{ref.title}’", tree=ref.tree)


# -- what the trainer reads ----------------------------------------------------------------------------------


def _notes(view: NodeView) -> Iterator[str]:
    yield from (plain(line.text) for line in view.about("help"))
    for answer in view.answers:
        told = [
            say("node.default") if answer.default else say("origin.kept") if answer.kept else "",
            plain(answer.help),
            plain(say("node.argument", argument=answer.argument)) if answer.argument else "",
        ]
        words = " ".join(filter(None, told))
        if words:
            yield f"‘{plain(answer.text)}’: {words}"
    if view.about("contacts"):
        yield say("node.contacts") + ":"
    for contact in view.about("contacts"):
        ways = " · ".join(filter(None, (contact.phone, contact.email, contact.url)))
        yield f"{contact.name}: {plain(contact.for_)}" + (f" ({ways})" if ways else "")
    if view.about("sources"):
        yield say("node.sources") + ":"
        yield from (f"- {credit_words(credit)}" for credit in view.about("sources"))


def _additions(view: NodeView) -> Iterator[str]:
    """What the editors added, for a form of which the texts do not say so."""
    lines = [line for section in view.sections for line in section.entries if isinstance(line, Line) and line.editorial]
    if lines:
        yield say("slide.added")
        yield from (f"- {plain(line.text)}" for line in lines)
