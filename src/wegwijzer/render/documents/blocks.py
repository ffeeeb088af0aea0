"""A result as a list of plain blocks, from which every document is made: all of them say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import ALLOWED_LINK, Span, address, plain, spans
from wegwijzer.render import addresses
from wegwijzer.render.contact import states_at_sources, ways_to
from wegwijzer.view.credits import walk_sources
from wegwijzer.view.nodes import live_view
from wegwijzer.view.phrases import answer_words, danger_spans
from wegwijzer.view.records import Line, NodeView, Related
from wegwijzer.walk.walker import Walker


@dataclass(frozen=True)
class Made:
    """What only the page knows: `base`, the root of the site; `link`, the address of the step; `when` in words and
    `now` in seconds since 1970; `reply`, the model reply as the reader changed it (None: as it was).
    """

    base: str = ""
    link: str = ""
    when: str = ""
    now: int = 0
    reply: str | None = None


@dataclass(frozen=True)
class Block:
    """A piece of a document. `kind` is title, heading, subheading, text, warning, note, step, item, point or quote.

    Steps that follow each other are numbered from one.
    """

    kind: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


def paper(walker: Walker, made: Made) -> list[Block]:
    """All that a reader takes along from where a walk stands."""
    view = live_view(walker)
    return [*_result(walker, view, made), *_reasons(walker, view), *_colophon(walker, made)]


def block(kind: str, text: str, base: str = "") -> Block:
    """A block of a text from YAML, with its links."""
    return Block(kind, tuple(_linked(text, base)))


def heading(key: str, **values: object) -> Block:
    return Block("heading", (Span(say(key, **values)),))


def _linked(text: str, base: str) -> Iterator[Span]:
    for span in spans(text):
        href = address(span.href, base) if span.href else ""
        yield Span(span.text, href if ALLOWED_LINK.fullmatch(href) and not href.startswith(("/", "#")) else None)


def _result(walker: Walker, view: NodeView, made: Made) -> Iterator[Block]:
    yield block("title", plain(view.title))
    place = say("paper.place", tree=walker.compiled.tree.title, number=view.number)
    urgency = say("urgency." + view.urgency) if view.urgency else ""
    yield Block("note", (Span(" · ".join(filter(None, [place, urgency]))),))
    if view.help:
        yield block("text", view.help, made.base)
    if view.warning:
        yield Block("warning", (Span(view.warning),))
    if view.lines:
        yield heading("paper.steps")
        yield from _lines(view.lines, "step", made)
    if view.document:
        yield heading("node.document")
        kinds = {"heading": "subheading", "item": "item", "text": "text"}
        for line in view.document:
            yield from _lines((line,), kinds[line.style], made)
    yield from _reply(view, made)
    yield from _further(view, made)


def _reply(view: NodeView, made: Made) -> Iterator[Block]:
    """The model reply: as the reader left it, or as it stands in the tree."""
    if not view.reply:
        return
    yield heading("node.reply")
    text = view.reply if made.reply is None else made.reply
    for paragraph in filter(str.strip, text.split("\n")):
        yield block("quote", paragraph, made.base) if made.reply is None else Block("quote", (Span(paragraph),))


def _further(view: NodeView, made: Made) -> Iterator[Block]:
    if view.contacts:
        yield heading("node.contacts")
        yield from map(_contact, view.contacts)
    for said, references in (
        (say("node.handover"), view.handover),
        *view.related,
        (say("node.see"), view.see),
    ):
        if references:
            yield Block("heading", (Span(said),))
            yield from (_reference(reference, made) for reference in references)
    if view.closing:
        yield heading("node.closing")
        yield from _lines(view.closing, "item", made)


def _reasons(walker: Walker, view: NodeView) -> Iterator[Block]:
    if walker.path:
        yield heading("paper.why")
        for index, (step, answer) in enumerate(walker.path):
            yield _answered(walker, index, step, answer)
    if view.policies:
        yield heading("paper.policies")
        for use in view.policies:
            value = f"{plain(use.value)} ({say('origin.' + use.origin)})"
            yield Block("item", (Span(f"{use.question} {value}"),))
    sources, states = walk_sources(walker), states_at_sources(view.contacts)
    if sources or states:
        yield heading("node.sources")
        for credit in sources:
            places = f": {'; '.join(credit.places)}" if credit.places else ""
            yield Block("item", (Span(credit.title + places),))
        yield from (Block("item", (Span(state),)) for state in states)


def _colophon(walker: Walker, made: Made) -> Iterator[Block]:
    yield heading("paper.about")
    yield Block("note", tuple(danger_spans()))
    yield Block("note", (Span(say("tree.disclaimer")),))
    version = say("tree.version", version=walker.compiled.version)
    when = say("paper.when", when=made.when) if made.when else ""
    yield Block("note", (Span(" · ".join(filter(None, [version, when]))),))
    if made.link:
        yield Block("note", (Span(made.link, made.link),))


def _answered(walker: Walker, index: int, step: str, answer: Any) -> Block:
    question, given = answer_words(walker.compiled, step, answer)
    known = walker.compiled.tree.questions.get(step)
    if known and known.fill:
        given = str(answer or say("paper.empty"))
    decided = f" ({say('node.decided')})" if index in walker.decided else ""
    return Block("item", (Span(f"{walker.compiled.numbers[step]} {plain(question)} {plain(given)}{decided}"),))


def _lines(lines: Iterable[Line], kind: str, made: Made) -> Iterator[Block]:
    for line in lines:
        notes = [
            say("node.who", who=line.who) if line.who else "",
            say("node.within", term=line.within) if line.within else "",
            say("node.editorial") if line.editorial else "",
        ]
        note = ", ".join(filter(None, notes))
        before = f"{line.condition}: " if line.condition else ""
        body = block(kind, before + line.text, made.base)
        yield Block(kind, (*body.spans, Span(f" ({note})"))) if note else body
        yield from (block("point", point, made.base) for point in line.points)


def _contact(contact: Contact) -> Block:
    found = ways_to(contact)
    told = [Span(f"{contact.name}: "), *_linked(contact.for_, "")]
    for way in found.ways:
        told += [Span(" · "), way]
    return Block("item", (*told, Span(f" ({found.beside})")) if found.beside else tuple(told))


def _reference(reference: Related, made: Made) -> Block:
    path = reference.path.lstrip("/") or addresses.tree_page(reference.tree, reference.node)
    return Block("item", (Span(reference.title, made.base + path if made.base else None),))
