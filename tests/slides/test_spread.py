"""How cards are spread over slides: nothing lost, nothing below 16 points, nothing outside its place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wegwijzer.draw.measure import BOLD, REGULAR, lines_of, text_width
from wegwijzer.render.blocks import own
from wegwijzer.render.deck import Button, Card
from wegwijzer.slides.spread import BODY, SMALLEST, block_height, button_pages, pages_of, title_size

LOREM = "Dit is een zin die lang genoeg is om over meer dan één regel te lopen als ze vaak herhaald wordt. "


def card(*body, buttons=()):
    return Card("stap", "1", "action", "Stap 1", "Titel", tuple(body), tuple(buttons))


def height(page):
    return 7.2 + sum(block_height(item.block, page.size, BODY.width) for item in page.body)


def test_a_short_card_is_one_slide_in_large_type():
    """What fits in the largest type gets it."""
    (page,) = pages_of(card(own("task", "Kort.")))
    assert page.size == 24


@pytest.mark.parametrize("count", [5, 20, 80])
def test_a_long_card_goes_on_without_losing_a_word(count):
    """All paragraphs stand on some slide, in order, inside the body, never below 16 points."""
    body = [own("task", f"{number}. {LOREM}") for number in range(count)]
    pages = pages_of(card(*body, buttons=[Button("Verder", "stap-2", "2")]))
    assert [item.block.text for page in pages for item in page.body] == [block.text for block in body]
    assert all(page.size >= SMALLEST and height(page) <= page.box.height for page in pages)
    assert [len(page.buttons) for page in pages] == [0] * (len(pages) - 1) + [1]


def test_slides_of_a_long_card_are_about_as_full():
    """What does not fit on one slide is divided evenly: no single line is left over for the next."""
    body = [own("task", LOREM) for _ in range(14)]
    pages = pages_of(card(*body))
    assert [len(page.body) for page in pages] == [7, 7]


def test_a_paragraph_longer_than_a_slide_is_cut_between_words():
    """One very long paragraph loses no word, and only its first part has a number."""
    pages = pages_of(card(own("task", LOREM * 60)))
    assert " ".join(item.block.text for page in pages for item in page.body).split() == (LOREM * 60).split()
    assert [item.number for page in pages for item in page.body][:2] == [1, 0]
    assert all(height(page) <= page.box.height for page in pages)


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
        assert all(box.top + box.height <= BODY.top + BODY.height + 0.01 for box in boxes)
        assert all(a.top + a.height <= b.top or a.left + a.width <= b.left for a, b in pairwise(boxes))


def test_a_word_that_is_too_long_is_broken():
    """An address without spaces does not stick out."""
    lines = lines_of("https://" + "voorbeeld" * 30, REGULAR, 20, 300)
    assert all(text_width(line, REGULAR, 20) <= 300 for line in lines)
    assert "".join(lines) == "https://" + "voorbeeld" * 30


def test_a_long_title_shrinks():
    """A title in three long lines gets a smaller size."""
    assert title_size("Kort") == 28
    assert title_size(LOREM * 2) < 28
    assert text_width("Wegwijzer", BOLD, 20) > text_width("Wegwijzer", REGULAR, 20)
