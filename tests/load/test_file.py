"""Where something stands in a file, and what of it was too broken to use."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import problems
from wegwijzer.load.file import read_file
from wegwijzer.model import Tree

TREE = """\
title: Voorbeeld
start: toon
questions:
  toon:
    text: toon of toon?
    help: >-
      Eerst zo
      en dan anders.
    answers:
      boos: {text: Boos, to: luister}
      blij: Blij
actions:
  luister:
    title: Luister
    steps:
    - Doe dit: nu
    - Luister goed.
    - who: jij
"""


def tree(text: str = TREE):
    return read_file(Path("trees/boom.yml"), "trees/boom.yml", Tree, text)


@pytest.mark.parametrize(
    ("where", "word", "place"),
    [
        (("questions", "toon", "text"), "toon", (5, 11)),  # not in the key above it
        (("questions", "toon", "text"), "of", (5, 16)),
        (("questions", "toon", "help"), "Eerst", (7, 7)),
        (("questions", "toon", "help"), "en dan", (8, 7)),  # further to the left than where the value begins
        (("questions", "toon", "help"), "nergens", (6, 11)),
    ],
)
def test_a_word_is_found_in_its_value(where, word, place):
    assert place == tree().place(where, find=word)


def test_what_stands_behind_a_broken_item_is_told_where_it_stands():
    """The first step is left out of the record: the second of the record is the third of the file."""
    file = tree()
    assert ["Luister goed.", None] == [step.text for step in file.record.actions["luister"].steps]
    assert (17, 7) == file.place(("actions", "luister", "steps", 0))
    assert (18, 7) == file.place(("actions", "luister", "steps", 1))
    assert (15, 5) == file.place(("actions", "luister", "steps"), at_key=True)
    assert (16, 5) == file.place(("actions", "luister", "steps", 2))  # there is none: the list itself
    assert [(11, "W007"), (16, "W003"), (18, "W106")] == [(p.line, p.code) for p in problems(TREE)]


def test_the_place_of_an_item_is_that_of_its_file_again_once_all_are_right():
    file = tree(TREE.replace("Doe dit: nu", "Doe dit."))
    assert (16, 7) == file.place(("actions", "luister", "steps", 0))
    assert (18, 7) == file.place(("actions", "luister", "steps", 2))


def test_a_broken_answer_is_left_out_by_its_name_and_nothing_else_is():
    assert {"toon.blij"} == tree().left_out()
    assert (
        set()
        == tree(
            TREE.replace("blij: Blij", "blij: {text: Blij, to: luister}").replace("Doe dit: nu", "Doe dit.")
        ).left_out()
    )
