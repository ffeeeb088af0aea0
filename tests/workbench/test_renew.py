"""A draft on a newer version of what was published: what only one side changed is taken, what both changed stays as it was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.workbench.renew import blocks, renew, renewed

BASE = """\
# Over deze boom
title: Wat nu?
questions:
  # de eerste vraag
  begin:
    text: Ben je boos?
    help: Denk even na.
    answers:
      ja: {to: klaar}
  tweede:
    text: En nu?
actions:
  klaar:
    title: Je bent klaar
"""


def changed(old: str, new: str, text: str = BASE) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_what_one_side_changed_is_taken():
    """In other steps, and in other lines of the same step; remarks of both stay."""
    mine = changed("# de eerste vraag", "# de allereerste vraag", changed("En nu?", "En dan?"))
    theirs = changed("Denk even na.", "Denk lang na.", changed("klaar\n", "echt klaar\n"))
    made = renewed(BASE, mine, theirs)
    both = changed("Denk even na.", "Denk lang na.", changed("klaar\n", "echt klaar\n", mine))
    assert made.text == both
    assert set(made.taken) == {("questions", "begin"), ("actions", "klaar")}
    assert made.both == {}


def test_what_both_changed_stays_as_it_was_written():
    """With the newer text of that step, to look at."""
    made = renewed(BASE, changed("En nu?", "En dan?"), changed("En nu?", "En verder?"))
    assert made.text == changed("En nu?", "En dan?")
    assert made.both == {("questions", "tweede"): "  tweede:\n    text: En verder?\n"}


def test_steps_come_and_go():
    """A step that one side added stands behind the same step as there; one that it took away goes, unless the other changed it."""
    mine = changed("actions:\n", "  derde:\n    text: Nog iets?\nactions:\n")
    theirs = changed("  tweede:\n    text: En nu?\n", "")
    made = renewed(BASE, mine, theirs)
    assert "derde:" in made.text
    assert "tweede:" not in made.text
    assert list(dict(blocks(made.text))) == list(dict(blocks(changed("  tweede:\n    text: En nu?\n", "", mine))))
    kept = renewed(BASE, changed("En nu?", "En dan?"), theirs)
    assert "En dan?" in kept.text
    assert kept.both == {("questions", "tweede"): ""}
    gone = renewed(BASE, theirs, changed("En nu?", "En dan?"))
    assert "tweede" not in gone.text
    assert gone.both == {("questions", "tweede"): "  tweede:\n    text: En dan?\n"}


def test_the_order_of_who_moved_counts():
    """Who published moved a step: the draft follows, with its own words."""
    first, second = (
        text
        for place, lines in blocks(BASE)
        if len(place) == 2 and place[0] == "questions"
        for text in ["".join(lines)]
    )
    theirs = BASE.replace(first + second, second + first)
    mine = changed("Ben je boos?", "Ben je erg boos?")
    assert renewed(BASE, mine, theirs).text == changed("Ben je boos?", "Ben je erg boos?", theirs)
    assert renewed(BASE, theirs, mine).text == changed("Ben je boos?", "Ben je erg boos?", theirs)


def test_the_page_asks_for_it(desk_of):
    """By path, against what is published now; a file that nobody published before counts as empty."""
    desk = desk_of({"trees/proef.yml": changed("klaar\n", "echt klaar\n")})
    asked = {"path": "trees/proef.yml", "base": BASE, "text": changed("En nu?", "En dan?")}
    reply = renew(desk, asked)
    assert reply["text"] == changed("En nu?", "En dan?", desk.published["trees/proef.yml"])
    assert reply["taken"] == [["actions", "klaar"]]
    new = renew(desk, {**asked, "base": None})
    assert [place["where"] for place in new["both"]] == [["questions", "tweede"], ["actions", "klaar"]]


def test_every_tree_falls_apart_in_its_steps_and_is_whole_again(texts):
    """Nothing of a text is lost, and each step of each tree is a block, so that it can be told of."""
    for path, text in texts.items():
        found = list(blocks(text))
        assert "".join(line for _, lines in found for line in lines) == text, path
        assert len(dict(found)) == len(found), path
        if path.startswith("trees/"):
            section = re.search(r"^questions:\n(.*?)^\S", text, re.DOTALL | re.MULTILINE)
            steps = re.findall(r"^  ([a-z0-9-]+):", section[1], re.MULTILINE)
            assert [place[1] for place, _ in found if place[0] == "questions" and len(place) == 2] == steps, path


LINES = st.lists(st.sampled_from(["a:", "b:", "  x:", "  y: 1", "    z: 2", "# c", "", "- d", "  y: 3"]), max_size=12)
TEXTS = LINES.map("\n".join)


@given(TEXTS, TEXTS)
def test_a_side_that_changed_nothing_leaves_the_other(base, other):
    """Whatever stands in the texts."""
    assert renewed(base, base, other).text == other
    assert renewed(base, other, base).text == other
    assert renewed(base, other, other).text == other


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_comes_from_nowhere(base, mine, theirs):
    """And a line of the draft that nobody published stays, unless the other side took its step away untouched."""
    lines = {*base.split("\n"), *mine.split("\n"), *theirs.split("\n")}
    assert set(renewed(base, mine, theirs).text.split("\n")) <= lines


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_ends_of_lines_stay(end):
    """Of each line its own, and a last line without one does not run into the next."""
    base, mine = (text.replace("\n", end) for text in (BASE, changed("En nu?", "En dan?")))
    theirs = base.replace("    title: Je bent klaar" + end, "    title: Je bent klaar") + end + "cases: []"
    made = renewed(base, mine, theirs).text
    assert made.endswith(f"klaar{end}cases: []")
    assert f"En dan?{end}" in made
