"""How a reader reaches someone, and whether somebody looked that up: one answer for every form.

Beside a number to call stands nothing that makes a reader hesitate. When somebody looked, or that nobody did, then
stands with the sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wegwijzer.locale import date as written
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.registers import OWN
from wegwijzer.model.text import Span
from wegwijzer.render.element import Attributes, Child, Markup, element, join
from wegwijzer.render.markup import icon, inline, note, span_links
from wegwijzer.render.until import late
from wegwijzer.view.phrases import danger_spans

NEXT_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[^\Wa-z_]|[^\w\s])")
"""Where one sentence ends and another begins: not after an abbreviation or a number that its sentence goes on after."""


@dataclass(frozen=True)
class Ways:
    """The ways to reach someone, each a link. Of `beside` and `at_sources` at most one holds words: the state. `day` is when
    somebody looked, if anybody did.
    """

    ways: tuple[Span, ...]
    beside: str = ""
    at_sources: str = ""
    day: str = ""

    @property
    def text(self) -> str:
        """The ways as words, with what stands beside them."""
        return " · ".join(way.text for way in self.ways) + (f" ({self.beside})" if self.beside else "")

    @property
    def html(self) -> Markup:
        """The ways as links, with what stands beside them; "" when there is no way."""
        links = join(" · ", (span_links([way]) for way in self.ways))
        return links + " " + note("(", self.beside, ")") + late(self.day) if self.beside else links


def ways_of(*, phone: str | None = None, email: str | None = None, url: str | None = None, date: str | None) -> Ways:
    """The ways there are; `date` is when somebody looked, as in the file, None when nobody did, and OWN for a way of one's own."""
    ways = [
        Span(phone, f"tel:{dialled(phone)}") if phone else None,
        Span(email, f"mailto:{email}") if email else None,
        Span(url, url) if url else None,
    ]
    found = tuple(way for way in ways if way)
    state = checked(date) if found else ""
    day = date if state and date else ""
    return Ways(found, at_sources=state, day=day) if phone else Ways(found, beside=state, day=day)


def ways_to(contact: Contact) -> Ways:
    return ways_of(phone=contact.phone, email=contact.email, url=contact.url, date=contact.checked)


def dialled(phone: str) -> str:
    """A number as one dials it."""
    return "".join(letter for letter in phone if letter.isdigit() or letter == "+")


def in_short(contact: Contact) -> tuple[str, str, str, str]:
    """What a card shows: the name, the number to call ("" without), the first sentence of what for, and the state."""
    found = ways_to(contact)
    number = found.ways[0].text if contact.phone else ""
    told = NEXT_SENTENCE.split(contact.for_, maxsplit=1)[0]
    return contact.name, number, told if told.endswith((".", "!", "?")) else f"{told}.", found.beside


def card(contact: Contact) -> Child:
    """What a card says."""
    name, number, told, state = in_short(contact)
    called: Child = element("strong", name)
    found = ways_to(contact)
    if ways := found.ways:
        outside: Attributes = {"class": "ww-call", "href": ways[0].href, "rel": None if number else "noreferrer"}
        mark = icon("phone") if number else icon("world")
        called = element("a", outside, mark, " ", called, (" ", number) if number else None)
    beside = (" ", note("(", state, ")"), late(found.day)) if state else None
    return called, " ", element("span", {"class": "ww-for"}, inline(told)), beside


def calls_danger(contact: Contact) -> bool:
    """Whether this is a number that the danger line names: it goes before all others."""
    return any(way.href and way.href in {span.href for span in danger_spans()} for way in ways_to(contact).ways)


def states_at_sources(contacts: tuple[Contact, ...]) -> list[tuple[str, str]]:
    """Of the contacts with a number to call: the name, and whether somebody looked it up; and the day, if anybody did."""
    found = [(contact.name, ways_to(contact)) for contact in contacts]
    return [(f"{name}: {ways.at_sources}", ways.day) for name, ways in found if ways.at_sources]


def checked(date: str | None) -> str:
    """Whether somebody looked at an address, and when; nothing of one's own."""
    if date == OWN:
        return ""
    return say("node.checked", date=written(date)) if date else say("node.unchecked")
