"""What a trainer takes along of a session: the archive opens, is complete, and works without a network."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import etree
from pypdf import PdfReader

from helpers import ROOT, own_project
from municipal.records import Exercise, Session
from municipal.sessions.box import made_from, session_files
from municipal.sessions.pieces import PIECES, file_name
from municipal.sessions.programme import is_role, programme_of, trees_of
from municipal.site import extras
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.workplace import outside

LIBRARY = own_project().library
BUILT = ROOT / "build/extras/sessies"
NAMES = pytest.mark.parametrize("name", LIBRARY.of(Session))
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(name):
    return zipfile.ZipFile(BUILT / f"{name}.zip")


def words(docx):
    """The paragraphs of a .docx."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        body = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(run.text or "" for run in each.iter(f"{WORD}t")) for each in body.iter(f"{WORD}p")]


def tables(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return list(etree.fromstring(archive.read("word/document.xml")).iter(f"{WORD}tbl"))


def cells(row):
    return ["".join(run.text or "" for run in cell.iter(f"{WORD}t")) for cell in row.iter(f"{WORD}tc")]


def flat(text):
    """The letters and digits of a text: where a line is broken, paper has a hyphen."""
    return re.sub(r"\W+", "", text)


class Links(HTMLParser):
    """What a page links to, and whether it would fetch or run something."""

    def __init__(self):
        super().__init__()
        self.to, self.tags = [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.to += [value for key, value in attrs if key in ("href", "src")]


@NAMES
def test_the_archive_has_everything_and_the_first_page_leads_to_it(name):
    """All pieces as they stand on the site, and all that the first page links to: nothing from elsewhere, nothing forgotten."""
    with opened(name) as archive:
        assert archive.testzip() is None
        there = {path.removeprefix(f"{name}/") for path in archive.namelist()}
        for piece in PIECES:
            for ending in piece.endings:
                file = file_name(name, piece, ending)
                assert archive.read(f"{name}/{file}") == (BUILT / file).read_bytes()
        page = Links()
        page.feed(archive.read(f"{name}/0-start.html").decode())
    assert set(page.to) == there - {"0-start.html"}
    assert not page.tags & {"script", "img", "link", "iframe"}
    trees = trees_of(LIBRARY.of(Session)[name], LIBRARY)
    assert {f"keuzehulpen/{tree}.html" for tree in trees} < there
    assert ("framekaarten.pdf" in there) == ("frame-herkennen" in trees)


@NAMES
def test_the_archive_says_no_time_and_no_machine(name):
    """In order, with one fixed moment and plain rights: the same files are the same bytes."""
    with opened(name) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        assert all(re.fullmatch(rf"{name}/[a-z0-9/.-]+", path) for path in archive.namelist())


def test_the_same_session_gives_the_same_bytes():
    """What the build made is what it would make again."""
    name = min(LIBRARY.of(Session), key=lambda each: LIBRARY.of(Session)[each].minutes)
    for path, content in session_files(name, made_from(name, LIBRARY)[0], outside()).items():
        assert hashlib.sha256((ROOT / "build" / path).read_bytes()).digest() == hashlib.sha256(content).digest(), path


@NAMES
def test_the_guide_says_the_same_on_paper_and_in_word(name, own_trees):
    """Every step, question, answer and pitfall, and the minutes from beginning to end, in both."""
    session = LIBRARY.of(Session)[name]
    pdf = flat("".join(page.extract_text() for page in PdfReader(BUILT / f"{name}-begeleiding.pdf").pages))
    word = flat("".join(words((BUILT / f"{name}-begeleiding.docx").read_bytes())))
    programme = programme_of(name, LIBRARY, own_trees)
    exercises = [slot.exercise for slot in programme.slots if slot.exercise]
    wanted = [session.title, session.goal, *session.pitfalls, *programme.safety, *programme.room]
    wanted += [line for each in exercises for line in (*each.steps, *each.debrief, each.trainer)]
    wanted += [text for each in exercises for task in each.tasks for text in (task.question, task.answer or "")]
    wanted += [case.advised.title for slot in programme.slots for case in slot.cases]
    wanted += [slot.clock for slot in programme.slots]
    for text in wanted:
        assert flat(plain(text)) in word
        assert flat(plain(text))[:30] in pdf, text
    assert programme.slots[-1].clock.endswith(f"{session.minutes // 60}:{session.minutes % 60:02}")


@NAMES
def test_the_hand_out_has_the_questions_and_no_answers(name):
    """A participant gets what there is to decide, and where the answers stand; the evaluation sheet is one page."""
    said = flat("".join(page.extract_text() for page in PdfReader(BUILT / f"{name}-deelnemers.pdf").pages))
    for part in LIBRARY.of(Session)[name].parts:
        if part.exercise:
            for task in LIBRARY.of(Exercise)[part.exercise].tasks:
                assert (flat(plain(task.question))[:30] in said) != is_role(task)
                assert not task.answer or flat(plain(task.answer))[:40] not in said
    assert len(PdfReader(BUILT / f"{name}-evaluatie.pdf").pages) == 1
    evaluation = words((BUILT / f"{name}-evaluatie.docx").read_bytes())
    assert all(line in evaluation for line in LIBRARY.of(Session)[name].evaluation)


def test_a_message_that_comes_later_is_not_on_the_hand_out_yet():
    """Who takes part reads it when the trainer shows it: it stands on a card, which says to hold it back, and in the guide."""
    told = say("session.later")
    for name, session in LIBRARY.of(Session).items():
        parts = [LIBRARY.of(Exercise)[part.exercise] for part in session.parts if part.exercise]
        later = [task for exercise in parts for task in exercise.tasks if task.later]
        hand_out, cards, guide = (
            flat("".join(page.extract_text() for page in PdfReader(BUILT / f"{name}-{piece}.pdf").pages))
            for piece in ("deelnemers", "kaarten", "begeleiding")
        )
        assert hand_out.count(flat(told)) == len(later)
        for task in later:
            start = flat(plain(task.post))[:30]
            assert start not in hand_out
            assert start in cards
            assert start in guide
        assert cards.count(flat("voor later")) == len(later)
    assert any(task.later for exercise in LIBRARY.of(Exercise).values() for task in exercise.tasks)


def test_the_timetable_in_word_is_a_table_with_heads():
    """A row a part below one with the heads, which Word repeats on every page; so is the scale of the evaluation sheet."""
    for name, session in LIBRARY.of(Session).items():
        (table,) = tables((BUILT / f"{name}-begeleiding.docx").read_bytes())
        heads, *rows = table.iter(f"{WORD}tr")
        assert heads.find(f"{WORD}trPr/{WORD}tblHeader") is not None
        assert cells(heads) == ["Wanneer", "Jouw uur", "Wat", "Hoelang"]
        assert [cells(row)[-1] for row in rows] == [f"{part.minutes} minuten" for part in session.parts]
        (scale,) = tables((BUILT / f"{name}-evaluatie.docx").read_bytes())
        assert cells(next(scale.iter(f"{WORD}tr"))) == ["", "1", "2", "3", "4", "5"]


def test_a_role_is_on_a_card_and_nowhere_else_that_others_see():
    """In an exercise with roles each knows something that the others must find out: only the cards and the guide tell."""
    exercises = LIBRARY.of(Exercise)
    found = [
        (name, task)
        for name, session in LIBRARY.of(Session).items()
        for part in session.parts
        if part.exercise
        for task in exercises[part.exercise].tasks
        if is_role(task)
    ]
    assert found
    for name, task in found:
        cards = flat("".join(page.extract_text() for page in PdfReader(BUILT / f"{name}-kaarten.pdf").pages))
        assert flat(plain(task.question))[:30] in cards


def test_a_session_that_is_gone_leaves_no_step():
    """The build makes what there is a step for and removes the rest; a project without sessions has none. What changes in a tree
    or on a sheet goes into the archive alone: the files of the session are not made anew for it.
    """
    reads = {name: reads for name, _, _, reads in extras(LIBRARY)}
    assert set(reads) == {f"{what}/{name}" for name in LIBRARY.of(Session) for what in ("session", "archive")}
    for name in LIBRARY.of(Session):
        assert reads[f"session/{name}"] == []
        assert {f"session/{name}", "sheet/noodkaart"} < set(reads[f"archive/{name}"])
    fewer = replace(LIBRARY, others={**LIBRARY.others, "sessions": {}})
    assert list(extras(fewer)) == []


def test_a_changed_exercise_makes_its_sessions_anew_and_no_others():
    """What a step is made from tells of the exercise that it shows."""
    changed = replace(LIBRARY.of(Exercise)["trol-of-niet"], goal="Je kijkt anders.")
    exercises = {**LIBRARY.of(Exercise), "trol-of-niet": changed}
    other = replace(LIBRARY, others={**LIBRARY.others, "exercises": exercises})
    for name, session in LIBRARY.of(Session).items():
        shows = any(part.exercise == "trol-of-niet" for part in session.parts)
        assert (made_from(name, LIBRARY) != made_from(name, other)) == shows
