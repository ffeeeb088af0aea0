"""The slides of a session: they follow its programme, and hold to what every presentation holds to."""

from __future__ import annotations

import pytest
from test_slides import notes_of, opened, pictures_of
from test_slides import test_every_picture_has_words_or_stands_beside_them as pictures_have_words
from test_slides import test_no_text_sticks_out as no_text_sticks_out
from test_slides import test_titles_and_text_stand_in_the_placeholders_of_the_layouts as texts_are_placeholders

from helpers import own_project
from municipal.records import Exercise, Session, SessionsFile
from municipal.sessions.programme import is_role, programme_of
from wegwijzer.model.text import plain
from wegwijzer.render.together import HARD_SPACE

LIBRARY = own_project().library
SESSIONS = LIBRARY.of(Session)
NAMES = pytest.mark.parametrize("name", SESSIONS)


def deck(name):
    return f"../extras/sessies/{name}-dias"


def told(slide):
    """All words on a slide but its foot, with plain spaces."""
    return "\n".join(holder.text_frame.text for holder in slide.placeholders).replace(HARD_SPACE, " ")


@NAMES
def test_a_deck_holds_to_what_every_deck_holds_to(name):
    """No text sticks out or is smaller than 18 points, all of it stands in placeholders, and every picture has words."""
    no_text_sticks_out(deck(name))
    texts_are_placeholders(deck(name))
    pictures_have_words(deck(name))


@NAMES
def test_the_first_slide_leads_to_the_page_of_the_session(name):
    """One code, on the first slide; every other slide leads back."""
    first, *others = opened(deck(name)).slides
    (code,) = [picture for picture in pictures_of(first) if picture.element.xpath(".//p:cNvPr/@descr")[0]]
    assert code.click_action.hyperlink.address.endswith(f"trainers/{name}/")
    for slide in others:
        shapes = {shape.name: shape for shape in slide.shapes}
        assert shapes["Begin opnieuw"].click_action.target_slide.slide_id == first.slide_id


@NAMES
def test_every_message_and_question_is_on_a_slide_and_every_answer_in_its_notes(name, own_trees):
    """What a group must see, it sees; what it may not see yet, only the trainer reads."""
    slides = list(opened(deck(name)).slides)
    shown = "\n".join(map(told, slides))
    notes = "\n".join(map(notes_of, slides))
    for part in SESSIONS[name].parts:
        if part.exercise:
            exercise = LIBRARY.of(Exercise)[part.exercise]
            for task in exercise.tasks:
                assert (plain(task.question) in shown) != is_role(task), "what a role knows, others must find out"
                assert plain(task.post or "") in shown
                assert plain(task.answer or "") in notes
                assert plain(task.answer or "\0") not in shown
            assert all(plain(line) in shown for line in exercise.debrief)
    programme = programme_of(name, LIBRARY, own_trees)
    buttons = {shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame}
    for case in (case for slot in programme.slots for case in slot.cases):
        assert case.advised.title in shown
        assert all(choice.text in buttons for choice in case.choices)


def test_agreements_and_closing_questions_are_on_slides():
    """Every deck says how the group agrees to talk, and ends with what to take along."""
    common = LIBRARY.file(SessionsFile)
    for name in SESSIONS:
        _, programme, agreements, *_, last = opened(deck(name)).slides
        assert all(line in told(agreements) for line in common.agreements)
        assert all(line in told(last) for line in common.takeaways)
        assert all(str(part.minutes) in told(programme) for part in SESSIONS[name].parts)
