"""The one block form of what a node says, from which documents, slides and cards are laid out; and what a task, a
contact and a source are in words, for every form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import ALLOWED_LINK, Span, address, plain, spans
from wegwijzer.render import addresses
from wegwijzer.render.contact import ways_to
from wegwijzer.view.records import Credit, Entry, Line, PolicyUse, Related, Section

Kind = Literal[
    "header",
    "title",
    "contents",
    "annex",
    "heading",
    "subheading",
    "text",
    "warning",
    "note",
    "task",
    "item",
    "check",
    "point",
    "quote",
    "version",
]
"""`header` and `version` stand around a text: whose it is, and which one; `contents` is where its table of contents comes."""


@dataclass(frozen=True)
class Block:
    """A piece of a document or a card. Points stand under the task, item or check before them."""

    kind: Kind
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


class Part(Protocol):
    """What a document is made of, one below the other: a block, or what one form has besides."""

    @property
    def kind(self) -> str: ...


P = TypeVar("P", bound=Part)


def said(kind: Kind, text: str, base: str = "") -> Block:
    """A block of a text from YAML, with its links; `base` is the root of the site, "" where there is none to lead to."""
    return Block(kind, tuple(_linked(text, base)))


def own(kind: Kind, text: str, href: str | None = None) -> Block:
    """A block of a text of our own, or of what somebody typed: nothing in it is a link."""
    return Block(kind, (Span(text, href),))


def numbered(blocks: Iterable[P]) -> Iterator[tuple[int, P]]:
    """Every block with its number: tasks that follow each other count from one, what is no task has 0."""
    number = 0
    for block in blocks:
        number = number + 1 if block.kind == "task" else number if block.kind == "point" else 0
        yield number if block.kind == "task" else 0, block


def blocks_of(section: Section, base: str = "") -> Iterator[Block]:
    """A section of a node: its heading, if it has one, and all that it holds."""
    if section.heading:
        yield own("heading", section.heading)
    for entry in section.entries:
        yield from entry_blocks(entry, base)


def entry_blocks(entry: Entry, base: str = "") -> Iterator[Block]:
    """The blocks of one thing in a section."""
    match entry:
        case Line(style="quote"):
            yield from (said("quote", text, base) for text in entry.text.split("\n") if text.strip())
        case Line():
            yield _line(entry, base)
            yield from (said("point", point, base) for point in entry.points)
        case Contact():
            yield _contact(entry)
        case Related():
            yield own("item", entry.title, _place(entry, base))
        case Credit():
            yield own("item", credit_words(entry, marked=False))
        case PolicyUse():
            yield own("item", f"{entry.question} {plain(entry.value)} ({say('origin.' + entry.origin)})")


def document_blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The text that a reader made and nothing else: no marks, no notes, no way to this site. Its first heading is its
    title; what stands below an annex is one level lower, and what says `more` goes on in the paragraph before it.
    """
    level: Kind = "title"
    last: Block | None = None
    for line in lines:
        words = line.text[:1].upper() + line.text[1:] if line.style == "header" else line.text
        block = said(level if line.style == "heading" else _kind(line), conditional(line) + words)
        if line.style == "more" and last and last.kind in ("text", "item"):
            last = Block(last.kind, (*last.spans, Span(" "), *block.spans))
            continue
        if last:
            yield last
        last = block
        if line.style in ("heading", "annex"):
            level = "subheading" if line.style == "annex" or level == "subheading" else "heading"
    if last:
        yield last


# -- in words ------------------------------------------------------------------------------------------------


def task_notes(line: Line) -> tuple[str, ...]:
    """Who does it, within which term, and that it is so because the municipality decided it."""
    who = line.who and say("node.who", who=line.who)
    within = line.within and say("node.within", term=line.within)
    return tuple(note for note in (who, within, line.own and say("node.own")) if note)


def noted(line: Line, *, marked: bool = True) -> str:
    """What stands behind a text, in brackets: its notes, and (`marked`) that it is an addition of ours."""
    notes = (*task_notes(line), say("node.editorial")) if marked and line.editorial else task_notes(line)
    return f" ({', '.join(notes)})" if notes else ""


def conditional(line: Line) -> str:
    """What stands before a text of which it is not known whether it applies."""
    return f"{line.condition}: " if line.condition else ""


def credit_words(credit: Credit, *, marked: bool = True) -> str:
    """A source as one line of plain text, with our own additions `marked` as such."""
    words = credit.title + (f": {'; '.join(credit.places)}" if credit.places else "")
    return words + (f" ({say('node.editorial')})" if marked and credit.editorial else "")


# -- pieces --------------------------------------------------------------------------------------------------


def _line(line: Line, base: str) -> Block:
    kind: Kind = "subheading" if line.style in ("heading", "annex") else _kind(line)
    kind = "text" if kind == "header" else kind
    body, note = said(kind, conditional(line) + line.text, base), noted(line)
    return Block(kind, (*body.spans, Span(note))) if note else body


def _kind(line: Line) -> Kind:
    return "text" if line.style == "more" else line.style


def _contact(contact: Contact) -> Block:
    found = ways_to(contact)
    told = [Span(f"{contact.name}: "), *_linked(contact.for_, "")]
    for way in found.ways:
        told += [Span(" · "), way]
    return Block("item", (*told, Span(f" ({found.beside})")) if found.beside else tuple(told))


def _place(reference: Related, base: str) -> str | None:
    """Where a reference leads; nowhere without a root of the site."""
    path = reference.path.lstrip("/") or addresses.tree_page(reference.tree, reference.node)
    return base + path if base else None


def _linked(text: str, base: str) -> Iterator[Span]:
    for span in spans(text):
        href = address(span.href, base) if span.href else ""
        yield Span(span.text, href if ALLOWED_LINK.fullmatch(href) and not href.startswith(("/", "#")) else None)
