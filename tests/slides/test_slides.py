"""The presentations: the same steps and numbers as everywhere, links that land, nothing outside its frame."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from functools import cache

import pytest
from pptx import Presentation
from pptx.util import Pt

from edges import model_edges
from helpers import ROOT, tree_files
from landmarks import largest, smallest
from wegwijzer.draw.measure import BOLD, LINE, REGULAR, text_height
from wegwijzer.model.text import plain
from wegwijzer.render.deck import deck_of
from wegwijzer.slides.template import Colours, ink_on
from wegwijzer.slides.write import LAST_VIEWED, Writer
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.phrases import danger

TREES = pytest.mark.parametrize("name", [file.stem for file in tree_files()])
STEP = re.compile(r"Stap (\w+)")


@cache
def opened(name):
    return Presentation(ROOT / f"build/slides/{name}.pptx")


def number_of(slide):
    """The number of the step that a slide shows, or an empty text."""
    return next((found[1] for shape in slide.shapes if (found := STEP.fullmatch(shape.name))), "")


def first_slides(show):
    """The first slide of every step, by number."""
    found = {}
    for slide in show.slides:
        found.setdefault(number_of(slide), slide)
    found.pop("", None)
    return found


@TREES
def test_every_step_has_a_slide_with_its_number(name, own_trees):
    """The slides have the numbers of the tree, in order, and the words of the static version."""
    compiled = own_trees[name]
    slides = first_slides(opened(name))
    assert [compiled.numbers[step] for step in node_ids(compiled)] == list(slides)
    for step in node_ids(compiled):
        view = static_view(compiled, step)
        assert slides[view.number].shapes.title.text == view.title


@TREES
def test_answers_lead_to_the_slide_with_their_number(name, own_trees):
    """Every button with a number jumps to the first slide with that number, and the arrows are those of the tree."""
    compiled = own_trees[name]
    show = opened(name)
    slides, names = first_slides(show), {number: step for step, number in compiled.numbers.items()}
    arrows = set()
    for slide in show.slides:
        for shape in slide.shapes:
            goal = re.fullmatch(r"(?:Antwoord|Naar) (\w+)", shape.name)
            if goal:
                assert shape.click_action.target_slide.slide_id == slides[goal[1]].slide_id
                if number_of(slide):
                    arrows.add((names[number_of(slide)], names[goal[1]]))
    assert model_edges(compiled) == arrows


@TREES
def test_no_text_sticks_out(name):
    """Every text fits its frame by measure, at 16 points or more (the version at the foot is smaller)."""
    for index, slide in enumerate(opened(name).slides, 1):
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text or "Footer" in shape.name:
                continue
            frame = shape.text_frame
            room = shape.width.pt - frame.margin_left.pt - frame.margin_right.pt
            height = 0
            for paragraph in frame.paragraphs:
                size = (paragraph.font.size or Pt(28 if shape == slide.shapes.title else 20)).pt
                if not shape.name.startswith("Naar"):
                    assert size >= 16 or shape.name.startswith("Naar"), (index, shape.name)
                left = int(paragraph._p.pPr.get("marL", 0)) / 12700 if paragraph._p.pPr is not None else 0  # noqa: SLF001
                bold = paragraph.font.bold or shape == slide.shapes.title
                height += text_height(paragraph.text, BOLD if bold else REGULAR, size, room - left)
                height += (paragraph.space_before or Pt(0)).pt
            assert height <= shape.height.pt + LINE, (index, shape.name, frame.text)
            assert shape.left >= 0
            assert shape.left + shape.width <= Pt(960)
            assert shape.top + shape.height <= Pt(540)


@TREES
def test_cover_says_whom_to_call_in_danger(name):
    """The first slide names police and ambulance with what each is for."""
    cover = opened(name).slides[0]
    assert danger() in cover.placeholders[1].text_frame.text


@TREES
def test_titles_and_text_stand_in_the_placeholders_of_the_layouts(name):
    """A trainer who restyles the master restyles every slide: titles and bodies are its placeholders."""
    show = opened(name)
    assert {"Titel", "Vraag", "Actie", "Overzicht"} == {layout.name for layout in show.slide_layouts}
    for slide in show.slides:
        assert slide.shapes.title.text
    bodies = [slide.placeholders[1] for slide in show.slides if slide.slide_layout.name == "Actie"]
    assert bodies
    assert all(body.text_frame.text for body in bodies)


@TREES
def test_every_step_can_go_back_and_has_a_qr_code(name):
    """A slide of a step leads back to what was seen last, to the overview and to the start, and to its place on the site."""
    for slide in opened(name).slides:
        if not number_of(slide):
            continue
        shapes = {shape.name: shape for shape in slide.shapes}
        assert LAST_VIEWED in shapes["Vorige"].element.xpath(".//@action")
        assert shapes["Overzicht"].click_action.target_slide is not None
        assert shapes["Begin opnieuw"].click_action.target_slide is not None
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert f"keuzehulp/{name}/#{name}-" in picture.click_action.hyperlink.address
        assert picture.click_action.hyperlink.address in picture.element.xpath(".//p:cNvPr/@descr")[0]


def test_help_and_sources_stand_in_the_notes(own_trees):
    """The trainer reads help, sources and what the editors added in the notes."""
    compiled = largest(own_trees)
    slides = first_slides(opened(compiled.id))
    views = [static_view(compiled, step) for step in node_ids(compiled)]
    views = [view for view in views if view.about("help") and view.about("sources")]
    assert {True, False} == {any(credit.editorial for credit in view.about("sources")) for view in views}
    for view in views:
        notes = slides[view.number].notes_slide.notes_text_frame.text
        assert all(plain(line.text) in notes for line in view.about("help"))
        assert all(credit.title in notes for credit in view.about("sources"))
        assert ("(redactie)" in notes) == any(credit.editorial for credit in view.about("sources"))


def test_a_presentation_is_the_same_every_time(own_trees):
    """Made again, a presentation has the same bytes, with no time of the day in it."""
    deck = deck_of(smallest(own_trees))
    first, second = (Writer(deck, Colours(), []).file() for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_a_municipality_brings_its_colours(own_trees):
    """The colours stand in the theme; the text on them is black or white, whichever can be read."""
    deck = deck_of(smallest(own_trees))
    made = Writer(deck, Colours("FFCC00", "112233"), []).file()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        theme = next(name for name in archive.namelist() if name.endswith("theme1.xml"))
        xml = archive.read(theme).decode()
    assert '<a:accent1><a:srgbClr val="FFCC00"/>' in xml
    assert '<a:accent2><a:srgbClr val="112233"/>' in xml
    assert ink_on("FFCC00") == "000000"
    assert ink_on("112233") == "FFFFFF"


def test_no_two_shapes_on_a_slide_share_an_id(own_trees):
    """Shape ids are unique on each slide, as PowerPoint asks."""
    for slide in opened(largest(own_trees).id).slides:
        counts = defaultdict(int)
        for shape in slide.shapes:
            counts[shape.shape_id] += 1
        assert max(counts.values()) == 1
