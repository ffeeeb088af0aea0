"""The desk: texts of a project while people change them."""

from __future__ import annotations

import pytest

from wegwijzer.check.checker import check
from wegwijzer.workbench.desk import put


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
