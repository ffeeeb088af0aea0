"""A tree in which every field of the model has a value, and every form of it as text."""

from __future__ import annotations

import io
import zipfile
from binascii import a2b_base64
from contextlib import suppress
from functools import cache
from types import SimpleNamespace
from xml.etree import ElementTree as ET

from helpers import CHOICES, load
from wegwijzer.formats import FORMATS
from wegwijzer.locale import said_instead, say_instead
from wegwijzer.render import text
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents import take
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.quiz import quiz_html
from wegwijzer.walk.walker import Walker, WalkError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TREE = """
title: Alles in één boom
summary: Waarvoor deze boom dient.
sources: [gids]
review: {owner: redactie, by: 2027-11-01}
uses: [keuzes]
start: wat
chapters:
  eerst: {title: Het begin, start: wat}
marks:
  haast: {text: je hebt haast}
questions:
  wat:
    text: Wat zie je?
    short: Wat?
    help: Kijk goed.
    choose: many
    min: 2
    sources: [redactie]
    answers:
      boos: {text: Boze taal, icon: flame, example: ‘Sukkels!’, help: Met scheldwoorden., sources: [{id: gids, part: Deel 3}]}
      grap: {text: Een grap}
      niets: {text: Niets, exclusive: true}
    to: waarde
  waarde: {text: Welke waarde raakt dit?, from: values, to: [{when: {none: [wat.grap]}, to: stil}, {to: hoeveel}]}
  hoeveel: {text: 'Hoeveel?', fill: {kind: number, unit: stuks, max: 3, optional: true}, to: zicht}
  stil: {policy: keuzes.zicht, ask: never, answers: {verbergen: {to: zicht}, laten-staan: {to: klaar}}}
  zicht: {policy: keuzes.zicht, answers: {verbergen: {to: verberg}, laten-staan: {marks: [haast]}, nog-niet-beslist: {to: niets-doen}}, to: klaar}
actions:
  niets-doen: {title: Doe niets, steps: [Wacht.]}
  verberg: {title: Verberg het, steps: [Verberg het bericht.], to: klaar}
  klaar:
    title: Rond af
    short: Af
    urgency: later
    outcome: melden
    contact: none
    help: Daarom.
    undecided: mark
    document:
      - {text: Onze tekst, style: heading, when: {all: [haast]}}
      - Dat duurt $keuzes.termijn uur.
      - {text: Wie weet hoelang. $keuzes.termijn uur., undecided: leave-out}
      - {text: Gewone tekst., sources: [redactie]}
      - {text: Voor wie boos is., when: {any: [wat.boos]}}
    steps:
      - {text: Bel iemand., who: jurist, within: 24h, points: [Noteer de dag.], sources: [redactie]}
      - {text: Bewaar het., when: {any: [wat.boos, wat.grap], none: [haast]}}
      - use: vast
    reply: {relation: answer, text: 'Dag, we lazen {je|uw} bericht.', short: We lazen het., never: [Beloof niets.]}
    contacts: [unia, balie]
    frames: [gast]
    see: [keuzes]
    sources: [{id: gids, part: Deel 2}, stuk]
    to: keuzes/zicht
closing: [Zeg het aan je team.]
entries:
  meteen-boos: {text: Iemand scheldt, icon: flame, example: ‘Sukkels!’, help: Dan weet je al iets., answers: {wat: [boos, grap]}}
cases:
  - title: Een geval
    post: Een bericht.
    warning: iets zwaars
    given: {keuzes.kanalen: [chat]}
    answers: {wat: [boos, grap], waarde: eerlijk, hoeveel: "5", zicht: laten-staan}
    ends_in: klaar
    why: Zo.
"""
CONTACTS = """
contacts:
  unia: {name: Unia, for: Meldingen., phone: 0800 12, email: info@unia.be, url: https://unia.be, checked: 2026-01-02, sources: [gids]}
  balie: {name: De balie, for: Al de rest., email: balie@unia.be, checked: 2026-01-03}
"""
SOURCES = """
sources:
  gids: {title: Een gids, short: Gids, publisher: Wij, year: "2024", url: https://gids.be, checked: 2026-01-02, note: Lees dit.}
  redactie: {title: Onze redactie, kind: redactie}
parts:
  stuk: {source: gids, title: Het derde stuk}
"""
STEPS = "steps: {vast: {text: Een vaste taak.}}\n"
OUTCOMES = "outcomes: {melden: {text: Melden, icon: flag, tone: violet, reply: false}}\n"
VALUES = "values: {eerlijk: {text: Eerlijkheid, help: Zeg wat is.}}\n"


def forms(compiled):
    """Every form of a tree, by name, as text without the version, which changes with the routes."""
    walkers = [Walker(compiled, start=name) for name in compiled.lines]
    walkers.append(walked(compiled))
    deck = deck_of(compiled)
    cards = [
        repr((card.label, card.title, card.buttons, [(block.kind, block.text) for block in card.body]))
        for card in deck.cards
    ]
    found = {
        "page": tree_html(compiled, whole=True),  # the light one leaves the rest to the engine
        "wizard": "\n".join(map(live_html, walkers)),
        "text": text.tree_text(compiled),
        "diagram": "\n".join(
            [tree_dot(compiled), *(tree_dot(compiled, chapter=name) for name in compiled.tree.chapters)]
        ),
        "quiz": quiz_html([compiled], root="", most=9),
        "cards": "\n".join(cards),
        "slides": "\n".join(
            [*cards, deck.summary, repr(deck.chapters), *("\n".join(card.notes) for card in deck.cards)]
        ),
    }
    for form in FORMATS:
        if form.of != "case":
            asked = {"as": form.id, "made": {"base": "https://voorbeeld.be/"}}
            found[form.id] = "\n".join(readable(take(walker, asked)) for walker in walkers)
    return {name: made.replace(compiled.version, "") for name, made in found.items()}


def walked(compiled):
    """A walk to the end, as far as the tree still goes."""
    walker = Walker(compiled)
    with suppress(WalkError):
        for node, answer in (
            ("wat", ("boos", "grap")),
            ("waarde", "eerlijk"),
            ("hoeveel", "5"),
            ("zicht", "laten-staan"),
        ):
            walker.give(node, answer).settle()
    return walker


def readable(reply):
    """What stands in a file or on paper: of Word the paragraphs, each with its style."""
    if "base64" in reply:
        with zipfile.ZipFile(io.BytesIO(a2b_base64(reply["base64"]))) as archive:
            document = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own
        paragraphs = ((style_of(paragraph), "".join(paragraph.itertext())) for paragraph in document.iter(f"{W}p"))
        return "\n".join(": ".join(each) for each in paragraphs)
    return "\n".join(reply.get(key, "") for key in ("html", "text"))


def style_of(paragraph):
    found = paragraph.find(f".//{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


@cache
def library():
    words = said_instead()
    loaded = load(
        TREE, keuzes=CHOICES, contacts=CONTACTS, sources=SOURCES, steps=STEPS, values=VALUES, outcomes=OUTCOMES
    ).library
    say_instead(words)  # what is kept for later tests leaves the words of this project
    loaded.group("frames")["gast"] = SimpleNamespace(name="Gast")
    return loaded
