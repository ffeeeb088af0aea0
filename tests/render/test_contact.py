"""How contacts stand in every form: a number to call stands alone, and its state is told with the sources."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from helpers import load
from municipal.pages.registers import contacts, organisations
from municipal.paper.desk import desk
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.contact import in_short, states_at_sources, ways_to
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.html import live_html
from wegwijzer.render.text import tree_text
from wegwijzer.render.text_page import text_page
from wegwijzer.walk.walker import Walker

TREE = """
title: Wie help je?
start: bel
actions:
  bel:
    title: Bel iemand
    steps: [Bel een van deze nummers.]
    contacts: [lijn, noodlijn, loket]
"""
CONTACTS = """
contacts:
  lijn: {name: Hulplijn, for: Praat erover., phone: "02 123", url: "https://lijn.be", checked: }
  noodlijn: {name: Noodlijn, for: Bel bij gevaar., phone: "999", checked: 2026-01-02}
  loket: {name: Loket, for: Stel je vraag., url: "https://loket.be", checked: }
"""
ORGANISATIONS = """
organisations:
  lijn: {name: De lijn, text: Een hulplijn., contact: lijn, url: "https://lijn.be", checked: , sources: [redactie]}
"""
SOURCES = "sources: {redactie: {title: Redactie, kind: redactie}}\n"
UNCHECKED = say("node.unchecked")


@pytest.fixture(scope="module")
def library():
    return load(TREE, contacts=CONTACTS, organisations=ORGANISATIONS, sources=SOURCES).library


def forms(library):
    """Every form that shows these contacts, by name."""
    compiled = compile_tree("boom", library)
    blocks = paper(Walker(compiled).settle(), Made())
    page = PlaceOnSite(library, "")
    return {
        "whole text": text_page(compiled),
        "wizard": live_html(Walker(compiled).settle()),
        "text version": tree_text(compiled),
        "slides and cards": "\n".join(block.text for card in deck_of(compiled).cards for block in card.body),
        "printed page": as_html(blocks),
        "copied text": as_text(blocks),
        "Markdown": markdown(blocks),
        "page of contacts": contacts(page),
        "page of organisations": organisations(page),
    }


def test_nothing_stands_beside_a_number_to_call(library):
    """In no form a number to call shares its line with a word on whether somebody looked it up."""
    for name, form in forms(library).items():
        for line in re.split(r"\n|</li>|</p>", form):
            assert not ("nagekeken" in line and re.search(r"\b(02 123|999)\b", line)), (name, line)


def test_the_state_of_a_number_stands_with_the_sources(library):
    """What was left out beside a number is told in the sources of the step."""
    for name in ("whole text", "wizard", "printed page", "copied text", "Markdown"):
        form = forms(library)[name]
        sources = form[form.rindex("Bronnen") :]
        assert f"Hulplijn: {UNCHECKED}" in sources, name
        assert "Noodlijn: nagekeken op 2026-01-02" in sources, name
    assert f"Deze gegevens: {UNCHECKED}." in forms(library)["page of contacts"]
    assert f"Deze gegevens: {UNCHECKED}." in forms(library)["page of organisations"]


def test_an_address_keeps_its_state_beside_it(library):
    """A web address alone tells beside it that nobody looked: a reader who follows it must know."""
    assert f"https://loket.be ({UNCHECKED})" == ways_to(library.contacts["loket"]).text
    assert ["Hulplijn", "Noodlijn"] == [
        state.partition(":")[0] for state, _ in states_at_sources(tuple(library.contacts.values()))
    ]


def test_the_desk_sheet_has_the_numbers_without_a_word_beside_them(library):
    """On the sheet for the front desk too."""
    pypdf = pytest.importorskip("pypdf")
    sheet = BytesIO(desk(compile_tree("boom", library), library))
    lines = pypdf.PdfReader(sheet).pages[0].extract_text().split("\n")
    assert "999" in lines
    assert "02\u00a0123 · https://lijn.be" in lines  # on one line, as all numbers
    assert f"https://loket.be ({UNCHECKED})" in lines


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("Praat erover. Bel gerust.", "Praat erover."),
        ("Klachten, bv. over een reactie. Anoniem kan.", "Klachten, bv. over een reactie."),
        ("Een vraag? ‘Wie helpt me.’", "Een vraag?"),
        ("Stel je vraag", "Stel je vraag."),
    ],
)
def test_a_card_says_the_first_sentence(told, first):
    """The card is short, and an abbreviation cuts nothing off."""
    assert in_short(Contact(name="Loket", for_=told, url="https://loket.be"))[2] == first
