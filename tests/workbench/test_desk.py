"""The desk: texts of a project while people change them."""

from __future__ import annotations

import json
from time import process_time

import pytest

from helpers import mostly_slow
from wegwijzer.check.checker import check
from wegwijzer.kinds.markdown import Page
from wegwijzer.load.file import Unread
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.published import known


def test_it_says_what_the_project_says(desk):
    assert not [problem for problem in check(desk.loaded()) if problem.level == "error"]
    assert desk.file("trees/reactie.yml").record.title


def test_a_text_that_changes_is_read_again(desk):
    before = desk.file("trees/melden.yml")
    put(desk, {"path": "trees/gesprek.yml", "text": "title: [\n"})
    assert desk.file("trees/gesprek.yml").record is None
    assert desk.file("trees/melden.yml") is before
    put(desk, {"path": "trees/gesprek.yml", "text": desk.published["trees/gesprek.yml"]})
    assert desk.file("trees/gesprek.yml").record.title


def test_a_path_stays_inside(desk):
    with pytest.raises(ValueError, match="buiten"):
        put(desk, {"path": "../buiten.yml", "text": ""})


def test_what_the_build_wrote_down_is_what_reading_gives(desk, texts, tmp_path):
    """Of every file that is right; nothing is parsed for it. A text that is another one by now is read itself."""
    told = json.loads(json.dumps(known(desk.loaded())))
    other = Desk(tmp_path / "other")
    texts = {**texts, "trees/melden.yml": texts["trees/melden.yml"].replace("title: ", "title: Echt ", 1)}
    project(other, {"files": texts, "known": told})
    assert len(told) > 200
    for file in desk.loaded().files:
        same = other.file(file.shown)
        if file.shown == "trees/melden.yml":
            continue
        assert isinstance(same.nodes, Unread) or file.kind is Page or file.shown not in told, file.shown
        assert (same.record, same.refers, same.cites) == (file.record, file.refers, file.cites)
        assert same.places == file.places
    assert other.loaded().library.lines == desk.loaded().library.lines
    assert other.file("trees/melden.yml").record.title.startswith("Echt ")


BOMB = "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join(['*a'] * 9)}]\n" for n in range(40))
HOSTILE = {
    "ten megabytes": "title: " + "x" * 10_000_000,
    "many values": "questions:\n" + "  a:\n" * 200_000,
    "a bomb": BOMB,
    "deep": "[" * 50_000,
    "forty deep": "".join("  " * level + "a:\n" for level in range(60)),
    "half a character": "title: \ud800\n",
    "a script": "title: <script>alert(1)</script>\nstart: a\nactions: {a: {title: '<img src=x onerror=alert(1)>'}}\n",
}


@pytest.mark.parametrize("text", mostly_slow(HOSTILE.values(), quick=[HOSTILE["many values"]]), ids=HOSTILE)
def test_what_somebody_pastes_is_told_of_and_hurts_no_other_file(desk, texts, text):
    """It takes a moment at most, and all else is as it was."""
    before = {path: desk.file(path) for path in texts if path.endswith(".yml")}
    start = process_time()
    put(desk, {"path": "trees/gesprek.yml", "text": text})
    found = desk.file("trees/gesprek.yml")
    assert process_time() - start < 1
    assert found.problems or found.record
    assert all(len(problem.message) < 400 for problem in found.problems)
    assert all(desk.file(path) is file for path, file in before.items() if path != "trees/gesprek.yml")
    put(desk, {"path": "trees/gesprek.yml", "text": texts["trees/gesprek.yml"]})
    assert desk.file("trees/gesprek.yml").record == before["trees/gesprek.yml"].record


def test_settings_that_nobody_can_follow_are_told_of(desk, texts):
    """Those of before count until they are mended."""
    put(desk, {"path": "wegwijzer.toml", "text": texts["wegwijzer.toml"] + "\n[ [\n"})
    assert desk.file("trees/reactie.yml").record
    assert desk.refused.path == "wegwijzer.toml"
    put(desk, {"path": "wegwijzer.toml", "text": texts["wegwijzer.toml"]})
    assert desk.loaded()
    assert desk.refused is None
