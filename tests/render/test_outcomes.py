"""One outcome everywhere: each form shows the same word, and where it draws, the same colour, for the same action."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from everything import library
from helpers import tree_files
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.draw.palette import palette, tones
from wegwijzer.paper.cards import face_of
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.text import tree_text
from wegwijzer.view.nodes import live_view, static_view
from wegwijzer.walk.walker import Walker
from wegwijzer.workplace import contrast

CHIP = r'<b class="ww-chip ww-icon-(?!clock)([\w-]+)" data-tone="(\w+)">([^<]+)</b>'
SECTION = re.compile(r'<section class="ww-step ww-action" id="([^"]+)"(.*?)</section>', re.DOTALL)


@pytest.fixture(params=["everything", *(file.stem for file in tree_files())])
def boom(request, own_trees):
    return compile_tree("boom", library()) if request.param == "everything" else own_trees[request.param]


def written(boom):
    """What each action comes down to, from the records alone: its name → tone, icon and word."""
    named = ((name, boom.outcomes.get(action.outcome or "")) for name, action in boom.tree.actions.items())
    return {name: (outcome.tone, outcome.icon, outcome.text) for name, outcome in named if outcome}


def html_outcomes(boom):
    return {
        name.removeprefix(f"{boom.id}-"): found.group(2, 1, 3)
        for name, inside in SECTION.findall(tree_html(boom))
        if (found := re.search(CHIP, inside))
    }


def text_outcomes(boom):
    """The words between brackets behind a title: the last is the outcome, as urgency stands before it."""
    names = {number: name for name, number in boom.numbers.items()}
    words = {outcome.text for outcome in boom.outcomes.values()}
    found = {}
    for block in tree_text(boom).split("\n\n"):
        first = re.match(r"(\d+)\. ACTIE: ", block)
        marks = re.findall(r"\[([^\]]+)\]", block.split("\n   ")[0]) if first else []
        if marks and marks[-1] in words:
            found[names[first[1]]] = marks[-1]
    return found


def test_every_form_shows_the_outcome_of_an_action(boom):
    """Page, diagram, text and cards name the same outcome for the same action, and none where there is none."""
    expected = written(boom)
    words = {name: text for name, (_, _, text) in expected.items()}
    toned = {name: tone for name, (tone, _, _) in expected.items()}
    cards = {card.id: card for card in deck_of(boom).cards}
    assert expected == html_outcomes(boom)
    assert words == text_outcomes(boom)
    assert toned == dict(
        re.findall(r'^  "([^"]+)" \[id=.*?class="ww-node ww-node-action ww-tone-(\w+) ', tree_dot(boom), re.MULTILINE)
    )
    assert toned == {name: card.tone for name, card in cards.items() if card.tone}
    assert all(words[name].lower() in cards[name].label.split(" · ") for name in words)


def test_reader_and_page_see_one_outcome(boom):
    """Who walks, who reads and who takes a result along are told the same."""
    for name, (tone, icon, text) in written(boom).items():
        walker = Walker(boom, start=name)
        assert static_view(boom, name).outcome == live_view(walker).outcome
        assert [(icon, tone, text)] == re.findall(CHIP, live_html(walker))
        assert text in paper(walker, Made())[1].text.split(" · ")


def test_card_of_paper_has_the_colour_of_the_outcome():
    """The number on a card is drawn in the tone of the outcome, else in that of an action."""
    deck = deck_of(compile_tree("boom", library()))
    faces = {card.id: face_of(deck, card, "") for card in deck.cards}
    assert ("tone-violet", "second") == (faces["klaar"]["tone"], faces["niets-doen"]["tone"])
    assert palette()["tone-violet"] == "#5a3d91"


@pytest.mark.parametrize("tone", tones())
def test_white_words_can_be_read_on_every_tone(tone):
    """Contrast AA for small words (WCAG 2.2, 1.4.3), on paper and slides, which take the colours of a light screen."""
    assert contrast("FFFFFF", palette()[f"tone-{tone}"].removeprefix("#")) >= 4.5


def test_answer_shows_its_icon_and_its_example():
    """The icon stands before the words, the example below them."""
    page = tree_html(compile_tree("boom", library()))
    icon = '<span class="ww-icon ww-icon-flame"></span>'
    assert f'{icon} <b>Boze taal</b> <span class="ww-example">‘Sukkels!’</span>' in page


def test_project_without_outcomes_has_none():
    """A register that a project does not have changes nothing: no chip, no tone, no mark."""
    own = library()
    boom = compile_tree("boom", replace(own, outcomes={}))
    assert {} == boom.outcomes == html_outcomes(boom)
    assert "ww-icon-flag" not in tree_html(boom)
