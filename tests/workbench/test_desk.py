"""The desk: texts of a project while people change them."""

from __future__ import annotations

import json

import pytest

from wegwijzer.check.checker import check
from wegwijzer.kinds.markdown import Page
from wegwijzer.load.project import Unread
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
