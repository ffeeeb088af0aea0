"""Sheets of paper made from hostile and from very long texts: they end, and hold nothing but what they say."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

import hostile
from hostile import Project
from municipal.paper.desk import desk
from municipal.paper.frames import frames
from wegwijzer.paper.cards import cards
from wegwijzer.paper.posters import poster
from wegwijzer.render.deck import deck_of

SHEETS = {
    "cards": lambda tree, _: cards(deck_of(tree)),
    "poster": lambda tree, _: poster(tree),
    "desk": desk,
    "frames": lambda _, library: frames(library),
}
AT_THE_BOUND = ("Een lange zin die blijft duren. " * 156)[:4990]


def read(made, sheet, *, hostile):
    return PdfReader(io.BytesIO(SHEETS[sheet](made.tree(hostile=hostile), made.library(hostile=hostile))))


def addresses(reader):
    """Where the links of a file lead, without the places inside it."""
    found = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    return {each["/A"].get("/URI", each["/A"]["/S"]) if "/A" in each else "" for each in found}


@pytest.mark.parametrize("sheet", SHEETS)
def test_hostile_text_adds_nothing_to_a_sheet(sheet):
    """A sheet leads where it leads with harmless texts, and its file can do nothing else."""
    good, bad = (read(Project(0), sheet, hostile=each) for each in (False, True))
    assert addresses(good) == addresses(bad)
    assert {*good.trailer["/Root"]} == {*bad.trailer["/Root"]}
    assert re.search(r"q\d{4}q", bad.pages[0].extract_text())


@pytest.mark.slow
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("text", [AT_THE_BOUND, "a" * 4000], ids=["bound", "word"])
def test_drawing_a_sheet_always_ends(sheet, text, monkeypatch):
    """Every text at the bound, or one word of 4,000 letters everywhere."""
    monkeypatch.setattr(hostile, "TEXTS", (text,))
    monkeypatch.setattr(hostile, "LINES", ())
    assert read(Project(0), sheet, hostile=True).pages
