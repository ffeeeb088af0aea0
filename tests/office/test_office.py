"""Every presentation as LibreOffice shows it: it opens, has all its slides, nothing runs into the foot of a slide, and
every link lands where the presentation says.

Part of `make test-all`, which installs LibreOffice where that may.
"""

from __future__ import annotations

import re
import subprocess
from ctypes import byref, c_int

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pptx import Presentation

from helpers import ROOT

pytestmark = pytest.mark.slow
FILES = {
    file.stem: file
    for folder in ("slides", "extras/sessies")
    for file in sorted((ROOT / "build" / folder).glob("*.pptx"))
}
NAMES = sorted(FILES)
TEXTS = sorted((ROOT / "build/extras/sessies").glob("*.docx"))
FOOT = re.compile(
    r"(← ?|Vorige|Overzicht|Begin opnieuw|Verder| →|Opdracht \d+/\d+|\d+ minuten|\d minuten ·.*|Wegwijzer ·.*|\s)*"
)
NAVIGATION_TOP = 492


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """All presentations as PDF, by one LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    files = [*FILES.values(), *TEXTS]
    profile = f"-env:UserInstallation=file://{folder}/profiel"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_office_shows_every_slide_without_overflow(converted, name):
    """As many pages as slides; each shows its title; below the line of the buttons stand only those and the version."""
    slides = Presentation(FILES[name]).slides
    document = pypdfium2.PdfDocument(converted / f"{name}.pdf")
    assert len(document) == len(slides)
    for slide, page in zip(slides, document, strict=True):
        scale = 540 / page.get_height()
        text = page.get_textpage()
        assert slide.shapes.title.text.split()[0] in text.get_text_range()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            from_top = 540 - bottom * scale
            assert 0 <= left * scale
            assert right * scale <= 961, (slide.shapes.title.text, words)
            if from_top > NAVIGATION_TOP:
                assert FOOT.fullmatch(words), (slide.shapes.title.text, words)


def landings(document, page):
    """The slides, counted from 0, that the links of a page lead to."""
    position, link = c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, byref(position), byref(link)):
        place = pdfium.FPDFLink_GetDest(document.raw, link)
        if place:
            yield pdfium.FPDFDest_GetDestPageIndex(document.raw, place)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_lands_on_its_slide(converted, name):
    """What a click leads to in LibreOffice is what the presentation asks for, slide by slide."""
    slides = Presentation(FILES[name]).slides
    number = {slide.part.partname: index for index, slide in enumerate(slides)}
    document = pypdfium2.PdfDocument(converted / f"{name}.pdf")
    for slide, page in zip(slides, document, strict=True):
        targets = (shape.click_action.target_slide for shape in slide.shapes if hasattr(shape, "click_action"))
        wanted = [number[target.part.partname] for target in targets if target is not None]
        assert sorted(landings(document, page)) == sorted(wanted), slide.shapes.title.text


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_word_files_of_a_session_open(converted, file):
    """The guide and the evaluation sheet open, begin with their title, and are no longer than one reads before a session."""
    document = pypdfium2.PdfDocument(converted / f"{file.stem}.pdf")
    assert document[0].get_textpage().get_text_range().startswith(("Begeleiding", "Evaluatie"))
    assert len(document) <= 12
