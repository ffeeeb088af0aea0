"""What a page says once a day is past: where it stands, and until which day it is hidden."""

from __future__ import annotations

import re

import pytest

from helpers import load, tree
from wegwijzer.model import Contact
from wegwijzer.model.registers import OWN
from wegwijzer.render.contact import card, states_at_sources, ways_to
from wegwijzer.render.element import join
from wegwijzer.render.html import live_html, tree_html, whole_text
from wegwijzer.walk.walker import Walker

BOOM = """
title: Boom
start: vraag
review: {owner: redactie, by: 2027-11-01}
questions:
  vraag: {text: "Vraag?", answers: {ja: {text: Ja, to: bel}, nee: {text: Nee, to: wacht}}}
actions:
  bel: {title: Bel, steps: [Bel meteen.], contacts: [unia, web], sources: [wet]}
  wacht: {title: Wacht, steps: [Wacht even.]}
"""
DATA = {
    "contacts": """
contacts:
  unia: {name: Unia, for: Meld hier., phone: "0800 12 800", checked: 2026-11-29}
  web: {name: Web, for: Kijk hier., url: "https://web.be", checked: 2026-10-01}
""",
    "sources": """
sources:
  wet: {title: Strafwet, publisher: België, year: "1867", kind: wet, checked: 2026-09-01}
""",
}


def days(html):
    """Until when each thing is hidden."""
    assert html.count("<ww-until") == len(re.findall(r'<ww-until data-day="[\d-]+" hidden>', html))
    return re.findall(r'<ww-until data-day="([\d-]+)"', html)


def test_in_the_page_of_a_tree():
    """The tree has the day by which somebody reviews it; of what was looked up the whole text says more, a year later."""
    compiled = tree(BOOM, **DATA)
    assert {"2027-11-01"} == set(days(tree_html(compiled)))
    assert {"2027-11-01", "2027-10-01", "2027-09-01", "2027-11-29"} == set(days(whole_text(compiled)))


def test_in_a_result_that_python_draws():
    """A way without a number has it beside it, a number to call with the sources, and so does a law."""
    html = live_html(Walker(tree(BOOM, **DATA)).give("vraag", "ja"))
    cards = re.findall(r'<ul class="ww-contacts">.*?</ul>', html, re.DOTALL)
    assert ["2027-10-01"] == days("".join(cards))
    assert {"2027-09-01", "2027-11-29"} <= set(days(html.partition('class="ww-sources"')[2]))


@pytest.mark.parametrize("checked", [None, OWN])
def test_what_nobody_looked_up_has_no_day(checked):
    """It says that already, or it is of who wrote it."""
    contact = Contact(name="Web", for_="Kijk hier.", url="https://web.be", checked=checked)
    assert [] == days(join("", card(contact)) + ways_to(contact).html)


def test_a_source_that_is_no_law_has_no_day():
    """Research stays what it is."""
    compiled = tree(BOOM, **{**DATA, "sources": DATA["sources"].replace("kind: wet", "kind: onderzoek")})
    assert "2027-09-01" not in whole_text(compiled)


def test_paper_says_the_day_and_no_more():
    """It cannot know when it is read."""
    contacts = load(BOOM, **DATA).library.contacts
    assert [("Unia: nagekeken op 2026-11-29", "2026-11-29")] == states_at_sources(tuple(contacts.values()))
