"""A tree as a deck of cards: what slides and cards of paper show of every step, before anything is measured.

A card is one question, action or fork. Slides spread a long card over more than one; see wegwijzer.slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import Block, Kind, blocks_of, credit_words, entry_blocks, own, said
from wegwijzer.view.nodes import closing_lines, node_ids, static_view
from wegwijzer.view.phrases import first_node
from wegwijzer.view.records import NodeView, Related, Section

PLAINER: dict[Kind, Kind] = {"warning": "heading", "subheading": "heading", "item": "point"}
"""A card knows fewer kinds of blocks: a warning is bold as a heading is, and never apart from the tasks below it."""
ELSEWHERE = {"help", "handover", "sources"}
"""The sections of a node that stand in its notes or on its buttons. (What needs a walk is on no card; see `closing_lines`.)"""


@dataclass(frozen=True)
class Button:
    """Where one can go on: a step of this deck with its number, or the deck of another tree."""

    text: str
    goal: str = ""
    number: str = ""
    tree: str = ""
    example: str = ""


@dataclass(frozen=True)
class Card:
    id: str
    number: str
    kind: Literal["question", "action", "fork", "closing"]
    label: str
    title: str
    body: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    notes: tuple[str, ...] = ()
    tone: str = ""


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


def deck_of(compiled: Compiled) -> Deck:
    numbers = compiled.numbers
    cards = [card_of(static_view(compiled, name)) for name in node_ids(compiled)]
    closing = closing_lines(compiled)
    if closing:
        body = tuple(block for line in closing for block in entry_blocks(replace(line, style="task")))
        cards.append(Card("--afsluiting", "", "closing", "", say("node.closing"), body))
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


def card_of(view: NodeView) -> Card:
    """One node as a card."""
    return Card(
        id=view.id,
        number=view.number,
        kind=view.kind,  # type: ignore[arg-type]
        label=_label(view),
        title=plain(view.title),
        body=tuple(_body(view)),
        buttons=tuple(_buttons(view)),
        notes=tuple(_notes(view)),
        tone=view.outcome.tone if view.outcome else "",
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


def _body(view: NodeView) -> Iterator[Block]:
    if view.many:
        yield own("note", say("node.choose_many"))
        yield from (
            said("point", answer.text + (f" ({answer.example})" if answer.example else "")) for answer in view.answers
        )
    if view.fill:
        unit = f" ({view.fill.unit})" if view.fill.unit else ""
        yield own("text", f"{say('node.fill_label')}{unit}: …")
    for section in view.sections:
        if section.name not in ELSEWHERE:
            yield from (replace(block, kind=PLAINER.get(block.kind, block.kind)) for block in _section(section))


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
            yield Button(plain(answer.text), goal, number, example=plain(answer.example))
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
            say("node.default") if answer.default else "",
            plain(answer.help),
            plain(say("node.argument", argument=answer.argument)) if answer.argument else "",
        ]
        words = " ".join(filter(None, told))
        if words:
            yield f"‘{plain(answer.text)}’: {words}"
    for contact in view.about("contacts"):
        yield f"{contact.name}: {plain(contact.for_)}" + (f" ({contact.url})" if contact.url else "")
    if view.about("sources"):
        yield say("node.sources") + ":"
        yield from (f"- {credit_words(credit)}" for credit in view.about("sources"))
