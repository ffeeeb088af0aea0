"""A tree of local choices: what it says of a choice that this walk did not ask, and how a municipality keeps what it chose."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from helpers import CHOICES, tree
from wegwijzer.render.html_walk import around, aside
from wegwijzer.view.nodes import live_view
from wegwijzer.view.opened import opened
from wegwijzer.walk.walker import replay

TEXT = """
  afspraken:
    title: Onze afspraken
    steps: [Bespreek ze in het team.]
    document:
      - "Zicht: $zicht."
      - "We antwoorden binnen $termijn uur."
      - {text: Wij zien de chat., when: {any: [kanalen.chat]}}
      - {text: Wij zien alleen berichten., when: {none: [kanalen.chat]}}
"""
SHORT = """
  verder:
    text: Wat kies je nog?
    short: Verder
    default: klaar
    answers:
      klaar: {text: Niets meer, argument: Alles staat er., to: afspraken}
      termijn: {text: De termijn, argument: Die telt., to: termijn}
actions:"""


@pytest.fixture(scope="module")
def choices():
    """The choices with a text, where only the first is asked before a crossing."""
    text = CHOICES[: CHOICES.index("  afspraken: {")].replace("actions:", SHORT.lstrip("\n")) + TEXT.lstrip("\n")
    return tree(text.replace("    to: termijn\n", "    to: verder\n", 1))


def text_of(walker):
    return [line.text for line in live_view(walker).about("document")]


def walked(choices, given=(), zicht="laten-staan"):
    return replay(choices, [("zicht", zicht), ("verder", "klaar")], given=dict(given))


def test_what_was_not_asked_counts_by_default_and_says_so(choices):
    """Of a choice that the walk passed by, the default stands in the text, told as such; what was answered stands there bare."""
    assert [
        "Zicht: Laten staan.",
        "We antwoorden binnen 24 (standaardkeuze) uur.",
        "Wij zien alleen berichten.",
    ] == text_of(walked(choices))


def test_what_was_kept_counts_before_the_default(choices):
    """A choice that was kept earlier stands in the text without being asked again; one that does not fit is left out."""
    given = {f"{choices.id}.termijn": "48", f"{choices.id}.kanalen": ["chat"]}
    assert text_of(walked(choices, given))[1:] == ["We antwoorden binnen 48 uur.", "Wij zien de chat."]
    given = {f"{choices.id}.termijn": "gauw", f"{choices.id}.kanalen": ["bestaat-niet"]}
    assert text_of(walked(choices, given))[1:] == text_of(walked(choices))[1:]


def test_what_was_kept_comes_along_with_a_request(choices):
    """What a browser kept for this tree is taken when it fits its question; a crossing is no choice."""
    kept = {"zicht": "verbergen", "termijn": "48", "kanalen": ["bestaat-niet"], "verder": "klaar"}
    found = opened(choices, {"given": {f"{choices.id}.{name}": value for name, value in kept.items()}})
    assert {f"{choices.id}.zicht": "verbergen", f"{choices.id}.termijn": "48"} == found.walker.given
    assert [answer.id for answer in live_view(found.walker).answers if answer.kept] == ["verbergen"]


def buttons(walker):
    """Those below the step, and those of each choice, which for a result stand in its fold."""
    found = re.findall(r'data-remember="([^"]*)"[^>]*>([^<]*)<', str(around(walker) + aside(walker)))
    return [(json.loads(unescape(choices)), text) for choices, text in found]


def test_all_that_was_chosen_is_kept_at_once(choices):
    """At the end one button keeps what was chosen, not the crossing and not what was left open; each choice has its own too."""
    name = f"{choices.id}.zicht"
    chosen = {name: "laten-staan"}
    assert [(chosen, "Onthoud deze keuzes als ons beleid"), (chosen, "Onthoud als ons beleid")] == buttons(
        walked(choices)
    )
    assert "Onthoud deze" not in str(around(walked(choices, zicht="nog-niet-beslist")))
    assert "Onthoud deze" not in str(around(replay(choices, [("zicht", "verbergen")])))


def test_what_is_kept_already_can_be_forgotten(choices):
    """Who chose what was kept already reads so, and can forget it; another answer can be kept instead."""
    name = f"{choices.id}.zicht"
    kept = walked(choices, {name: "laten-staan"})
    assert [({name: None}, "Vergeet deze keuze")] == buttons(kept)
    assert "Onthouden als jullie beleid" in str(around(kept))
    assert ({name: "laten-staan"}, "Onthoud als ons beleid") in buttons(walked(choices, {name: "verbergen"}))
