"""A model reply in its variants: what the page offers to choose, and what a form without memory shows."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

from helpers import tree
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents import take
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.text import tree_text
from wegwijzer.view.nodes import static_view
from wegwijzer.walk.walker import Walker

TREE = """
title: Boom
start: naam
questions:
  naam: {text: 'Hoe heet de schrijver?', short: Naam, fill: {kind: text}, to: grens}
actions:
  grens:
    title: Trek een grens
    steps: [Lees het.]
    reply:
%s
"""
ALL = """
      relation: limit
      text: |-
        Dag $naam,
        we lazen {je|uw} bericht. Lees [{je|uw} regels](https://voorbeeld.be/regels).
      short: We halen {je|uw} bericht weg.
      never: [Bedank niet., Noem niemand bij naam.]
"""


def live(reply):
    """The page where the walk ends, for somebody who typed what looks like a pair."""
    return live_html(Walker(tree(TREE % reply)).give("naam", "{Jan|Piet}").settle())


def variants(html):
    found = re.search(r'data-variants="([^"]*)"', html)
    return {name: text for name, (text, _) in json.loads(unescape(found[1])).items()} if found else {}


def test_the_page_offers_every_variant():
    """Both forms and both lengths, with placeholders and links; what a reader typed is never read as a pair."""
    html = live(ALL)
    link = "(https://voorbeeld.be/regels)"
    assert variants(html) == {
        "informal-long": f"Dag {{Jan|Piet}},\nwe lazen je bericht. Lees je regels {link}.",
        "formal-long": f"Dag {{Jan|Piet}},\nwe lazen uw bericht. Lees uw regels {link}.",
        "informal-short": "We halen je bericht weg.",
        "formal-short": "We halen uw bericht weg.",
    }
    assert ["form-informal", "form-formal", "length-long", "length-short"] == re.findall(
        r'data-variant="([^"]+)"', html
    )
    assert re.search(r"<h4>Niet doen</h4>\s*<ul>.*Bedank niet\..*Noem niemand bij naam\.", html, re.DOTALL)


@pytest.mark.parametrize(
    ("reply", "switches", "count"),
    [
        ("      text: We lazen het.", [], 0),
        ("      text: We lazen {je|uw} bericht.", ["form-informal", "form-formal"], 2),
        (
            "      text: We lazen het en kijken het na.\n      short: We kijken het na.",
            ["length-long", "length-short"],
            2,
        ),
        ("      text: We lazen het.\n      short: We halen {je|uw} bericht weg.", ["form", "length"], 4),
        ("      text: We lazen {je|uw} bericht.\n      short: We lazen het.", ["form", "length"], 4),
    ],
)
def test_a_switch_is_there_only_when_there_is_something_to_choose(reply, switches, count):
    """With pairs in one of two lengths, every combination of the switches has its text."""
    html = live(reply)
    found = re.findall(r'data-variant="([^"]+)"', html)
    assert count == len(found) == len(variants(html))
    assert all(any(each.startswith(switch) for each in found) for switch in switches)


def test_a_plain_text_is_still_a_reply():
    """The shorthand gives what it gave before."""
    compiled = tree(TREE.replace("    reply:\n%s", "    reply: We lazen het."))
    (line,) = static_view(compiled, "grens").about("reply")
    assert ("We lazen het.", {"informal-long": "We lazen het."}) == (line.text, line.variants)


def test_forms_without_memory_show_the_long_informal_text():
    """With what must never be said after it. The whole text folds the short one below it, other forms leave it out."""
    compiled = tree(TREE % ALL)
    walker = Walker(compiled).give("naam", "An").settle()
    page = tree_html(compiled, whole=True)
    assert re.search(
        r"we lazen je bericht.*<details><summary>Korter</summary>.*We halen je bericht weg", page, re.DOTALL
    )
    cards = "\n".join(block.text for card in deck_of(compiled).cards for block in card.body)
    for form in (page, tree_text(compiled), cards, take(walker, {"as": "md"})["text"]):
        assert "we lazen je bericht" in form
        assert form.index("je bericht") < form.index("Niet doen") < form.index("Noem niemand bij naam")
        assert "uw bericht" not in form
        assert "{" not in form
