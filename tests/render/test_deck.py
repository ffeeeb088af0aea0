"""The cards that slides and paper show: every step with all that a trainer needs, and the ways on from it."""

from __future__ import annotations

import pytest

from edges import model_edges
from helpers import CHOICES, tree, tree_files
from wegwijzer.render.blocks import credit_words, own
from wegwijzer.render.deck import Button, card_of, deck_of
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.records import Credit

FULL = """
title: Alles
summary: Een boom met *alles* erin.
uses: [keuzes]
start: wat
chapters:
  eerst: {title: Eerst, start: wat}
questions:
  wat:
    text: Wat zie je?
    choose: many
    help: Kijk goed.
    answers:
      boos: {text: Boze taal, help: Met scheldwoorden.}
      niets: {text: Niets, exclusive: true}
    to: hoeveel
  hoeveel: {text: 'Hoeveel?', fill: {kind: number, unit: stuks}, to: zicht}
  zicht: {policy: keuzes.zicht, answers: {verbergen: {to: verberg}}, to: klaar}
actions:
  verberg: {title: Verberg het, steps: [Verberg het bericht.], to: klaar}
  klaar:
    title: Rond af
    urgency: later
    document:
      - {text: Onze tekst, style: heading}
      - {text: Een punt, style: item}
      - Gewone tekst.
    steps:
      - {text: 'Bel [Unia](https://unia.be).', who: jurist, within: 24h, points: [Noteer de dag.]}
      - {text: Bewaar het., when: {all: [wat.boos]}, sources: [redactie]}
    reply: |
      Dag

      Bedankt.
    contacts: [unia, balie]
    see: [keuzes]
    sources: [gids]
closing: [Zeg het aan je team.]
"""
CONTACTS = """
contacts:
  unia: {name: Unia, for: Meldingen., phone: 0800 12 800, email: info@unia.be, url: https://unia.be}
  balie: {name: De balie, for: Al de rest.}
"""
SOURCES = """
sources:
  gids: {title: Een gids}
  redactie: {title: Onze redactie, kind: redactie}
"""


@pytest.fixture(scope="module")
def deck():
    return deck_of(tree(FULL, keuzes=CHOICES, contacts=CONTACTS, sources=SOURCES))


@pytest.fixture(scope="module")
def cards(deck):
    return {card.id: card for card in deck.cards}


def test_deck_names_its_tree_and_its_chapters(deck):
    """A deck begins with title, summary without marks, its first step, and a button to every chapter."""
    assert ("boom", "Alles", "wat") == (deck.tree, deck.title, deck.first)
    assert "alles" in deck.summary
    assert (Button("Eerst", "wat", "1"),) == deck.chapters
    assert (("eerst", "Eerst"),) == deck.parts


def test_last_card_is_what_always_holds(cards):
    """The closing of a tree has a card of its own, without a number; a tree without one has no such card."""
    assert ("", "closing", (own("task", "Zeg het aan je team."),)) == (
        cards["--afsluiting"].number,
        cards["--afsluiting"].kind,
        cards["--afsluiting"].body,
    )
    bare = tree("title: B\nstart: a\nactions: {a: {title: Klaar, steps: [Stap.]}}\n")
    assert ["a"] == [card.id for card in deck_of(bare).cards]


def test_several_answers_are_points_with_one_way_on(cards):
    """Of a question with several answers the answers stand on the card, and one button leads on."""
    card = cards["wat"]
    assert [("note"), ("point"), ("point")] == [block.kind for block in card.body]
    assert ["Boze taal", "Niets"] == [block.text for block in card.body[1:]]
    assert [("hoeveel", "2")] == [(button.goal, button.number) for button in card.buttons]
    assert card.notes[0] == "Kijk goed."
    assert "‘Boze taal’: Met scheldwoorden." in card.notes


def test_fill_in_shows_its_unit(cards):
    """A fill-in has a line to write on, with the unit."""
    (line,) = cards["hoeveel"].body
    assert line.text.endswith("(stuks): …")


def test_local_choice_is_named_and_argued(cards):
    """The label of a local choice says so; the notes have the argument of every option and the default."""
    card = cards["zicht"]
    assert "·" in card.label
    assert any("Zo zien anderen het niet." in note for note in card.notes)
    goals = {button.text: button.goal for button in card.buttons}
    assert ("verberg", "klaar") == (goals["Verbergen"], goals["Laten staan"])


def test_interim_action_has_its_urgency_and_leads_on(cards):
    """The label says that something comes after it, or how urgent a final action is; the button leads on."""
    card = cards["verberg"]
    assert card.label == "Stap 4 · doe dit eerst"
    assert cards["klaar"].label.endswith(" · later")
    assert [("klaar", cards["klaar"].number)] == [(button.goal, button.number) for button in card.buttons]


def test_action_has_everything_in_order(cards):
    """Steps with who, term and condition, points, the document in its styles, the reply by line, contacts and links."""
    body = [(block.kind, block.text) for block in cards["klaar"].body]
    texts = [text for _, text in body]
    assert ("task", "point", "task") == tuple(kind for kind, _ in body[:3])
    assert texts[0].startswith("Bel Unia. (")
    assert "jurist" in texts[0]
    assert "24 uur" in texts[0]
    assert texts[2].endswith("(redactie)")
    assert not texts[2].startswith("Bewaar")  # the condition stands first
    at = texts.index("Onze tekst")
    assert ["heading", "point", "text"] == [style for style, _ in body[at : at + 3]]
    assert ["Dag", "Bedankt."] == [text for style, text in body if style == "quote"]
    assert ("point", "Unia: 0800 12 800 · info@unia.be") in body
    assert ("point", "De balie") in body
    assert any(style == "note" and "Keuzes van onze gemeente" in text for style, text in body)
    notes = cards["klaar"].notes
    assert "Unia: Meldingen. (0800 12 800 · info@unia.be · https://unia.be)" in notes
    assert "De balie: Al de rest." in notes
    assert "- Een gids" in notes


def test_additions_are_marked_in_the_text_or_in_the_notes():
    """A form that shows no marks says in its notes which texts are ours."""
    compiled = tree(FULL, keuzes=CHOICES, contacts=CONTACTS, sources=SOURCES)
    marked, bare = ({card.id: card for card in deck_of(compiled, marked=each).cards}["klaar"] for each in (True, False))
    assert "(redactie)" in "".join(block.text for block in marked.body)
    assert "(redactie)" not in "".join(block.text for block in bare.body)
    assert len(marked.body) == len(bare.body)
    assert "Aanvulling van de redactie:" in bare.notes
    assert "Aanvulling van de redactie:" not in marked.notes


def test_source_in_a_line_says_where_and_whose():
    """A source names its places, and an addition of ours is marked."""
    assert credit_words(Credit("Gids", ("2", "4"), editorial=False)) == "Gids: 2; 4"
    assert credit_words(Credit("Gids", (), editorial=True)) == "Gids (redactie)"


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_buttons_of_our_own_trees_are_the_arrows(name, own_trees):
    """Every step has a card in order of number, and its buttons lead where the tree leads; a handover names its tree."""
    compiled = own_trees[name]
    cards = [card_of(static_view(compiled, step)) for step in node_ids(compiled)]
    assert [compiled.numbers[step] for step in node_ids(compiled)] == [card.number for card in cards]
    arrows = {(card.id, button.goal) for card in cards for button in card.buttons if button.goal}
    assert model_edges(compiled) == arrows
    for card in cards:
        assert card.title
        assert all(button.tree or button.number == compiled.numbers[button.goal] for button in card.buttons)
