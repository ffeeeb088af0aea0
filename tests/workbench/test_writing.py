"""How values are written: on one line where that can be, folded at the width where it cannot, and read back as they were."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scribbled import PLAIN, WORDS, says

from wegwijzer.load.written import WIDTH, after, entry, folded, in_flow, item, mapping, told, wrapped

TOLD = [*WORDS, *PLAIN, "true", "7", "a,b", "a: b"]
lines = st.lists(st.sampled_from(TOLD), max_size=20).map(" ".join)
texts = st.lists(st.sampled_from([*TOLD, "\n"]), max_size=40).map(" ".join)
names = st.sampled_from([*PLAIN, "a: b", "", "-"])
values = st.recursive(
    lines | st.booleans() | st.integers(-9, 9) | st.none(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(names, inside, max_size=4),
    max_leaves=12,
)


def block(value):
    """A record of which every key holds something."""
    return st.dictionaries(st.sampled_from(PLAIN), value.filter(lambda each: each is not None), min_size=1)


@given(value=block(values | texts | st.lists(texts)), column=st.sampled_from([0, 2, 6]))
def test_what_is_written_is_read_back(value, column):
    """In a block at any column; what is nothing is left out. Only between brackets a text has one line."""
    assert says(" " * column + mapping(value, None, column) + "\n") == told(value, None)


@given(value=block(values))
def test_what_is_written_between_brackets_is_read_back(value):
    assert "\n" not in in_flow(value, None)
    assert says(in_flow(value, None)) == told(value, None)


@given(text=texts.filter(lambda text: "\n " not in text), column=st.integers(0, 20))
def test_a_folded_text_stays_within_the_width(text, column):
    """No line is wider unless it is one word, and no line could have held the first word of the next."""
    below = after(text, None, column, column + 10).split("\n")[1:]
    for line, following in pairwise([*below, ""]):
        assert len(line) <= WIDTH or len(line.split()) == 1
        assert not line or line.startswith(" " * (column + 2))
        if line and following:
            assert len(line) + 1 + len(following.split()[0]) > WIDTH


@pytest.mark.parametrize("column", [0, 4])
def test_a_text_is_folded_when_its_line_would_be_too_wide_and_only_then(column):
    begin = column + 3
    fits = "a " + "b" * (WIDTH - begin - 2)
    assert after(fits, None, column, begin) == f" {fits}"
    assert after(f"{fits}b", None, column, begin).startswith(" >-\n")
    assert after("b" * 2 * WIDTH, None, column, begin) == " " + "b" * 2 * WIDTH  # nowhere to break it


def test_a_paragraph_is_wrapped_where_it_is_full():
    assert wrapped("aa bb cc", 5) == ["aa bb", "cc"]
    assert wrapped("aa bb cc", 4) == ["aa", "bb", "cc"]


def test_an_empty_line_stands_between_paragraphs_and_nowhere_else():
    assert folded("a\nb\nc", 80) == ["a", "", "b", "", "c"]
    assert folded("a\n\nb", 80) == ["a", "", "", "b"]


def test_an_item_stands_behind_its_dash():
    assert item("a", None, 0) == "- a"
    assert item({"a": "b", "c": "d"}, None, 2) == "- a: b\n    c: d"
    assert item(["a", "b c"], None, 0) == "- [a, b c]"
    assert item({}, None, 0) == "- {}"
    fits = "a " + "b" * (WIDTH - 6)
    assert item(fits, None, 2) == f"- {fits}"
    assert item(f"{fits}b", None, 2).startswith("- >-\n")


def test_a_list_of_names_stands_on_the_line_of_its_key():
    assert entry("sources", ["a", "S3-1.2", 4], None, 0) == "sources: [a, S3-1.2, 4]"
    assert entry("steps", ["a b", None, "c"], None, 2) == "steps:\n    - a b\n    - c"
