"""A tree as a deck of cards: what slides and cards of paper show of every step, before anything is measured.

A card is one question, action or fork. Slides spread a long card over more than one; see scripts/slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.view.nodes import closing_lines, node_ids, static_view
from wegwijzer.view.phrases import first_node
from wegwijzer.view.records import Credit, Line, NodeView

Style = Literal["text", "heading", "step", "point", "quote", "note"]


@dataclass(frozen=True)
class Para:
    """A paragraph. Steps are numbered from the last heading; points stand under a step."""

    text: str
    style: Style = "text"


@dataclass(frozen=True)
class Button:
    """Where one can go on: a step of this deck with its number, or the deck of another tree."""

    text: str
    goal: str = ""
    number: str = ""
    tree: str = ""


@dataclass(frozen=True)
class Card:
    id: str
    number: str
    kind: Literal["question", "action", "fork", "closing"]
    label: str
    title: str
    body: tuple[Para, ...] = ()
    buttons: tuple[Button, ...] = ()
    notes: tuple[str, ...] = ()


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
        cards.append(Card("--afsluiting", "", "closing", "", say("node.closing"), tuple(_lines(closing))))
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
    """One step as a card."""
    body = _action_body(view) if view.kind == "action" else _asking_body(view)
    return Card(
        id=view.id,
        number=view.number,
        kind=view.kind,  # type: ignore[arg-type]
        label=_label(view),
        title=plain(view.title),
        body=tuple(body),
        buttons=tuple(_buttons(view)),
        notes=tuple(_notes(view)),
    )


def _label(view: NodeView) -> str:
    words = [say("node.number", number=view.number)]
    if view.kind == "action":
        words.append(say("tree.action") if view.final else say("node.interim").lower())
    if view.urgency:
        words.append(say("urgency." + view.urgency).lower())
    if view.policy:
        words.append(say("node.policy").rstrip(".").lower())
    return " · ".join(words)


# -- what stands on a card -----------------------------------------------------------------------------------


def _asking_body(view: NodeView) -> Iterator[Para]:
    if view.many:
        yield Para(say("node.choose_many"), "note")
        yield from (Para(plain(answer.text), "point") for answer in view.answers)
    if view.fill:
        unit = f" ({view.fill.unit})" if view.fill.unit else ""
        yield Para(f"{say('node.fill_label')}{unit}: …")


def _action_body(view: NodeView) -> Iterator[Para]:
    if view.warning:
        yield Para(view.warning, "heading")  # bold, and never apart from the tasks below it
    yield from _lines(view.lines)
    if view.document:
        yield Para(say("node.document"), "heading")
        yield from _document(view.document)
    if view.reply:
        yield Para(say("node.reply"), "heading")
        yield from (Para(plain(text), "quote") for text in view.reply.split("\n") if text.strip())
    if view.contacts:
        yield Para(say("node.contacts"), "heading")
        for contact in view.contacts:
            ways = " · ".join(filter(None, (contact.phone, contact.email)))
            yield Para(f"{contact.name}: {ways}" if ways else contact.name, "point")
    for said, references in (*view.related, (say("node.see"), view.see)):
        if references:
            yield Para(f"{said}: {', '.join(ref.title for ref in references)}", "note")


def _lines(lines: Iterable[Line]) -> Iterator[Para]:
    for line in lines:
        yield Para(_spoken(line), "step")
        yield from (Para(plain(point), "point") for point in line.points)


def _document(lines: Iterable[Line]) -> Iterator[Para]:
    for line in lines:
        style: Style = {"heading": "heading", "item": "point"}.get(line.style, "text")  # type: ignore[assignment]
        yield Para(_spoken(line), style)


def _spoken(line: Line) -> str:
    notes = [
        line.who and say("node.who", who=line.who),
        line.within and say("node.within", term=line.within),
        line.editorial and say("node.editorial"),
    ]
    note = ", ".join(filter(None, notes))
    return (f"{line.condition}: " if line.condition else "") + plain(line.text) + (f" ({note})" if note else "")


def _buttons(view: NodeView) -> Iterator[Button]:
    if not view.many:
        for answer in view.answers:
            goal, number = (answer.arrow.id, answer.arrow.number) if answer.arrow else ("", "")
            yield Button(plain(answer.text), goal, number)
    if view.onward:
        label = say("node.continue") if view.kind == "action" else say("node.next")
        yield Button(label, view.onward.id, view.onward.number)
    for ref in view.handover:
        yield Button(f"{say('node.handover')} ‘{ref.title}’", tree=ref.tree)


# -- what the trainer reads ----------------------------------------------------------------------------------


def _notes(view: NodeView) -> Iterator[str]:
    if view.help:
        yield plain(view.help)
    for answer in view.answers:
        said = [
            answer.default and say("node.default"),
            plain(answer.help),
            answer.argument and plain(say("node.argument", argument=answer.argument)),
        ]
        words = " ".join(filter(None, said))
        if words:
            yield f"‘{plain(answer.text)}’: {words}"
    for contact in view.contacts:
        yield f"{contact.name}: {plain(contact.for_)}" + (f" ({contact.url})" if contact.url else "")
    if view.sources:
        yield say("node.sources") + ":"
        yield from (f"- {credit_words(credit)}" for credit in view.sources)


def credit_words(credit: Credit) -> str:
    """A source as one line of plain text, with our own additions marked as such."""
    words = credit.title + (f": {'; '.join(credit.places)}" if credit.places else "")
    return words + (f" ({say('node.editorial')})" if credit.editorial else "")
