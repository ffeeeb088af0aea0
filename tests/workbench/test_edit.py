"""Changes in a file: only what they touch changes, and everything says what was asked."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import pytest

from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.edit import edit

TREE = """\
# Eerste regel
title: Een boom  # wat het is
start: 'begin'
questions:
  # Bij het begin
  begin:
    text: "Ja of nee?"
    help: >-
      Dit is een tekst die over meer dan een regel loopt, en die daarom gevouwen is op een breedte
      die bij de rest van het bestand hoort.
    answers:
      ja: {text: Ja, to: klaar}   # meteen
      nee:
        text: Nee
        to:
          # eerst wie twijfelt
          - when: {any: [twijfel]}
            to: klaar
          - to: klaar
  # Daarna

  verder:
    text: En nu?
    sources: [een, "twee", drie]

actions:
  klaar:
    title: Klaar
    steps:
    - Doe dit.
    - text: Doe dat.  # of niet
      who: jij
"""
PATH = "trees/boom.yml"


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def small(request, tmp_path) -> Desk:
    desk = Desk(tmp_path)
    desk.put(PATH, TREE.replace("\n", request.param))
    return desk


def lines_changed(desk: Desk, **asked: Any) -> list[str]:
    """Make an edit. Returns what changed as a diff tells it; the changes of the reply give the same text."""
    before = desk.texts[PATH]
    reply = edit(desk, {"path": PATH, "edit": asked})
    assert "error" not in reply, reply
    after = before
    for change in reversed(reply["changes"]):
        after = after[: change["from"]] + change["insert"] + after[change["to"] :]
    assert after == desk.texts[PATH]
    assert ("\r\n" in before) == ("\r\n" in after)
    assert after.replace("\r\n", "").count("\r") == 0
    old, new = before.replace("\r", "").split("\n"), after.replace("\r", "").split("\n")
    told = []
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            told += [f"-{line}" for line in old[first:last]] + [f"+{line}" for line in new[begin:end]]
    return told


def test_set_keeps_how_a_text_is_written(small):
    assert lines_changed(small, op="set", where=["title"], value="Twee bomen") == [
        "-title: Een boom  # wat het is",
        "+title: Twee bomen  # wat het is",
    ]
    assert lines_changed(small, op="set", where=["start"], value="'t begin") == [
        "-start: 'begin'",
        "+start: '''t begin'",
    ]
    assert lines_changed(small, op="set", where=["questions", "begin", "text"], value='Of "misschien"?') == [
        '-    text: "Ja of nee?"',
        '+    text: "Of \\"misschien\\"?"',
    ]
    assert lines_changed(small, op="set", where=["questions", "begin", "answers", "ja", "text"], value="Ja, graag") == [
        "-      ja: {text: Ja, to: klaar}   # meteen",
        '+      ja: {text: "Ja, graag", to: klaar}   # meteen',
    ]


def test_set_wraps_a_folded_text_at_its_own_width(small):
    value = (
        "Dit is een tekst die over meer dan een regel loopt, en die daarom gevouwen is op een breedte die netjes bij"
        " de rest van het bestand hoort."
    )
    assert lines_changed(small, op="set", where=["questions", "begin", "help"], value=value) == [
        "-      die bij de rest van het bestand hoort.",
        "+      die netjes bij de rest van het bestand hoort.",
    ]


def test_set_quotes_what_would_say_something_else(small):
    for value in ("Ja: nee", "nee # nee", "- nee", "yes", "12", "2020-01-01", "&x", "?", "", "'", '"', "x:"):
        lines_changed(small, op="set", where=["questions", "verder", "text"], value=value)
        assert small.file(PATH).root.at(("questions", "verder", "text")).value == value
        assert not small.file(PATH).root.at(("questions", "verder", "text")).plain


def test_set_adds_a_key_in_its_place(small):
    assert lines_changed(small, op="set", where=["questions", "begin", "short"], value="Begin") == ["+    short: Begin"]
    found = small.texts[PATH].replace("\r", "")
    assert '    text: "Ja of nee?"\n    short: Begin\n    help: >-' in found


def test_set_nothing_takes_a_key_away(small):
    assert lines_changed(small, op="set", where=["questions", "begin", "text"], value=None) == [
        '-    text: "Ja of nee?"'
    ]
    assert lines_changed(small, op="set", where=["actions", "klaar", "steps", 1, "text"], value=None) == [
        "-    - text: Doe dat.  # of niet",
        "-      who: jij",
        "+    - who: jij",
    ]


def test_a_text_that_stands_for_a_record_becomes_one(small):
    assert lines_changed(small, op="set", where=["actions", "klaar", "steps", 0, "text"], value="Doe iets.") == [
        "-    - Doe dit.",
        "+    - Doe iets.",
    ]
    assert lines_changed(small, op="set", where=["actions", "klaar", "steps", 0, "who"], value="ik") == [
        "-    - Doe iets.",
        "+    - text: Doe iets.",
        "+      who: ik",
    ]
    where = ["questions", "begin", "answers", "ja", "to", 0, "when"]
    assert lines_changed(small, op="set", where=where, value={"any": ["twijfel"]}) == [
        "-      ja: {text: Ja, to: klaar}   # meteen",
        "+      ja: {text: Ja, to: [{when: {any: [twijfel]}, to: klaar}]}   # meteen",
    ]


def test_set_changes_of_a_list_what_differs(small):
    assert lines_changed(small, op="set", where=["questions", "verder", "sources"], value=["twee", "vier"]) == [
        '-    sources: [een, "twee", drie]',
        '+    sources: ["twee", vier]',
    ]
    routes = [{"when": {"any": ["twijfel"]}, "to": "klaar"}, {"when": {"all": ["x"]}, "to": "verder"}, {"to": "klaar"}]
    assert lines_changed(small, op="set", where=["questions", "begin", "answers", "nee", "to"], value=routes) == [
        "+          - when: {all: [x]}",
        "+            to: verder",
    ]


def test_add_writes_as_its_neighbours_do(small):
    where = ["questions", "begin", "answers"]
    assert lines_changed(
        small, op="add", where=where, key="soms", value={"text": "Soms", "to": "verder"}, after="ja"
    ) == ["+      soms: {text: Soms, to: verder}"]
    assert lines_changed(small, op="add", where=["actions", "klaar", "steps"], value="En dit.", after=-1) == [
        "+    - En dit."
    ]
    assert lines_changed(small, op="add", where=["questions"], key="nog", value={"text": "Nog?"}, after="verder") == [
        "+  nog:",
        "+    text: Nog?",
        "+",
    ]
    assert lines_changed(small, op="add", where=["questions", "verder", "answers"], key="a", value={"text": "A"}) == [
        "+    answers:",
        "+      a:",
        "+        text: A",
    ]


def test_remove_takes_the_remark_above_along(small):
    assert lines_changed(small, op="remove", where=["questions", "begin", "answers", "nee", "to", 0]) == [
        "-          # eerst wie twijfelt",
        "-          - when: {any: [twijfel]}",
        "-            to: klaar",
    ]
    assert lines_changed(small, op="remove", where=["questions", "verder"]) == [
        "-  verder:",
        "-    text: En nu?",
        '-    sources: [een, "twee", drie]',
        "-",
    ]


def test_move_keeps_remarks_and_lines_between(small):
    assert lines_changed(small, op="move", where=["questions", "begin", "answers", "nee"], to=0) == [
        "-      ja: {text: Ja, to: klaar}   # meteen",
        "+      ja: {text: Ja, to: klaar}   # meteen",
    ]
    assert lines_changed(small, op="move", where=["actions", "klaar", "steps", 1], to=0) == [
        "-    - Doe dit.",
        "+    - Doe dit.",
    ]


def test_many_edits_are_one(small):
    before = small.texts[PATH]
    asked = [
        {"op": "set", "where": ["title"], "value": "😀 Titel"},
        {"op": "set", "where": ["questions", "begin", "text"], "value": "Echt?"},
        {"op": "remove", "where": ["questions", "weg"]},
    ]
    assert "error" in edit(small, {"path": PATH, "edit": {"op": "many", "edits": asked}})
    assert small.texts[PATH] == before
    reply = edit(small, {"path": PATH, "edit": {"op": "many", "edits": asked[:2]}})
    assert [change["insert"] for change in reply["changes"]] == ["😀 Titel", '"Echt?"']
    first = before.index("Een boom")
    assert reply["changes"][0] == {"path": PATH, "from": first, "to": first + 8, "insert": "😀 Titel"}


def test_what_cannot_be_read_is_not_changed(small):
    broken = TREE + "  open: [\n"
    small.put(PATH, broken)
    assert "error" in edit(small, {"path": PATH, "edit": {"op": "set", "where": ["title"], "value": "x"}})
    assert small.texts[PATH] == broken
