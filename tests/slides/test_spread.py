"""How cards are spread over slides: nothing lost, nothing below 18 points, nothing outside its place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers import ROOT, speaking
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.draw.measure import BOLD, REGULAR, lines_of, text_width
from wegwijzer.load import load_paths
from wegwijzer.render.blocks import blocks_of, own
from wegwijzer.render.deck import Button, Card, Part, deck_of, unmarked
from wegwijzer.render.together import HARD_SPACE
from wegwijzer.slides.measure import SMALLEST, Box, height_of
from wegwijzer.slides.spread import FULL, INSET, LAST, MARGIN, MOST, button_pages, items, pages_of, title_box
from wegwijzer.view.records import Line, Section

LOREM = "Dit is een zin die lang genoeg is om over meer dan één regel te lopen als ze vaak herhaald wordt. "
EXAMPLES = sorted((ROOT / "examples").glob("*/trees/*.yml"))
BODY = Box(MARGIN, 120, FULL, 360)


def card(*body, buttons=(), reply=()):
    parts = (Part("tasks", tuple(body)), Part("reply", tuple(reply)))
    return Card("stap", "1", "action", "Stap 1", "Titel", parts, tuple(buttons))


def fits(page):
    """Whether the texts of a slide fit their boxes, and those the slide."""
    body = height_of(page.body, page.size, page.box.width) <= page.box.height
    said = (
        height_of(page.said, page.said_size, page.said_box.width - 2 * INSET) <= page.said_box.height - 2 * INSET + 0.01
    )
    return body and said and page.box.bottom <= LAST + 0.01 and page.said_box.bottom <= LAST + 0.01


def texts(pages):
    return [item.block.text for page in pages for item in (*page.body, *page.said)]


def test_a_short_card_is_one_slide_in_large_type():
    """What fits in the largest type gets it."""
    (page,) = pages_of(card(own("task", "Kort.")))
    assert page.size == 28


def test_a_note_in_brackets_is_not_torn_apart():
    """Who does it, and within which term: no line ends in either, on the slide as it is measured."""
    view = Section("tasks", (Line("Antwoord onder het bericht.", who="moderator", within="24 uur"),))
    (item,) = items(blocks_of(view))
    assert (
        item.text.replace(HARD_SPACE, " ")
        == item.block.text
        == "Antwoord onder het bericht. (Wie: moderator, binnen 24 uur)"
    )
    for width in range(60, 600, 7):
        lines = lines_of(item.text, REGULAR, 18, width)
        torn = [line for line in lines if line.rstrip().endswith(("(Wie:", "binnen", "24"))]
        assert not torn or width < text_width("(Wie: moderator,", REGULAR, 18), (width, lines)


def test_a_long_note_may_still_be_broken():
    """Half a slide is narrower than the longest names."""
    view = Section("tasks", (Line("Doe het.", who="iedereen die mee verantwoordelijk is voor de pagina"),))
    (item,) = items(blocks_of(view))
    assert HARD_SPACE not in item.text


def test_tasks_stand_left_and_the_reply_right():
    """An action is one slide when both fit beside each other."""
    (page,) = pages_of(card(own("task", "Kort."), own("task", LOREM), reply=[own("quote", LOREM)]))
    assert fits(page)
    assert page.box.left + page.box.width < page.said_box.left
    assert page.said_box.left + page.said_box.width <= MARGIN + FULL


def test_tasks_and_reply_that_do_not_fit_beside_each_other_are_two_slides():
    """Each has the title, says what it is about, and stands alone."""
    pages = pages_of(card(*[own("task", LOREM * 2)] * 6, reply=[own("quote", LOREM * 4)]))
    assert [(bool(page.body), bool(page.said)) for page in pages] == [(True, False), (False, True)]
    assert [page.what for page in pages] == ["Wat je doet · 1 van 2", "Wat je zegt · 2 van 2"]
    assert all(map(fits, pages))


def test_tasks_that_need_more_than_a_slide_go_on_beside_the_reply():
    """An action is two slides; nothing of it is lost, the numbers go on, and both say what they are about."""
    body = [own("task", f"{number}. {LOREM * 2}") for number in range(7)]
    pages = pages_of(card(*body, reply=[own("quote", LOREM)]))
    assert [page.what for page in pages] == ["Wat je doet · 1 van 2", "Wat je doet en zegt · 2 van 2"]
    assert texts(pages) == [*(block.text for block in body), LOREM]
    assert [item.number for page in pages for item in page.body] == list(range(1, 8))
    assert all(map(fits, pages))


def test_the_short_reply_and_then_other_choices_make_room():
    """What a slide leaves out it says so; the first of what one may have chosen stays."""
    tasks = [own("task", f"{number}. {LOREM * 2}") for number in range(7)]
    reply = Part("reply", (own("quote", LOREM * 9),), short=(own("quote", "Kort."),))
    (first, last) = pages_of(Card("a", "1", "action", "", "Titel", (Part("tasks", tuple(tasks)), reply)))
    assert [item.block.text for item in last.said] == ["Kort."]
    assert first.less
    assert last.what.endswith("meer in de notities")
    others = [own("task", f"Of bij ‘{number}’: {LOREM * 3}") for number in range(9)]
    (first, last) = pages_of(Card("a", "1", "action", "", "Titel", (Part("tasks", (*tasks, *others)), reply)))
    assert [item.block.text for item in (*first.body, *last.body)] == [block.text for block in tasks]


def test_a_condition_is_said_once():
    """Of tasks after each other with the same condition the next say so in two words; with another answer, that alone."""
    said = [
        "Als je bij 8 ‘Ja’ koos",
        "Als je bij 8 ‘Ja’ koos",
        "Als je bij 8 ‘Nee’ koos",
        "",
        "Als je bij 8 ‘Nee’ koos",
    ]
    section = Section("tasks", tuple(Line("Doe het.", condition) for condition in said))
    told = [line.condition for line in unmarked(section).entries]
    assert told == ["Als je bij 8 ‘Ja’ koos", "Ook dan", "Of bij ‘Nee’", "", "Als je bij 8 ‘Nee’ koos"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_tree_of_another_field_gives_slides_that_need_no_hand(file, language):
    """The examples of the kit, in both languages: an action is two slides at most, and nothing is cut or over something else."""
    with speaking(language):
        library = load_paths([file.parent.parent], cwd=file.parent.parent).library
        for each in deck_of(compile_tree(file.stem, library), marked=False).cards:
            pages = pages_of(each)
            assert each.kind != "action" or len(pages) <= MOST, each.id
            for page in pages:
                assert fits(page), each.id
                tops = [placed.box.top for placed in page.buttons]
                assert all(page.title.bottom <= top for top in tops)
                assert all(placed.box.bottom <= LAST + 0.01 for placed in page.buttons)


def test_points_go_to_the_notes_before_tasks_take_two_slides():
    """The tasks stay together in sight, and the slide says that there is more."""
    body = [block for _ in range(5) for block in (own("task", LOREM), own("point", LOREM), own("point", LOREM))]
    (page,) = pages_of(card(*body))
    assert page.less
    assert page.what == "meer in de notities"
    assert texts([page]) == [LOREM] * 5
    assert [item.number for item in page.body] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("count", [3, 20, 80])
def test_a_long_card_goes_on_without_losing_a_word(count):
    """All paragraphs stand on some slide, in order, inside the body, never below 18 points."""
    body = [own("task", f"{number}. {LOREM}") for number in range(count)]
    pages = pages_of(card(*body, buttons=[Button("Verder", "stap-2", "2")]))
    assert texts(pages) == [block.text for block in body]
    assert all(page.size >= SMALLEST and fits(page) for page in pages)
    assert [len(page.buttons) for page in pages] == [0] * (len(pages) - 1) + [1]
    assert pages[-1].box.bottom <= pages[-1].buttons[0].box.top


def test_slides_of_a_long_card_are_about_as_full():
    """What does not fit on one slide is divided evenly: no single line is left over for the next."""
    counts = [len(page.body) for page in pages_of(card(*[own("task", LOREM * 2)] * 12))]
    assert len(counts) == 2
    assert max(counts) - min(counts) <= 2


def test_a_paragraph_longer_than_a_slide_is_cut_between_words():
    """One very long paragraph loses no word, and only its first part has a number."""
    pages = pages_of(card(own("task", LOREM * 60)))
    assert " ".join(texts(pages)).split() == (LOREM * 60).split()
    assert [item.number for page in pages for item in page.body][:2] == [1, 0]
    assert all(map(fits, pages))


def test_a_heading_is_never_the_last_on_its_slide():
    """A heading stands with what follows."""
    body = [block for number in range(30) for block in (own("heading", f"Kop {number}"), own("text", LOREM * 3))]
    assert [page.body[-1].block.kind for page in pages_of(card(*body))].count("heading") == 0


@pytest.mark.parametrize("count", [1, 7, 12, 40])
def test_many_answers_take_columns_and_then_slides(count):
    """Every answer has a button that lies within the body and overlaps no other."""
    buttons = [Button(LOREM[:60], f"stap-{number}", str(number)) for number in range(count)]
    pages = button_pages(buttons, BODY)
    assert [placed.button for page in pages for placed in page] == buttons
    for page in pages:
        boxes = [placed.box for placed in page]
        assert all(placed.size >= SMALLEST for placed in page)
        assert all(box.bottom <= BODY.bottom + 0.01 for box in boxes)
        assert all(a.bottom <= b.top or a.left + a.width <= b.left for a, b in pairwise(boxes))


def test_a_question_is_large_with_answers_over_the_full_width():
    """The question in 40 points, its answers in 28, below what explains it."""
    buttons = [Button("Ja", "a", "2", example="Pak ze aan"), Button("Nee", "b", "3"), Button("Ik twijfel", "c", "4")]
    (page,) = pages_of(
        Card("v", "1", "question", "", "Zet het aan tot haat?", buttons=tuple(buttons), help="Kies maar.")
    )
    assert page.title_size == 40
    assert {placed.size for placed in page.buttons} == {28}
    assert {placed.box.width for placed in page.buttons} == {FULL}
    assert page.title.bottom <= page.help.top < page.help.bottom <= page.buttons[0].box.top


def test_a_word_that_is_too_long_is_broken():
    """An address without spaces does not stick out."""
    lines = lines_of("https://" + "voorbeeld" * 30, REGULAR, 20, 300)
    assert all(text_width(line, REGULAR, 20) <= 300 for line in lines)
    assert "".join(lines) == "https://" + "voorbeeld" * 30


def test_a_long_title_shrinks():
    """A title in three long lines gets a smaller size."""
    assert title_box("Kort", (40, 36, 28), 0)[0] == 40
    assert title_box(LOREM, (40, 36, 28), 0)[0] < 40
    assert text_width("Wegwijzer", BOLD, 20) > text_width("Wegwijzer", REGULAR, 20)
