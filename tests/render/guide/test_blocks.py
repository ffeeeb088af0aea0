"""The blocks of the guide: every block shows everything its data holds, and nothing of it unescaped."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from html import escape

import pytest

from helpers import own_project, words
from municipal.pages import emergency, exercises, frames, meeting, practice, registers, three_r
from municipal.records import (
    Contradiction,
    EmergencyFile,
    Exercise,
    Frame,
    Item,
    MeetingFile,
    Organisation,
    Practice,
    Publication,
    Session,
    Term,
    ThreeRFile,
)
from wegwijzer.kinds.library import Library
from wegwijzer.model import UNDECIDED
from wegwijzer.model.text import plain
from wegwijzer.render.guide import cite, covered
from wegwijzer.render.guide.parts import PlaceOnSite

LIBRARY = own_project().library
HERE = PlaceOnSite(LIBRARY, "../../")


def said(record, *, without=()):
    """Every text in a record that a reader must find, without links and placeholders."""
    if isinstance(record, str):
        yield " ".join(plain(record).split())
    elif isinstance(record, (tuple, dict)):
        for item in record.values() if isinstance(record, dict) else record:
            yield from said(item, without=without)
    elif is_dataclass(record):
        for item in fields(record):
            if item.name not in {"sources", "review", *without}:
                yield from said(getattr(record, item.name), without=without)


def squeezed(text):
    """A text without spaces: tags between words do not matter."""
    return re.sub(r"\s+", "", text)


def missing(record, html, *, without=()):
    """The texts of a record that do not stand in a piece of HTML."""
    shown = squeezed(words(html))
    return [text for text in said(record, without=without) if "$" not in text and squeezed(text) not in shown]


@pytest.mark.parametrize("name", sorted(LIBRARY.of(Frame)))
def test_card_of_frame_shows_all_of_it(name):
    """The card of a frame leaves nothing out but the names of other records, which it shows as links."""
    frame = LIBRARY.of(Frame)[name]
    html = frames.card(HERE, name)
    ids = ("values", "answers", "frame", "name", "summary", "argued", "extracted")
    assert [] == missing(replace(frame, sources=()), html, without=ids)
    for other in (*frame.answers, *(counter.frame for counter in frame.counterframes)):
        assert f'href="../../frames/{other}/"' in html


def test_overview_shows_every_frame_once_in_order():
    """The overview has every frame, those with a problem first, each with a link."""
    html = frames.overview(HERE)
    numbers = [int(number) for number in re.findall(r'ww-number">(\d+)<', html)]
    assert [*range(1, 12)] == numbers
    assert all(f'href="../../frames/{name}/"' in html for name in LIBRARY.of(Frame))


def test_both_readings_of_the_resonance_are_shown():
    """Where heading and explanation of the source differ, the card says both and that they differ."""
    differing = [n for n, f in LIBRARY.of(Frame).items() if f.resonance.extracted not in (None, f.resonance.argued)]
    assert differing
    for name in differing:
        text = words(frames.card(HERE, name))
        assert frames.heard(LIBRARY.of(Frame)[name].resonance.argued) in text
        assert frames.heard(LIBRARY.of(Frame)[name].resonance.extracted) in text
        assert "spreken elkaar tegen" in text


def test_drawing_has_an_arrow_for_every_counterframe():
    """The drawing of frames has exactly the pairs of the data."""
    drawn = set(re.findall(r'"([\w-]+)" -> "([\w-]+)"', frames.pairs_dot(HERE)))
    assert drawn == {(name, c.frame) for name, frame in LIBRARY.of(Frame).items() for c in frame.counterframes}


@pytest.mark.parametrize("name", sorted(three_r.blocks()))
def test_block_of_3r_renders(name):
    """Every block of the 3R model has text."""
    assert len(words(three_r.three_r(HERE, name))) > 40


def test_3r_blocks_together_show_all_of_the_model():
    """Nothing in data/three-r.yml is left out of the pages."""
    html = "".join(three_r.three_r(HERE, name) for name in three_r.blocks())
    without = ("phase", "url", "checked", "within", "who", "use", "question")
    assert [] == missing(LIBRARY.file(ThreeRFile), html, without=without)


def test_every_cell_of_the_grid_has_steps():
    """The response grid has four columns and five rows, and something to do in each of the twenty cells."""
    grid = LIBRARY.file(ThreeRFile).grid
    assert (4, 5) == (len(LIBRARY.file(ThreeRFile).phases), len(LIBRARY.file(ThreeRFile).fields))
    assert all(
        grid[phase][field] for phase in LIBRARY.file(ThreeRFile).phases for field in LIBRARY.file(ThreeRFile).fields
    )


def test_meeting_blocks_together_show_all_of_the_data():
    """Nothing in data/meeting.yml is left out of the pages; there are ten tips."""
    html = "".join(meeting.meeting(HERE, name) for name in meeting.blocks())
    assert [] == missing(replace(LIBRARY.file(MeetingFile), examples={}), html)
    assert [] == missing(LIBRARY.file(MeetingFile).examples, html, without=("conditions",))
    assert len(LIBRARY.file(MeetingFile).tips) == 10


def test_the_emergency_card_shows_all_of_its_data():
    """Nothing in data/emergency.yml is left out of the page, and each number can be called."""
    card = LIBRARY.file(EmergencyFile)
    html = emergency.card(HERE)
    assert [] == missing(card, html, without=("contact",))
    for step in card.steps.values():
        for call in step.calls:
            assert f'href="tel:{LIBRARY.contacts[call.contact].phone.replace(" ", "")}"' in html


REGISTERS = {
    "bronnen": (LIBRARY.sources, ("kind", "short")),
    "begrippen": (LIBRARY.of(Term), ("see",)),
    "organisaties": (LIBRARY.of(Organisation), ("contact",)),
    "publicaties": (LIBRARY.of(Publication), ("kind",)),
    "contacten": (LIBRARY.contacts, ()),
    "waarden": (LIBRARY.values, ("choose",)),
    "verschillen": (LIBRARY.of(Contradiction), ("kind", "choice")),
}


@pytest.mark.parametrize("name", REGISTERS)
def test_register_shows_everything(name):
    """A register leaves out nothing of its data, and every entry has an anchor of its own."""
    records, without = REGISTERS[name]
    html = registers.blocks()[name](HERE)
    assert records
    assert [] == missing(records, html, without=without)
    anchors = re.findall(r'id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))


def test_every_register_is_tested():
    """A new register must be looked at here too."""
    assert set(REGISTERS) == set(registers.blocks())


def test_every_practice_is_on_a_card():
    """Every practice example shows under its topics, with the kind of municipality, never as the norm."""
    for name, item in LIBRARY.of(Practice).items():
        html = practice.practices(HERE, item.topics[0])
        assert [] == missing(item, html, without=("topics", "choice"))
        assert f'id="{name}"' in html


def test_choice_shows_every_option_with_its_argument():
    """A local choice shows all its options with their arguments; ‘not decided yet’ is none."""
    for tree_id in LIBRARY.policy_trees():
        for name, question in LIBRARY.trees[tree_id].questions.items():
            if question.default is None:
                continue
            html = practice.choice(HERE, f"{tree_id}.{name}")
            options = {k: a for k, a in LIBRARY.answers(question).items() if k != UNDECIDED}
            assert [] == missing([(a.text, a.argument) for a in options.values()], html)


@pytest.mark.parametrize("name", sorted(LIBRARY.of(Exercise)))
def test_an_exercise_leads_to_its_sessions(name):
    """Who likes an exercise finds the programmes that it is in, and no others."""
    html = exercises.exercise(HERE, name)
    for session, found in LIBRARY.of(Session).items():
        assert (f'href="../../trainers/{session}/"' in html) == any(part.exercise == name for part in found.parts)


def test_a_message_that_comes_later_is_folded():
    """Who shows the page of an exercise to a group opens it when it is time."""
    folded = [task for each in LIBRARY.of(Exercise).values() for task in each.tasks if task.later]
    html = "".join(exercises.exercise(HERE, name) for name in LIBRARY.of(Exercise))
    assert folded
    for task in folded:
        before = html[: html.index(escape(plain(task.post), quote=False)[:40])]
        assert before.rindex("<summary>Toon het bericht</summary>") > before.rindex("</details>")


@pytest.mark.parametrize("name", sorted(LIBRARY.of(Exercise)))
def test_exercise_shows_all_of_it(name):
    """The page of an exercise has everything a trainer needs."""
    assert [] == missing(LIBRARY.of(Exercise)[name], exercises.exercise(HERE, name), without=("trees", "title"))


def test_texts_are_escaped():
    """What stands in YAML cannot become markup."""
    hostile = "<script>alert(1)</script>"
    item = Item(name=hostile, text=hostile, sources=())
    library = Library(has_data=True)
    library.data["three-r"] = replace(LIBRARY.file(ThreeRFile), principles={"een": item})
    html = three_r.three_r(PlaceOnSite(library, "../"), "principes")
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_inner_links_lead_from_the_page_to_the_root():
    """A link by id is written with the way from the page to the root of the site."""
    page = PlaceOnSite(LIBRARY, "../../../")
    assert 'href="../../../begrippen/#framing"' in page.text("Zie [framing](begrip:framing).")
    tree, question = next((name, next(iter(tree.questions))) for name, tree in LIBRARY.trees.items() if tree.questions)
    href = f'href="../../../keuzehulp/{tree}/#{tree}-{question}"'
    assert href in page.text(f"Zie [dit](boom:{tree}/{question}).")


def test_citations_are_numbered_by_source():
    """Two places in one source share a number; the list names both; a place that is no source is refused."""
    found = cite.Citations(LIBRARY)
    assert ">1<" in found.mark("S001-6.2")
    assert ">2<" in found.mark("S000-4.4")
    assert ">1<" in found.mark("S001-6.4")
    assert "redactie" in found.mark("redactie")
    assert found.listing().count("<li>") == 3
    with pytest.raises(KeyError):
        found.mark("S999-1")


def test_coverage_names_pages_and_what_is_nowhere():
    """A part that no page names is shown as such."""
    part = next(iter(LIBRARY.parts))
    html = covered.covered(HERE, {part: ["frames/win-win/"]}, {"frames/win-win/": "Win-win"})
    assert '<a href="../../frames/win-win/">Win-win</a>' in html
    assert "nergens" in html


def test_frames_are_records_of_the_model():
    """The frames of the project are eleven, four of them with a problem, three of them dominant in newspapers."""
    found: list[Frame] = list(LIBRARY.of(Frame).values())
    assert [len(found), sum(f.problematising for f in found), sum(f.dominant for f in found)] == [11, 4, 3]
