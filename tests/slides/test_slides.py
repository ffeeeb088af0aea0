"""The presentations: the same steps and numbers as everywhere, links that land, nothing outside its frame."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from edges import model_edges
from helpers import ROOT, each_tree, mostly_slow, some_trees, tree_files
from landmarks import largest, smallest
from wegwijzer.draw.measure import BOLD, LINE, REGULAR, text_height
from wegwijzer.model.text import plain
from wegwijzer.render.anyway import anyway_lines
from wegwijzer.render.deck import deck_of
from wegwijzer.render.session import pitfalls, session_of
from wegwijzer.slides.presentation import LEGIBLE, pictures_for, tells, type_on_slide
from wegwijzer.slides.spread import MOST
from wegwijzer.slides.template import Colours, ink_on
from wegwijzer.slides.whole import Whole
from wegwijzer.slides.write import LAST_VIEWED
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.phrases import danger

NAMES = [file.stem for file in tree_files()]
TREES = pytest.mark.parametrize("name", each_tree())
MADE = sorted(file.stem for file in (ROOT / "build/slides").glob("*.pptx"))
FILES = mostly_slow(MADE, quick=[name + kind for name in some_trees() for kind in ("", "-kort")])
STEP = re.compile(r"Wegwijzer · stap (\w+) · versie \w+")
LAYOUTS = {"Titel", "Vraag", "Resultaat", "Bericht", "Kaart", "Bespreking"}
FOOT = ("Vorige", "Overzicht", "Begin opnieuw", "Verder")


@cache
def opened(name):
    return Presentation(ROOT / f"build/slides/{name}.pptx")


def number_of(slide):
    """The number of the step that a slide shows, or an empty text: it stands at its foot."""
    told = (shape.text_frame.text for shape in slide.shapes if "Footer" in shape.name)
    return next((found[1] for text in told if (found := STEP.fullmatch(text))), "")


def pictures_of(slide):
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def notes_of(slide):
    return slide.notes_slide.notes_text_frame.text


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
    """Every answer jumps to the first slide with its number, and so do the icons on it; the arrows are those of the tree."""
    compiled = own_trees[name]
    show = opened(name)
    slides, names = first_slides(show), {number: step for step, number in compiled.numbers.items()}
    arrows = set()
    for slide in show.slides:
        answers = [
            (shape, found[1]) for shape in slide.shapes if (found := re.fullmatch(r"Antwoord (\w+)", shape.name))
        ]
        for shape, goal in answers:
            assert shape.click_action.target_slide.slide_id == slides[goal].slide_id
            if number_of(slide):
                arrows.add((names[number_of(slide)], names[goal]))
            on_it = [
                picture
                for picture in pictures_of(slide)
                if shape.top <= picture.top < shape.top + shape.height
                and shape.left <= picture.left < shape.left + shape.width
            ]
            assert on_it
            assert {picture.click_action.target_slide.slide_id for picture in on_it} == {slides[goal].slide_id}
    assert model_edges(compiled) == arrows


def test_a_drawing_of_hardly_anything_is_no_slide(own_trees):
    """A part of a tree with one step or two is left out of the drawings, though it could be read."""
    name = largest(own_trees).id
    deck = deck_of(own_trees[name])
    shown = {file.stem for file, _ in pictures_for(deck)}
    legible = {f"{name}-{part}" for part, _ in deck.parts if type_on_slide(f"{name}-{part}") >= LEGIBLE}
    assert shown < legible
    assert all(tells(each) == (each in shown) for each in legible)


@pytest.mark.parametrize("file", FILES)
def test_no_text_sticks_out(file):
    """Every text fits its frame by measure, at 18 points or more (the foot of a slide, and the small print of the first, are smaller)."""
    for index, slide in enumerate(opened(file).slides, 1):
        for shape in slide.shapes:
            if not shape.has_text_frame or not shape.text_frame.text or "Footer" in shape.name:
                continue
            frame = shape.text_frame
            room = shape.width.pt - frame.margin_left.pt - frame.margin_right.pt
            if shape.is_placeholder:
                room, small = shape.width.pt - inset_of(shape), 18 if index > 1 else 16
            else:
                small = 16
            height = 0
            for paragraph in frame.paragraphs:
                sizes = {run.font.size for run in paragraph.runs}
                assert len(sizes) <= 1
                size = ((sizes and sizes.pop()) or size_in_layout(shape)).pt
                assert size >= (small if shape.is_placeholder or shape.name.startswith("Antwoord") else 16)
                left = int(paragraph._p.pPr.get("marL", 0)) / 12700 if paragraph._p.pPr is not None else 0  # noqa: SLF001
                bold = any(run.font.bold for run in paragraph.runs) or shape == slide.shapes.title
                height += text_height(paragraph.text, BOLD if bold else REGULAR, size, room - left)
                height += (paragraph.space_before or Pt(0)).pt
            assert height <= shape.height.pt + LINE, (index, shape.name, frame.text)
            assert shape.left >= 0
            assert shape.left + shape.width <= Pt(960)
            assert shape.top + shape.height <= Pt(540)


def in_layout(shape):
    """The same placeholder on the layout."""
    wanted = shape.placeholder_format.idx
    return next(each for each in shape.part.slide_layout.placeholders if each.placeholder_format.idx == wanted)


def size_in_layout(shape):
    """The size that a placeholder has from its layout."""
    return Pt(int(in_layout(shape).element.xpath(".//a:lstStyle//a:defRPr/@sz")[0]) / 100)


def inset_of(shape):
    """Left and right in a placeholder, in points."""
    return sum(int(n) for n in in_layout(shape).element.xpath(".//a:bodyPr/@lIns | .//a:bodyPr/@rIns")) / 12700


@TREES
def test_cover_says_whom_to_call_in_danger(name):
    """The first slide names police and ambulance with what each is for."""
    cover = opened(name).slides[0]
    assert danger() in cover.placeholders[1].text_frame.text


@pytest.mark.parametrize("file", FILES)
def test_titles_and_text_stand_in_the_placeholders_of_the_layouts(file):
    """A trainer who restyles the master restyles every slide: titles and bodies are its placeholders, and none is empty."""
    show = opened(file)
    assert LAYOUTS == {layout.name for layout in show.slide_layouts}
    for slide in show.slides:
        assert slide.shapes.title.text
        assert all(holder.text_frame.text for holder in slide.placeholders)


@pytest.mark.parametrize("file", FILES)
def test_every_slide_can_go_back_and_only_the_first_has_a_code(file):
    """Each slide but the first leads back and to the start; the QR code leads to the tree, and has words."""
    first, *others = opened(file).slides
    (code,) = [picture for picture in pictures_of(first) if picture.element.xpath(".//p:cNvPr/@descr")[0]]
    address = code.click_action.hyperlink.address
    assert address.endswith(f"keuzehulp/{file.removesuffix('-kort')}/")
    assert address in code.element.xpath(".//p:cNvPr/@descr")[0]
    for slide in others:
        shapes = {shape.name: shape for shape in slide.shapes}
        assert shapes["Vorige"].element.xpath(".//@action")
        assert shapes["Begin opnieuw"].click_action.target_slide.slide_id == first.slide_id
        assert code.image.sha1 not in {picture.image.sha1 for picture in pictures_of(slide)}


@TREES
def test_every_step_goes_back_to_what_was_seen_last(name):
    """In the complete deck one jumps: back is what one saw before, and the overview is there."""
    for slide in opened(name).slides:
        if number_of(slide):
            shapes = {shape.name: shape for shape in slide.shapes}
            assert LAST_VIEWED in shapes["Vorige"].element.xpath(".//@action")
            assert shapes["Overzicht"].click_action.target_slide is not None


@pytest.mark.parametrize("file", FILES)
def test_every_picture_has_words_or_stands_beside_them(file):
    """A picture has an alternative text, or says that it is there for the eye alone."""
    for slide in opened(file).slides:
        for picture in pictures_of(slide):
            about = picture.element.xpath(".//p:cNvPr")[0]
            assert about.get("descr") or picture.element.xpath(".//*[local-name()='decorative'][@val='1']")


@TREES
def test_an_action_says_on_every_slide_what_it_is(name, own_trees):
    """Outcome and urgency stand in words above the title, which each slide has; an action takes two slides at most."""
    compiled = own_trees[name]
    slides = defaultdict(list)
    for slide in opened(name).slides:
        slides[number_of(slide)].append(slide)
    actions = [static_view(compiled, step) for step in compiled.tree.actions]
    for view in actions:
        for slide in slides[view.number]:
            assert slide.shapes.title.text == view.title
            words = {shape.name for shape in slide.shapes}
            assert not view.outcome or view.outcome.text in words
            assert (
                not view.urgency or {"meteen": "Meteen", "vandaag": "Vandaag", "later": "Later"}[view.urgency] in words
            )
        count = len(slides[view.number])
        if count > 1:
            said = "\n".join(
                shape.text_frame.text for s in slides[view.number] for shape in s.shapes if shape.has_text_frame
            )
            assert all(f"{here} van {count}" in said for here in range(1, count + 1))
    assert [view.id for view in actions if len(slides[view.number]) > MOST] == []


@TREES
def test_nothing_that_a_step_says_is_lost(name, own_trees):
    """What has no room on the slides of a step stands in their notes."""
    slides = defaultdict(str)
    for slide in opened(name).slides:
        shown = (shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        slides[number_of(slide)] += " ".join(["", *shown, notes_of(slide)])
    for card in deck_of(own_trees[name], marked=False).cards:
        told = " ".join(slides[card.number].split())
        for part in card.parts:
            for block in part.blocks:
                assert all(word in told for word in block.text.split()), (card.number, block.text)


@TREES
def test_no_slide_says_that_a_text_was_added_but_the_first(name):
    """Which texts the editors added stands in the notes."""
    for index, slide in enumerate(opened(name).slides):
        shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert index == 0 or not any("redactie)" in text for text in shown)


@pytest.mark.parametrize("file", FILES)
def test_every_relation_of_a_slide_is_there_and_used(file):
    """What a slide names exists in the file, what leads on leads to a slide of it or to another deck, and nothing is left over."""
    show = opened(file)
    slides = {slide.part for slide in show.slides}
    for slide in show.slides:
        relations = slide.part.rels
        named = {name for name in slide.element.xpath(".//@r:id | .//@r:embed | .//@r:link") if name}
        assert named <= set(relations)
        for name, relation in relations.items():
            if relation.is_external:
                assert re.fullmatch(r"https?://\S+|[\w-]+\.pptx", relation.target_ref)
                assert relation.target_ref.startswith("http") or relation.target_ref.removesuffix(".pptx") in NAMES
            elif relation.reltype.endswith("/slide"):
                assert relation.target_part in slides
                assert name in named
        for click in slide.element.xpath(".//a:hlinkClick"):
            jump = click.get("action", "")
            assert bool(click.xpath("./@r:id")[0]) != ("hlinkshowjump" in jump)


@TREES
def test_the_overview_leads_to_the_first_step_of_each_chapter(name, own_trees):
    """A chapter leads to its own step and nowhere else, and the first slide to where the tree begins."""
    compiled, show = own_trees[name], opened(name)
    slides = first_slides(show)
    begin = next(shape for shape in show.slides[0].shapes if shape.has_text_frame and shape.text_frame.text == "Begin")
    assert begin.click_action.target_slide.slide_id == next(iter(slides.values())).slide_id
    told = {
        shape.text_frame.text.split("\n")[0]: shape.click_action.target_slide.slide_id
        for slide in show.slides
        if slide.slide_layout.name == "Kaart"
        for shape in slide.shapes
        if shape.name.startswith("Antwoord ")
    }
    for chapter in compiled.tree.chapters.values():
        if chapter.start in compiled.numbers:
            assert told[chapter.title] == slides[compiled.numbers[chapter.start]].slide_id


@TREES
def test_every_step_has_notes_for_a_trainer(name, own_trees):
    """What to ask and the minutes stand on every slide of a step; what goes wrong where cases are decided, and what holds for
    who does not know the answer.
    """
    known, doubts = pitfalls(own_trees[name]), anyway_lines(own_trees[name])
    names = {number: step for step, number in own_trees[name].numbers.items()}
    for slide in opened(name).slides:
        notes = notes_of(slide)
        assert notes.strip()
        if number := number_of(slide):
            assert "Vraag aan de groep" in notes
            assert re.search(r"Tijd: \d+ minuten", notes)
            assert all(line in notes for line in known.get(names[number], ()))
            assert plain(doubts.get(names[number], "")) in notes
            assert ("\nWeet je het niet?" in notes) == (names[number] in doubts)


def test_notes_say_what_to_ask_and_how_long(own_trees):
    """First what to ask the group, the minutes and what goes wrong, by the cases; then help, and what that rests on."""
    compiled = largest(own_trees)
    slides = first_slides(opened(compiled.id))
    views = [static_view(compiled, step) for step in node_ids(compiled)]
    assert all("Vraag aan de groep" in notes_of(slides[view.number]) for view in views)
    assert all(re.search(r"Tijd: \d+ minuten", notes_of(slides[view.number])) for view in views)
    light = [case for case in compiled.tree.cases if case.why and case.warning is None]
    told = "\n".join(notes_of(slide) for slide in slides.values())
    assert sum(plain(case.why) in told for case in light) > len(light) / 2
    assert not any(case.title in told for case in compiled.tree.cases if case.warning)
    views = [view for view in views if view.about("help") and view.about("sources")]
    assert {True, False} == {any(credit.editorial for credit in view.about("sources")) for view in views}
    for view in views:
        notes = notes_of(slides[view.number])
        assert all(plain(line.text) in notes for line in view.about("help"))
        assert all(credit.title in notes for credit in view.about("sources"))


# -- the short deck ------------------------------------------------------------------------------------------


@TREES
def test_the_short_deck_is_short_and_has_no_heavy_case(name, own_trees):
    """A title, how it works, of each case the post, a slide to talk and the advice, and an end: 15 slides at most."""
    compiled = own_trees[name]
    cases = session_of(compiled)
    if not cases:
        assert not (ROOT / f"build/slides/{name}-kort.pptx").exists()
        return
    slides = list(opened(f"{name}-kort").slides)
    assert len(slides) == 3 + 3 * len(cases)
    assert 6 <= len(slides) <= 15
    heavy = [case for case in compiled.tree.cases if case.warning]
    for case, post, talk, advice in zip(cases, slides[2::3], slides[3::3], slides[4::3], strict=False):
        assert case.title not in {each.title for each in heavy}
        assert [slide.slide_layout.name for slide in (post, talk, advice)] == ["Bericht", "Bespreking", "Resultaat"]
        assert case.post.splitlines() == post.placeholders[1].text_frame.text.split("\n")[1:]
        assert advice.shapes.title.text == case.advised.title
        answers = [shape for shape in post.shapes if shape.name == "Antwoord"]
        assert [shape.text_frame.text for shape in answers] == [choice.text for choice in case.choices]
        assert {shape.click_action.target_slide.slide_id for shape in answers} == {talk.slide_id}
        assert case.why in notes_of(talk)
        assert all(
            block.text in notes_of(advice) for part in case.advised.parts for block in part.blocks if not part.aside
        )


def test_most_short_decks_have_ten_slides_or_more(own_trees):
    """A session is worth an hour: most trees have three cases for it, or four."""
    counts = [len(session_of(compiled)) for compiled in own_trees.values()]
    assert sum(count >= 3 for count in counts) > len(counts) * 0.8


def test_a_presentation_is_the_same_every_time(own_trees):
    """Made again, a presentation has the same bytes, with no time of the day in it."""
    deck = deck_of(smallest(own_trees))
    first, second = (Whole(deck, Colours()).file() for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.namelist()) == len(set(archive.namelist()))


def test_a_municipality_brings_its_colours(own_trees):
    """The colours stand in the theme; the text on them is black or white, whichever can be read."""
    deck = deck_of(smallest(own_trees))
    made = Whole(deck, Colours("FFCC00", "112233")).file()
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
