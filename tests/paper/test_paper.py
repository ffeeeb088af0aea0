"""What goes on paper: type that can be read, all steps, the right numbers."""

from __future__ import annotations

import ctypes
import io
import math
import re
from dataclasses import replace
from functools import cache
from itertools import groupby

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from edges import arrows_in
from helpers import ROOT, mostly_slow, tree_files
from municipal.paper.emergency import emergency
from municipal.records import EmergencyFile, Frame
from wegwijzer.build import workers
from wegwijzer.draw.qr import qr_rows, step_url
from wegwijzer.draw.raster import compiler
from wegwijzer.paper.cards import CARDS, face
from wegwijzer.paper.posters import SIZES, SMALLEST
from wegwijzer.paper.typeset import typeset, unit
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.overview import overview_dot
from wegwijzer.render.regions import sheets_of
from wegwijzer.render.together import HARD_SPACE
from wegwijzer.view.nodes import node_ids
from wegwijzer.view.phrases import danger

PAPER = ROOT / "build/paper"
NAMES = [file.stem for file in tree_files()]
OF_SESSIONS = (ROOT / "build/extras/sessies").glob("*.pdf")
ALL = [
    *sorted(path.stem for path in PAPER.glob("*.pdf")),
    *sorted(f"../extras/sessies/{path.stem}" for path in OF_SESSIONS),
]
STANDARD = {tuple(sorted(map(round, size))) for size in SIZES.values()}


@cache
def pieces(name):
    """Per page every text with its type size as printed, and whether all of it stands on the page."""
    return [list(_pieces(page)) for page in pypdfium2.PdfDocument(PAPER / f"{name}.pdf")]


def _pieces(page):
    """A text is what is written in one go: its letters are one object."""
    width, height = page.get_size()
    texts, matrix = page.get_textpage(), raw.FS_MATRIX()

    def of(at):
        return ctypes.cast(raw.FPDFText_GetTextObject(texts, at), ctypes.c_void_p).value

    for place, letters in groupby(range(texts.count_chars()), key=of):
        first, *others = letters
        said = texts.get_text_range(first, len(others) + 1).strip()
        if place and said:
            raw.FPDFText_GetMatrix(texts, first, matrix)
            left, bottom, right, top = texts.get_charbox(first)
            size = raw.FPDFText_GetFontSize(texts, first) * math.hypot(matrix.a, matrix.b)
            end = texts.get_charbox(first + len(others))[2]
            yield said, size, 0 < left < max(right, end) < width and 0 < bottom <= top < height


@cache
def words(name):
    """The words of all pages, as an eye reads them: letters that a PDF places one by one belong together."""
    document = pypdfium2.PdfDocument(PAPER / f"{name}.pdf")
    texts = (page.get_textpage().get_text_range() for page in document)
    return {word for text in texts for word in re.findall(r"\w+", text)}


def structure(tag):
    """Every element of the structure of a PDF, from here."""
    tag = tag.get_object()
    if not isinstance(tag, dict):
        return
    if "/S" in tag:
        yield tag
    inside = tag.get("/K", [])
    for each in inside if isinstance(inside, list) else [inside]:
        yield from structure(each)


@pytest.mark.parametrize("name", mostly_slow(ALL, quick=ALL[::4]))
def test_no_type_is_too_small(name):
    """Nothing on paper is set below 9 points, in diagrams neither."""
    sizes = [(round(size, 2), text) for page in pieces(name) for text, size, _ in page]
    assert sizes
    assert min(sizes)[0] >= SMALLEST


@pytest.mark.parametrize("name", ALL)
def test_fonts_are_embedded(name):
    """A printer needs no font of its own."""
    for page in PdfReader(PAPER / f"{name}.pdf").pages:
        for font in page["/Resources"]["/Font"].values():
            (face,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in face.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("name", mostly_slow(ALL, quick=ALL[::4]))
def test_a_screen_reader_can_read_it(name):
    """A title that is shown, a language, tags with a heading on every page, and words for every picture."""
    root = PdfReader(PAPER / f"{name}.pdf").trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    tags = list(structure(root["/StructTreeRoot"]))
    assert any(tag["/S"] == "/H1" for tag in tags)
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    assert all(figure.get("/Alt") for figure in figures)


@pytest.mark.parametrize("name", ALL)
def test_nothing_stands_outside_the_sheet(name):
    """Every text stands within its page."""
    assert [text for page in pieces(name) for text, _, inside in page if not inside] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_poster_has_the_sheets_of_the_map(name, own_trees):
    """An overview and every sheet, or the only one, on standard sizes, each with the version and a QR code."""
    compiled = own_trees[name]
    reader = PdfReader(PAPER / f"{name}-poster.pdf")
    sheets = len(sheets_of(compiled))
    assert len(reader.pages) == (sheets + 1 if sheets > 1 else 1)
    for page, texts in zip(reader.pages, pieces(f"{name}-poster"), strict=True):
        assert tuple(sorted((round(page.mediabox.width), round(page.mediabox.height)))) in STANDARD
        assert compiled.version in " ".join(text for text, *_ in texts)
        assert danger() in " ".join(text for text, *_ in texts)
        links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
        assert any(link.startswith(step_url(name)) for link in links)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_stands_on_the_poster(name, own_trees):
    """The sheets together show the number of every step and fork."""
    compiled = own_trees[name]
    assert {compiled.numbers[step] for step in node_ids(compiled)} <= words(f"{name}-poster")


@pytest.mark.parametrize("name", NAMES)
def test_every_step_has_a_card(name, own_trees):
    """Each step has a card with its number and its place on the site."""
    reader = PdfReader(PAPER / f"{name}-kaarten.pdf")
    links = {note.get_object()["/A"]["/URI"] for page in reader.pages for note in page["/Annots"]}
    assert links == {step_url(name, step) for step in node_ids(own_trees[name])}


def test_cards_of_frames_have_two_sides(project):
    """Every frame stands on a front and on the back behind it."""
    if not project.library.of(Frame):
        pytest.skip("er zijn nog geen frames")
    pages = PdfReader(PAPER / "frames.pdf").pages
    assert len(pages) % 2 == 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        names = [sorted(note.get_object()["/A"]["/URI"] for note in page["/Annots"]) for page in (front, back)]
        assert names[0] == names[1]


def test_the_desk_sheet_is_one_page_with_the_emergency_numbers():
    """One A4, with whom to call in danger and every contact that fits."""
    (page,) = pieces("onthaal")
    text = " ".join(text for text, *_ in page)
    assert danger() in text
    assert "Unia" in text


def test_the_emergency_card_is_one_a6_with_all_that_it_says(project):
    """One sheet, every verb, every number and what nobody does."""
    (page,) = pieces("noodkaart")
    text = " ".join(text for text, *_ in page).replace(HARD_SPACE, " ")
    for step in project.library.file(EmergencyFile).steps.values():
        assert step.verb in text
        assert not step.never or step.never in text
        assert all(project.library.contacts[call.contact].phone in text for call in step.calls)
    box = PdfReader(PAPER / "noodkaart.pdf").pages[0].mediabox
    assert [round(float(side)) for side in (box.width, box.height)] == [298, 420]


def test_a_card_holds_a_title_and_an_example_of_any_length():
    """What leaves no room in the head of a card is told below it, and an example goes on as a text does: complete."""
    title, example = (" ".join(f"{word}{number}" for number in range(600)) for word in ("titel", "voorbeeld"))
    says = [unit("answer", "Antwoord", goal="7", example=example)]
    made = typeset(
        (CARDS, ("wegwijzer", "steps")),
        "x",
        {"faces": [face("4", title, says, "https://x.be/", foot="v")]},
        ["https://x.be/"],
    )
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages).replace("-\n", "")
    for word in ("titel", "voorbeeld"):
        assert re.findall(rf"{word}(\d+)", text) == [str(number) for number in range(600)]


def test_a_long_card_goes_on_on_a_next_one():
    """What does not fit on a card stands on more cards, in order and complete."""
    says = [unit("text", f"Zin {number} die iets zegt over wat je doet.") for number in range(60)]
    says.append(unit("text", " ".join(f"woord{number}" for number in range(900))))
    made = typeset(
        (CARDS, ("wegwijzer", "steps")),
        "x",
        {"faces": [face("4", "Titel", says, "https://x.be/", foot="v")]},
        ["https://x.be/"],
    )
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert re.findall(r"Zin (\d+)", text) == [str(number) for number in range(60)]
    assert re.findall(r"woord(\d+)", text.replace("-\n", "")) == [str(number) for number in range(900)]
    parts = re.findall(r"\((\d+)/(\d+)\)", text)
    assert len(parts) > 1
    assert [int(number) for number, _ in parts] == list(range(1, len(parts) + 1))


def test_a_sheet_that_is_too_small_is_an_error(project):
    """Nothing is cut: a card that would not fit is not made."""
    card = project.library.file(EmergencyFile)
    longer = {name: replace(step, text=step.text * 9) for name, step in card.steps.items()}
    with pytest.raises(SystemExit, match="past niet"):
        emergency(replace(card, steps=longer), project.library)


def test_the_overview_has_the_arrows_of_the_tree(own_trees):
    """The overview in numbers has the nodes and arrows of the diagram."""
    for compiled in own_trees.values():
        assert set(arrows_in(overview_dot(compiled))) == set(arrows_in(tree_dot(compiled)))


def test_a_qr_code_opens_the_step():
    """The code holds the address of the wizard at that step."""
    assert step_url("reactie", "toon").endswith("/keuzehulp/reactie/#reactie-toon")
    assert qr_rows(step_url("reactie", "toon")) != qr_rows(step_url("reactie", "waar"))


def test_typst_does_not_wait_for_threads_that_stayed_behind():
    """In a process that was forked after Typst was at work it would wait for ever; it says so."""
    compiler()
    with workers(1) as forked, pytest.raises(RuntimeError, match="stayed behind"):
        forked.submit(compiler).result(timeout=60)
