"""Cards to cut out: one a node, eight or four on a sheet of A4."""

from __future__ import annotations

from typing import Any

from wegwijzer.draw.qr import known_codes, step_url
from wegwijzer.locale import say
from wegwijzer.paper.typeset import breakable, typeset, unit, units
from wegwijzer.render.deck import Card, Deck

Face = dict[str, Any]
"""One side of a card: `number`, `label`, `title`, `units`, `foot`, `url`, and the `tone` of its number."""
CARDS = ("wegwijzer", "cards")
"""The template that knows how a card looks."""


def cards(deck: Deck) -> bytes:
    """The cards of a tree, as PDF."""
    version = say("tree.version", version=deck.version)
    faces = [face_of(deck, card, version) for card in deck.cards if card.number]
    title = say("paper.cards", title=deck.title)
    codes = {face["url"] for face in faces}
    templates = (CARDS, ("wegwijzer", "steps"))
    return typeset(templates, title, {"faces": faces}, codes, version=version, known=known_codes(deck.tree))


def face_of(deck: Deck, card: Card, version: str) -> Face:
    """A node as a card."""
    return face(
        card.number,
        card.title,
        [
            *units(card.body),
            *(unit("answer", each.text, goal=each.number, example=each.example) for each in card.buttons),
        ],
        step_url(deck.tree, card.id),
        label=card.label,
        foot=f"{deck.title} · {version.lower()}",
        tone=f"tone-{card.tone}" if card.tone else "second" if card.kind == "action" else "accent",
    )


def face(
    number: str, title: str, says: list[dict[str, Any]], url: str, *, label: str = "", foot: str, tone: str = "accent"
) -> Face:
    """One side of a card; without an address it has no code."""
    return {
        "number": number,
        "label": label,
        "title": breakable(title),
        "units": says,
        "foot": foot,
        "url": url,
        "tone": tone,
    }
