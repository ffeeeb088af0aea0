"""The code of conduct as it is published: one page under any choices, and nothing in it that nobody decided."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace

import pypdfium2
import pytest

from helpers import own_tree
from wegwijzer.model import UNDECIDED
from wegwijzer.render.documents.checklist import checklist
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.paper import Made
from wegwijzer.render.documents.written import text
from wegwijzer.walk.walker import Walker

CODE = own_tree("gedragscode")
AROUND = ("header", "version")
MOST = 450
"""Words on one page of A4, with the headings of this text."""
FILLED = {
    "naam": "onze gemeente",
    "kanalen": "Facebook, Instagram en TikTok",
    "mailadres": "info@voorbeeld.be",
    "adres-meldformulier": "https://www.voorbeeld.be/melden",
    "ingangsdatum": "1 maart 2027",
    "antwoordtermijn": "31",
}


def options(name):
    """The decided options of a local choice; one that is filled in has its default."""
    question = CODE.policies[name]
    return [question.default] if question.fill else [key for key in question.answers if key != UNDECIDED]


def chosen(name, option):
    return (option,) if CODE.policies[name].choose == "many" and not CODE.policies[name].fill else option


def kept(at):
    """Every local choice made: the first option of each, or the last; with comments open, so that there is a code."""
    made = {name: chosen(name, options(name)[at]) for name in CODE.policies if options(name)}
    return {**made, "beleid.moderatiestijl": ("vooraf-controleren", "achteraf-modereren")[at]}


def walked(given, compiled=CODE):
    """A walk to the code: whatever can be asked for is, and what was not kept is not decided."""
    walker = Walker(compiled, given).settle()
    while not walker.final:
        question = compiled.tree.questions.get(walker.node)
        if question is None:
            answer = "verder"
        elif question.policy and not question.fill:
            answer = UNDECIDED
        elif question.fill:
            answer = FILLED.get(walker.node, question.default)
        elif question.choose == "many":
            answer = tuple(key for key, each in question.answers.items() if not each.exclusive)
        else:
            answer = next(iter(question.answers))
        walker.give(walker.node, answer).settle()
    assert "gedragscode-klaar" == walker.node
    return walker


def parts(walker):
    """The public text and the annex, as blocks."""
    blocks = [block for block in text(walker, Made()) if block.kind not in AROUND]
    [annex] = [index for index, block in enumerate(blocks) if block.kind == "annex"]
    return blocks[:annex], blocks[annex:]


def words(blocks):
    return sum(len(block.text.split()) for block in blocks)


SETS = {"first": kept(0), "last": kept(-1), "nothing": {}}


@pytest.mark.parametrize("given", SETS.values(), ids=SETS)
def test_public_text_reads_as_one_text(given):
    """It has a title, parts with something in them, no marks of ours, and is short enough for one page."""
    public, annex = parts(walked(given))
    assert "title" == public[0].kind
    for block, after in zip(public, [*public[1:], annex[0]], strict=True):
        assert block.kind != "heading" or after.kind in ("text", "item"), block.text
    assert 200 < words(public) <= MOST
    written = markdown([*public, *annex])
    assert not re.search(r"redactie|standaardkeuze|wegwijzer|\$|S00\d-", written, re.IGNORECASE)
    assert words(annex) > 200
    for said in (
        "artikels 19 en 25",
        "tijdelijk",
        "bezwaar",
        "ombudsdienst",
        "archief",
        "101 (politie)",
        "Alleen wat nodig is",
    ):
        assert said in markdown(public).replace("\\", ""), said


def test_no_choices_make_the_public_text_longer_than_a_page():
    """Choice after choice, the option that makes the text longest; then it still fits."""
    given = kept(0)
    for _ in range(2):
        for name in CODE.policies:
            given[name] = max(
                (chosen(name, option) for option in options(name) if option != "sluiten"),
                key=lambda option, name=name: words(parts(walked({**given, name: option}))[0]),
            )
    assert MOST - 60 < words(parts(walked(given))[0]) <= MOST


def test_opposite_choices_give_other_texts():
    """The same parts, and in them what each municipality chose."""
    first, last, nothing = ({block.text for block in parts(walked(given))[0]} for given in SETS.values())
    assert min(len(one ^ other) for one, other in ((first, last), (first, nothing), (last, nothing))) >= 6


def test_nothing_undecided_is_promised():
    """Whatever the defaults are, the text of who decided nothing is the same; it names what is open in its place."""
    walker = walked({})
    other = {
        name: replace(question, default="999" if question.fill else next(reversed(options(name)), question.default))
        for name, question in CODE.policies.items()
    }
    flipped = walked({}, replace(CODE, policies=other))
    assert text(flipped, Made()) == text(walker, Made())
    public, annex = map(markdown, parts(walker))
    assert "nog te beslissen: Hoe vaak waarschuwen" in public
    assert "nog te beslissen: Bewaartermijn" in public
    assert annex.count("nog te beslissen") > 10
    marks = re.findall(r"nog te beslissen: ([^\]\\]+)", annex)
    assert len(set(marks)) >= len(marks) - 3  # a value may be asked again, a choice is not


def test_sheet_before_publishing_holds_what_the_text_does_not():
    """What there is to do and to decide stands in the sheet first, each to tick off; then answers, choices and sources."""
    sheet = checklist(walked({}), Made(link="https://voorbeeld.be/#x"))
    headings = [block.text for block in sheet if block.kind == "heading"]
    assert ["Wat je doet", "Nog te beslissen"] == headings[:2]
    assert {"Waarom dit advies?", "Bronnen"} <= set(headings)
    assert "Tekst om over te nemen" not in headings
    ticked = " ".join(block.text for block in sheet if block.kind == "check")
    for said in ("buiten het bestuur navertellen", "keurt", "op de website", "herziening", "Hoe vaak waarschuwen"):
        assert said.casefold() in ticked.casefold(), said


@pytest.mark.slow
@pytest.mark.parametrize("given", SETS.values(), ids=SETS)
def test_public_text_is_one_page_in_libreoffice(given, tmp_path):
    """The first page ends with the date; the annex begins on the second."""
    file = tmp_path / "code.docx"
    file.write_bytes(docx(text(walked(given), Made(now=1_796_000_000, name="Voorbeeldegem"))))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, file], check=True, capture_output=True, timeout=180)
    pages = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    first, second = (pages[index].get_textpage().get_text_range() for index in (0, 1))
    assert "1 maart 2027" in first
    assert "Versie" in first
    assert "Bladzijde 1 van" in first
    assert second.split("\n")[1].startswith("Bijlage voor intern gebruik")
