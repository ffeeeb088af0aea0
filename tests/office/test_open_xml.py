"""Presentations and documents beside the schemas of Open XML, as the makers of Office read those.

Part of `make test-all`: openxml-audit carries the model of the Open XML SDK, in Python. A whole large deck takes it minutes.
"""

from __future__ import annotations

import zipfile

import pytest
from lxml import etree

from helpers import ROOT
from wegwijzer.render.blocks import own, said
from wegwijzer.render.documents.docx import docx

audit = pytest.importorskip("openxml_audit")

pytestmark = pytest.mark.slow
LARGE = 150_000
"""Larger decks are built of the same slides."""
DECKS = {
    file.stem: file
    for folder in ("slides", "extras/sessies")
    for file in sorted((ROOT / "build" / folder).glob("*.pptx"))
    if file.stat().st_size < LARGE
}
TEXTS = sorted((ROOT / "build/extras/sessies").glob("*.docx"))
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KINDS = ("annex", "heading", "subheading", "text", "warning", "note", "task", "point", "item", "quote")


def wrong(file, *, meaning=True):
    """What is wrong in a file, in words."""
    validator = audit.OpenXmlValidator(max_errors=50, semantic_validation=meaning)
    return [f"{each.part_uri} {each.description}" for each in validator.validate(str(file)).errors]


@pytest.mark.parametrize("name", DECKS)
def test_a_presentation_is_valid(name):
    """Every part of it, and what parts say of each other."""
    assert wrong(DECKS[name]) == []


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_a_text_of_a_session_is_valid(file):
    """The guide and the evaluation sheet, with their tables."""
    assert wrong(file, meaning=False) == []


def test_the_validator_sees_what_stands_in_the_wrong_order(tmp_path):
    """Settings of a paragraph behind its letters: programs that do not mind show such a file all the same."""
    broken = tmp_path / "kapot.pptx"
    with zipfile.ZipFile(min(DECKS.values())) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "ppt/slides/slide2.xml":
                slide = etree.fromstring(part)
                settings = next(slide.iter(f"{DRAWING}pPr"))
                settings.insert(0, settings.makeelement(f"{DRAWING}defRPr", {}))
                etree.SubElement(settings, f"{DRAWING}buNone")
                part = etree.tostring(slide)
            new.writestr(name, part)
    assert any("slide2" in each for each in wrong(broken))


def test_a_document_is_valid(tmp_path):
    """Word's file of every kind of block. The validator asks for parts that ECMA-376 leaves to choice; so schemas alone."""
    blocks = [own("title", "Titel"), *(own(kind, f"Een {kind} & meer") for kind in KINDS), own("task", "Nog een")]
    file = tmp_path / "proef.docx"
    file.write_bytes(docx([*blocks, said("text", "Zie [de wet](https://example.org) en meer.")]))
    assert wrong(file, meaning=False) == []
    file.write_bytes(docx([own("title", "Leeg")]))
    assert wrong(file, meaning=False) == []
