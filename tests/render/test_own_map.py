"""The map of a tree under one's own choices: what the page asks for, and what it gets."""

from __future__ import annotations

import re

import pytest

from helpers import tree
from wegwijzer.compile.decided import decide
from wegwijzer.model import UNDECIDED
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.drawn import SVG
from wegwijzer.render.own_map import draw, own_tree

POLICIES = """
title: Beleid
start: hard
questions:
  hard:
    text: Hard optreden?
    default: nee
    answers:
      ja: {text: Ja, to: klaar}
      nee: {text: Nee, to: klaar}
      nog-niet-beslist: {text: Nog niet, to: klaar}
actions: {klaar: {title: Klaar, steps: [Stap.]}}
"""
TREE = """
title: Boom
uses: [beleid]
start: soort
questions:
  soort:
    text: Wat is het?
    answers:
      kritiek: {text: Kritiek, to: antwoord}
      scheldpartij:
        text: Een scheldpartij
        to:
          - {when: {all: [beleid.hard.ja]}, to: verwijder}
          - {to: gesprek}
actions:
  antwoord: {title: Antwoord, steps: [Stap., {text: Meld het., when: {all: [beleid.hard.ja]}}]}
  verwijder: {title: Verwijder, steps: [Stap.]}
  gesprek: {title: Praat, steps: [Stap.]}
closing: [{text: Noteer het., when: {all: [beleid.hard.ja]}}]
"""


@pytest.fixture
def boom():
    return tree(TREE, beleid=POLICIES)


def asked(boom, **given):
    return draw(boom, {"given": {name.replace("__", "."): value for name, value in given.items()}})


def nodes(reply):
    dots = [dot for sheet in reply["sheets"] for dot in sheet["dots"]]
    return {name for dot in dots for name in re.findall(r'^  "([^"@>]+)" \[', dot, re.MULTILINE)}


def labels(reply):
    return dict(re.findall(r'^  "([^"]+)" \[.*label="([^"]+)"', reply["sheets"][-1]["dots"][0], re.MULTILINE))


def test_what_can_no_longer_be_reached_is_gone(boom):
    """A choice takes the routes that it excludes, with all that only they led to; what is left is told."""
    reply = asked(boom, beleid__hard="ja")
    assert nodes(reply) == {"soort", "antwoord", "verwijder"}
    assert "3 van de 4 stappen" in reply["told"]
    assert nodes(asked(boom, beleid__hard="nee")) == {"soort", "antwoord", "gesprek"}


@pytest.mark.parametrize("value", [UNDECIDED, "bestaat-niet", ["ja"], 3])
def test_what_is_no_decision_changes_nothing(boom, value):
    """‘Nog niet beslist’ decides nothing, nor does what this tree does not offer."""
    reply = asked(boom, beleid__hard=value)
    assert nodes(reply) == {"soort", "soort--scheldpartij", "antwoord", "verwijder", "gesprek"}
    assert "jullie afspraak" not in str(reply)


def test_several_answers_can_be_undecided_too(boom):
    """A choice of several keeps ‘nog niet beslist’ in a list: that decides no more than it does alone."""
    several = POLICIES.replace("    default: nee\n", "    default: nee\n    choose: many\n    to: klaar\n").replace(
        ", to: klaar}", "}"
    )
    reply = asked(tree(TREE, beleid=several), beleid__hard=[UNDECIDED])
    assert nodes(reply) == nodes(asked(boom))
    assert "jullie afspraak" not in str(reply)


def test_what_follows_from_a_choice_is_marked_in_words(boom):
    """The arrow that a choice led elsewhere, and the action with a task that it decides; not what every result shows."""
    found = labels(asked(boom, beleid__hard="ja"))
    assert {name for name, label in found.items() if "jullie afspraak" in label} == {"soort>verwijder", "antwoord"}
    assert found["soort>verwijder"] == r"Een scheldpartij\njullie afspraak"
    assert found["antwoord"] == "2 Antwoord\\ljullie afspraak\\l".replace(" ", "\u00a0", 1)


def test_an_arrow_without_words_gets_those():
    """A way on that a choice decides says so, though nobody answered anything there."""
    guarded = TREE.replace("antwoord: {title: Antwoord,", "antwoord: {to: KEUZE, title: Antwoord,").replace(
        "KEUZE", "[{when: {all: [beleid.hard.ja]}, to: verwijder}, {to: gesprek}]"
    )
    own = own_tree(tree(guarded, beleid=POLICIES), {"beleid.hard": "ja"})
    assert r'"antwoord>verwijder"' in tree_dot(own)
    assert "jullie afspraak" not in tree_dot(tree(guarded, beleid=POLICIES))


def test_nodes_keep_the_numbers_that_they_have_for_everybody(boom):
    """Those of the wizard beside it, which still knows every step."""
    own = own_tree(boom, {"beleid.hard": "nee"})
    assert own.numbers == {name: boom.numbers[name] for name in own.numbers}
    assert own.numbers["gesprek"] == "4"
    assert len(own.lines) == 3


def test_a_large_tree_gets_an_overview_in_two_directions(own_trees):
    """The page lays out both, and what can be shown largest stands there."""
    large = max((boom for boom in own_trees.values() if boom.policies), key=lambda boom: len(boom.lines))
    name, question = next((name, each) for name, each in large.policies.items() if each.answers and not each.fill)
    reply = draw(large, {"given": {name: next(iter(question.answers))}})
    assert [len(sheet["dots"]) for sheet in reply["sheets"]] == [2] + [1] * (len(reply["sheets"]) - 1)
    assert [sheet["place"] for sheet in reply["sheets"]] == [f"blad-{at}" for at in range(len(reply["sheets"]))]


LAID_OUT = """<svg viewBox="0 0 {w} {h}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g id="blad" class="graph"><title>x</title><g id="b-k" class="node ww-node ww-says ww-draws-hand-stop">
<g id="a_k"><a xlink:href="x#b-k" xlink:title="Stap"><path fill="none" stroke="black" d="M0,0 90,0 90,40 0,40"/>
<text text-anchor="start" x="7" y="15" font-size="12.00">1\u00a0Stop &lt;nu&gt;</text>
<text text-anchor="start" x="7" y="29" font-size="12.00">Stoppen</text></a></g></g></g></svg>"""


def test_what_was_laid_out_becomes_a_sheet(boom):
    """Of two directions the one that fits a screen best, with its title, without fixed colours; texts stay text."""
    sheet = {"title": "Blad <één>", "place": "blad-1"}
    svgs = [LAID_OUT.format(w=100, h=4000), LAID_OUT.format(w=1200, h=600)]
    html = draw(boom, {"sheets": [{**sheet, "svgs": svgs}]})["html"]
    assert html.count("<svg") == 1
    assert 'viewBox="0 0 1200 600"' in html
    assert 'id="blad-1"' in html
    assert "Blad &lt;één&gt;" in html
    assert "Stop &lt;nu&gt;" in html
    assert "stroke" not in html


def test_a_picture_to_keep_brings_its_looks(boom):
    """It has its style and its icons in it, at its own size, and leads nowhere."""
    style, shapes = (
        "text{fill:#123}",
        {"hand-stop": f'<symbol xmlns="{SVG}"><path d="M8 13v-7" stroke="currentColor"/></symbol>'},
    )
    svg = draw(boom, {"sheets": [{"title": "x", "place": "x", "svgs": [LAID_OUT.format(w=90, h=40)]}]})["html"]
    picture = draw(
        boom, {"picture": svg[svg.index("<svg") : svg.index("</svg>") + 6], "style": style, "shapes": shapes}
    )["svg"]
    assert 'width="90" height="40"' in picture
    assert f"<style>{style}</style>" in picture
    assert 'd="M8 13v-7" stroke="#fff"' in picture
    assert "<use" not in picture
    assert "href" not in picture


def test_deciding_nothing_gives_the_tree_of_everybody(boom):
    """Then the map is the one that the build draws, but for what nobody reaches."""
    assert tree_dot(own_tree(boom, {})) == tree_dot(boom)
    assert decide(boom, {}) is boom
