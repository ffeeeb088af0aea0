"""Where values stand in a text: to the character, with either parser, cut at its lines or parsed as a whole."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest
import yaml
from hypothesis import given
from scribbled import says, scribbles

from wegwijzer.load import ranges as module
from wegwijzer.load.ranges import Range, UnclearError, parsed, ranges, same

PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


def stands(text: str, node: Range) -> None:
    """Fail unless everything stands where it says."""
    assert node.start <= node.end <= len(text)
    piece = text[node.start : node.end]
    assert piece == piece.strip()
    if node.kind == "scalar":
        if not node.style and "\n" not in piece:
            assert piece == node.value.strip()
        return
    begin, last = node.start, node.start
    for at, item in enumerate(node.items):
        begin = node.keys[at].start if node.kind == "map" else item.start
        assert last <= begin <= item.start
        last = item.end
        if not node.flow:
            assert text[node.heads[at]] == "-" if node.kind == "list" else node.heads[at] == node.keys[at].start
            line = max(text.rfind("\n", 0, node.heads[at]), text.rfind("\r", 0, node.heads[at])) + 1
            assert node.heads[at] - line == node.column
        stands(text, item)
    assert last <= node.end


@pytest.mark.parametrize("parser", PARSERS)
@given(text=scribbles())
def test_values_stand_where_they_say(parser, text):
    text = text.removeprefix("\ufeff")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "Parser", parser)
        module.kept_ranges.cache_clear()
        found = ranges(text)
        whole = parsed(text, 0, len(text))
        assert found.data() == whole.data() == says(text)
        stands(text, found)
        stands(text, whole)


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\nb: y"\nc: z\n',
        "a: [x,\nb, c]\nd: e\n",
        "a:\n  b: 'x\n  c: y'\n  d: z\n",
        "a: {b: c,\nd: [e]}\n",
        "a:\n- b\n- c\nd: e\n",
        "a: b\rc: d\r",
        "- a\n- b: c\n  d: e\n",
        'a: ["b",\nc: d]\ne: f\n',
        "a: [[b],\nc: d]\ne: f\n",
    ],
)
def test_where_lines_leave_a_doubt_the_whole_is_parsed(text):
    found = ranges(text)
    assert found.data() == says(text)
    stands(text, found)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b\nc: *x\n",
        "a: !!str b\n",
        "a: b\n---\nc: d\n",
        "a: [b\n",
        "a: 'b\n",
        "\tc: d\n",
        "? c\n: d\n",
        "a:\n  ? c\n  : d\n",
    ],
)
def test_what_has_a_second_meaning_or_cannot_be_read_is_unclear(text):
    with pytest.raises(UnclearError):
        ranges(text).data()


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b: c\n  d: e: f\nh: i\n",
        "  a:\n    b: c\n    d: e: f\n  h: i\n",
        "a:\n  b: c\n  d: e: f\nh: [i,\n   ['j', {k: l}],\n   m]\n",
        "a:\n- b\n- c: d: e\nf: g\n",
        "- a\n- b: c: d\n- e\n",
    ],
)
def test_a_fault_elsewhere_hides_nothing(text):
    """What stands beside it, one key deep, is read; an entry of an entry is read with what stands in it."""
    found = ranges(text)
    beside = found.items[-1]
    assert beside.data() == says(text[beside.start : beside.end])
    nested = found.items[0]
    if nested.kind == "map":
        assert nested.items[0].data() == "c"
    with pytest.raises(UnclearError):
        found.data()


def test_an_entry_of_an_entry_is_read_whole():
    with pytest.raises(UnclearError):
        _ = ranges("a:\n  b:\n    c: d\n    e: f: g\n").items[0].items[0]


def test_a_text_holds_as_much_as_it_may(monkeypatch):
    """So many values, so deep, and no more."""
    monkeypatch.setattr(module, "MAX_NODES", 5)
    assert parsed("[a, b, c, d]", 0, 12).data() == ["a", "b", "c", "d"]
    with pytest.raises(UnclearError):
        parsed("[a, b, c, d, e]", 0, 15)
    monkeypatch.setattr(module, "MAX_NODES", 50)
    monkeypatch.setattr(module, "MAX_DEPTH", 2)
    assert parsed("[[a]]", 0, 5).data() == [["a"]]
    with pytest.raises(UnclearError):
        parsed("[[[a]]]", 0, 7)


@pytest.mark.parametrize("cut", [True, False], ids=["by its lines", "whole"])
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a: b\n", "a: b\n", True),
        ("a: b\n", "a: 'b'  # als tekst\n", True),
        ("a: b\n", "a: c\n", False),
        ("a: [b, c]\n", "a:\n  - b\n  - c\n", True),
        ("a: [b, c]\n", "a: [b]\n", False),
    ],
)
def test_whether_two_entries_say_the_same(cut, one, other, expected):
    read = ranges if cut else lambda text: parsed(text, 0, len(text))
    assert same(read(one), 0, read(other), 0) is expected


@pytest.mark.parametrize(
    "text",
    [
        "a: [\n" * 60_000 + "]" * 60_000,
        "- [\n" * 60_000 + "]\n" * 60_000,
        'a: "' + '\\\\x: "' * 200_000,
        "a: " + ': "' * 300_000,
        "a: &x [" + "*x, " * 200_000 + "]",
        "a:\n" + "  - " * 100_000,
        "a: 'b\n" * 100_000,
        "a: b\r" * 100_000,
        "# x\n" * 300_000 + "a: b\n",
        "a: " + "woord " * 1_700_000,
    ],
    ids=range(10),
)
def test_a_hostile_text_is_seen_through_at_once(text):
    begin = process_time()
    with suppress(UnclearError):
        found = ranges(text)
        assert found.items[0].end <= len(text)
    assert process_time() - begin < 5
