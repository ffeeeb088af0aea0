"""Changes in files that were written in every way that people write: what is asked happens, and nothing else does."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scribbled import into, places, replaced, says, scribbles, told

from wegwijzer.load.ranges import ranges
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.edit import edit

PATH = "trees/gekrabbeld.yml"
VALUES = st.one_of(
    st.text(
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufeff"), max_size=150
    ),
    st.lists(
        st.sampled_from(
            ["ja", "nee: wel", "#", "- x", "'", '"', "[", "een woord", "😀", "?", "\n", "  ", "lang " * 20]
        ),
        max_size=9,
    ).map(" ".join),
    st.booleans(),
    st.integers(0, 999),
    st.lists(st.sampled_from(["a", "b", "c-d", "een zin, met een komma", "1"]), max_size=4),
    st.dictionaries(st.sampled_from(["x", "y", "z"]), st.sampled_from(["a", "twee woorden", "t: u"]), max_size=3),
)


@pytest.fixture(scope="module")
def desk():
    with TemporaryDirectory() as folder:
        yield Desk(Path(folder))


def lines(text):
    return re.split(r"\r\n|\n", text.removeprefix("\ufeff"))


def made(desk, text, asked):
    """Make an edit, and prove that its changes give the new text. Returns that, or None when it cannot be made."""
    desk.put(PATH, text)
    reply = edit(desk, {"path": PATH, "edit": asked})
    if "error" in reply:
        assert desk.texts[PATH] == text
        return None
    wide = text.encode("utf-16-le")
    for change in reversed(reply["changes"]):
        wide = wide[: 2 * change["from"]] + change["insert"].encode("utf-16-le") + wide[2 * change["to"] :]
    new = wide.decode("utf-16-le")
    assert new == desk.texts[PATH]
    assert ("\r\n" in text) >= ("\r\n" in new)
    assert not re.search(r"(?<!\r)\n", new) or "\r\n" not in text
    assert not re.search(r"[ \t]+$", new.replace("\r", ""), re.MULTILINE) or re.search(
        r"[ \t]+$", text.replace("\r", ""), re.MULTILINE
    )
    return new


def around(text, where):
    """The lines before the one with the key of a value and behind that value: what no edit of it may touch."""
    body = text.removeprefix("\ufeff")
    node, first = ranges(body), 0
    for name in where:
        at = node.index(name)
        first = node.keys[at].start if node.kind == "map" else node.start if node.flow else node.heads[at]
        node = node.items[at]
    return lines(body)[: len(lines(body[:first])) - 1], lines(body)[len(lines(body[: node.end])) :]


@given(text=scribbles(), value=VALUES, data=st.data())
def test_set(desk, text, value, data):
    before = says(text)
    where = data.draw(st.sampled_from([place for place in places(before) if place]))
    new = made(desk, text, {"op": "set", "where": list(where), "value": value})
    if new is None:  # several lines where there is room for one
        assert "\n" in str(told(value))
        return
    assert says(new) == into(
        before, where, lambda all_, at: [*all_[:at], replaced(all_[at], told(value)), *all_[at + 1 :]]
    )
    above, below = around(text, where)
    assert lines(new)[: len(above)] == above
    assert not below or lines(new)[-len(below) :] == below


@given(text=scribbles(), data=st.data())
def test_set_to_what_it_says_changes_nothing_that_is_no_text(desk, text, data):
    before = says(text)
    where = data.draw(st.sampled_from([place for place in places(before) if place]))
    node = ranges(text.removeprefix("\ufeff"))
    for name in where:
        node = node.items[node.index(name)]
    if node.kind != "scalar":
        value = plain(node)
        if value:
            assert made(desk, text, {"op": "set", "where": list(where), "value": value}) == text


def plain(node):
    if node.kind == "list":
        return [plain(each) for each in node.items]
    return (
        {key.value: plain(each) for key, each in zip(node.keys, node.items, strict=True)}
        if node.kind == "map"
        else node.value.strip()
    )


@given(text=scribbles(), data=st.data())
def test_remove(desk, text, data):
    before = says(text)
    where = data.draw(st.sampled_from([place for place in places(before) if place]))
    new = made(desk, text, {"op": "remove", "where": list(where)})
    if len(where) == len(before) == 1:  # a file that says nothing is none
        assert new is None
        return
    assert new is not None
    assert says(new) == into(before, where, lambda all_, at: [*all_[:at], *all_[at + 1 :]])
    touched = Counter(lines(new)) - Counter(lines(text))
    assert touched.total() <= 1, (
        touched
    )  # that of a block that is empty now, or of what comes first on the line of a dash


@given(text=scribbles(), value=VALUES, data=st.data())
def test_add(desk, text, value, data):
    before = says(text)
    found = dict(pairs(before))
    where = data.draw(
        st.sampled_from([place for place in places(before) if isinstance(found.get(place, before), list)])
    )
    block = found.get(where, before)
    named = bool(block) and isinstance(block[0], tuple)
    position = data.draw(st.integers(0, len(block)))
    names = [each[0] if isinstance(each, tuple) else at for at, each in enumerate(block)]
    asked = {"op": "add", "where": list(where), "value": value, "after": names[position - 1] if position else None}
    if named:
        asked["key"] = "nieuw"
    elif not block and "{}" in text:
        return
    new = made(desk, text, asked)
    if new is None:
        assert "\n" in str(told(value)) or not block
        return
    entry = ("nieuw", told(value)) if named else told(value)
    expected = [*block[:position], entry, *block[position:]]
    assert says(new) == (
        into(before, where, lambda all_, at: [*all_[:at], replaced(all_[at], expected), *all_[at + 1 :]])
        if where
        else expected
    )


def pairs(data, where=()):
    """Every path with what stands there."""
    yield where, data
    if isinstance(data, list):
        for at, each in enumerate(data):
            name, item = each if isinstance(each, tuple) else (at, each)
            yield from pairs(item, (*where, name))


@given(text=scribbles(), data=st.data())
def test_move(desk, text, data):
    before = says(text)
    where = data.draw(st.sampled_from([place for place in places(before) if place]))
    to = data.draw(st.integers(0, 5))
    new = made(desk, text, {"op": "move", "where": list(where), "to": to})
    assert new is not None

    def moved(entries, at):
        rest = [*entries[:at], *entries[at + 1 :]]
        place = min(to, len(rest))
        return [*rest[:place], entries[at], *rest[place:]]

    assert says(new) == into(before, where, moved)
    assert sorted(re.findall(r"# opmerking \d+", new)) == sorted(re.findall(r"# opmerking \d+", text))
