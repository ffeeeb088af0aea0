"""A text as somebody publishes it: whose it is, which version, what is in it, and what it says of what is not known."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from helpers import CHOICES, tree
from wegwijzer.render.documents.checklist import checklist
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.render.documents.paper import Made
from wegwijzer.render.documents.written import LONG, text, version
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker, replay

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MADE = Made(now=1_795_244_400, zone=3600)
TREE = """
title: Onze tekst
uses: [keuzes]
start: stad
questions:
  stad: {text: 'Hoe heet je stad?', short: Naam, fill: {kind: text}, to: wat}
  wat:
    text: Wat wil je niet?
    short: Ongewenst
    choose: many
    answers: {schelden: {text: Schelden}, spam: {text: Spam}}
    to: streng
  streng:
    text: Zijn jullie streng?
    answers: {ja: {text: Ja, to: tekst}, nee: {text: Nee, to: tekst}}
actions:
  tekst:
    title: Lees de tekst na
    undecided: mark
    help: Zo werkt dit blad.
    steps: [{text: Laat het nalezen., who: een collega}, {text: Zeg het voort., when: {any: [streng.ja]}}]
    document:
      - {text: $stad, style: header}
      - {text: 'De code van $stad', style: heading}
      - We antwoorden binnen $keuzes.termijn uur.
      - {text: 'Wat mag niet?', style: heading}
      - {text: 'Dit willen we niet:'}
      - {text: Schelden., style: item, when: {any: [wat.schelden]}}
      - {text: Spam., style: item, when: {any: [wat.spam]}}
      - {text: 'Hoe streng?', style: heading}
      - {text: Streng., when: {any: [streng.ja]}}
      - {text: Mild., when: {any: [streng.nee]}}
"""
GIVEN = {"keuzes.termijn": "8"}
ANSWERS = [("stad", "de stad Elders"), ("wat", ("spam",)), ("streng", "ja")]


def compiled(source=TREE):
    return tree(source, keuzes=CHOICES)


@pytest.fixture
def walked():
    return replay(compiled(), ANSWERS, given=GIVEN)


@pytest.fixture
def opened():
    """A reader who gave no answers."""
    return Walker(compiled(), GIVEN, start="tekst")


def kinds(blocks):
    return [(block.kind, block.text) for block in blocks]


def parts(blocks):
    """The XML of a Word file, by part."""
    with zipfile.ZipFile(io.BytesIO(docx(blocks))) as archive:
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - our own


def words(element):
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def test_text_says_whose_it_is_and_which_version(walked):
    """First whose, with a capital, last the version with its day; a name that is known goes before the one in the text."""
    first, *_, last = kinds(text(walked, MADE))
    assert ("header", "De stad Elders") == first
    assert ("version", f"Versie {version(walked, Made()).split()[1]} van 21 november 2026") == last
    named = kinds(text(walked, Made(name="Elders")))
    assert ("header", "Elders") == named[0]
    assert 1 == [kind for kind, _ in named].count("header")
    assert re.fullmatch(r"Versie [0-9a-f]{8}", named[-1][1])


def test_version_follows_the_choices_alone(walked):
    """The same choices give the same version whatever else was answered; another choice gives another one."""
    other = replay(compiled(), [("stad", "Anders"), ("wat", ("schelden",)), ("streng", "nee")], given=GIVEN)
    assert version(walked, MADE) == version(other, MADE)
    late = replay(compiled(), ANSWERS, given={"keuzes.termijn": "9"})
    none = replay(compiled(), ANSWERS)
    beside = replay(compiled(), ANSWERS, given={**GIVEN, "elders.vraag": "ja"})
    assert version(beside, MADE) == version(walked, MADE)
    assert 3 == len({version(walker, MADE) for walker in (walked, late, none)})


def test_what_is_not_known_is_an_open_place_or_is_left_out(opened):
    """A value and a list have an open place, a sentence for one answer is left out, and no guard stands in the text. The
    step itself still says each guard.
    """
    lines = [block.text for block in text(opened, MADE)]
    assert ["[Naam]", "De code van [Naam]", "We antwoorden binnen 8 uur.", "Wat mag niet?"] == lines[:4]
    assert ["Dit willen we niet:", "[Ongewenst]"] == lines[4:6]
    assert "Hoe streng?" not in lines
    assert not [line for line in lines if line.startswith("Als ")]
    assert [line for line in live_view(opened).about("document") if line.condition]


def test_sheet_says_what_to_tick_off(opened):
    """What there is to do, without a guard that nobody can judge, then what is not filled in; not the text, nor the help."""
    blocks = checklist(opened, MADE)
    assert "De code van [Naam] · Versie" in blocks[1].text
    ticked = [block.text for block in blocks if block.kind == "check"]
    assert ["Laat het nalezen. (Wie: een collega)", "Zeg het voort."] == ticked[:2]
    assert {"Hoe heet je stad?", "Wat wil je niet?", "Zijn jullie streng?"} == set(ticked[2:5])
    told = " ".join(block.text for block in blocks)
    assert "Dit willen we niet" not in told
    assert "Zo werkt dit blad" not in told


def test_sheet_names_the_defaults_that_a_text_follows():
    """Where a text follows the default, the sheet says over what nobody decided."""
    walker = replay(compiled(TREE.replace("undecided: mark", "undecided: default")), ANSWERS)
    ticked = [block.text for block in checklist(walker, MADE) if block.kind == "check"]
    assert "Binnen hoeveel uur antwoord je? (standaardkeuze: 24)" in ticked


def test_every_form_has_the_same_text(walked):
    """Markdown, print and plain text hold every block of the text, and a box to tick."""
    blocks = text(walked, MADE)
    for form in (markdown(blocks), as_html(blocks), as_text(blocks)):
        assert all(block.text in form.replace("\xa0", " ") for block in blocks)
    sheet = checklist(walked, MADE)
    assert "- [ ] Zeg het voort." in markdown(sheet)
    assert "☐ Zeg het voort." in as_html(sheet)
    assert "☐ Zeg het voort." in as_text(sheet)


def test_word_has_a_head_and_a_foot(walked):
    """Whose it is on top of every page, the title from the second one on; the version and the number of the page below."""
    found = parts(text(walked, MADE))
    assert "De stad EldersDe code van de stad Elders" == words(found["word/header1.xml"])
    assert "De stad Elders" == words(found["word/header2.xml"])
    foot = found["word/footer1.xml"]
    assert words(foot).startswith("Versie ")
    fields = [each.get(f"{W}instr").strip() for each in foot.iter(f"{W}fldSimple")]
    assert ["PAGE", "NUMPAGES"] == fields
    body = words(found["word/document.xml"])
    assert "Versie" not in body
    assert body.startswith("De code van")
    bad = parts([*text(walked, Made(name="A\x07B"))])
    assert "AB" == words(bad["word/header2.xml"])


def test_long_text_has_contents():
    """With enough headings, Word lists them as links to where they stand; a text in print and a short one do not."""
    heads = "\n".join(f"      - {{text: Deel {n}, style: heading}}\n      - Tekst {n}." for n in range(LONG))
    walker = replay(compiled(TREE.replace("undecided: mark", "undecided: default") + heads), ANSWERS)
    blocks = text(walker, MADE)
    at = [block.kind for block in blocks].index("contents")
    assert "heading" == blocks[at + 1].kind
    document = parts(blocks)["word/document.xml"]
    links = [each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")]
    marks = {
        each.get(f"{W}name"): words(paragraph)
        for paragraph in document.iter(f"{W}p")
        for each in paragraph.iter(f"{W}bookmarkStart")
    }
    assert links == [*marks]
    assert list(marks.values()) == [block.text for block in blocks if block.kind in ("heading", "subheading")]
    assert "Inhoud" not in markdown(blocks) + as_text(blocks) + as_html(blocks)
    fields = [each.get(f"{W}fldCharType") for each in document.iter(f"{W}fldChar")]
    assert ["begin", "separate", "end"] == fields
    assert "contents" not in dict(kinds(text(replay(compiled(), ANSWERS, given=GIVEN), MADE)))


def test_subheading_stands_below_a_heading():
    """A part ends at the next heading of its own level or above, so a heading goes along with all that falls away below it."""
    source = (
        TREE.replace("undecided: mark", "undecided: leave-out")
        + """
      - {text: Bijlage, style: annex}
      - {text: Termijn, style: heading}
      - {text: Precies, style: subheading}
      - Na $keuzes.termijn uur.
      - {text: Slot, style: heading}
      - {text: Tot hier, style: subheading}
      - Klaar.
"""
    )
    found = dict(map(reversed, kinds(text(replay(compiled(source), ANSWERS), MADE))))
    assert found["Slot"] == found["Tot hier"] == "subheading"
    assert "Termijn" not in found
    assert "Precies" not in found
