"""`wegwijzer new`: a tree to start from."""

from __future__ import annotations

import pytest

from helpers import ROOT, make_project
from wegwijzer.check.checker import check
from wegwijzer.cli.main import OK, USAGE, main
from wegwijzer.load import load_paths
from wegwijzer.locale.samples import new_tree


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project to stand in."""
    root = make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE", "2026-01-31")
    return root


@pytest.mark.parametrize("title", ["Boze buur", 'Zeg je "ja": of # niet?', "$5 voor {alles}", "yes"])
def test_new_tree_is_right(folder, title):
    """Whatever the title, the new tree gives no problem at all, not even advice, in the folder where it belongs."""
    assert main(["new", "boze-buur", "--title", title.replace("$", "$$")]) == OK
    loaded = load_paths([folder], cwd=folder)
    assert [] == check(loaded, today="2026-01-31")
    assert loaded.library.trees["boze-buur"].title == title.replace("$", "$$")


def test_new_tree_fits_the_project_itself(tmp_path):
    """Its sources and schema are those of this project."""
    for name in ("trees", "data"):
        (tmp_path / name).mkdir()
    for file in (ROOT / "data").glob("*.yml"):
        (tmp_path / "data" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "trees" / "boom.yml").write_text(new_tree("Boom", "2027-01-01"), encoding="utf-8")
    found = check(load_paths([tmp_path / "trees"], cwd=tmp_path), today="2026-01-31")
    assert [] == [problem for problem in found if problem.path.startswith("trees/")]


def test_file_that_exists_is_never_overwritten(folder, capsys):
    """A tree with that name stays as it is."""
    before = (folder / "trees/vuilnis.yml").read_bytes()
    assert main(["new", "vuilnis"]) == USAGE
    assert before == (folder / "trees/vuilnis.yml").read_bytes()
    assert "bestaat al" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../weg", "a b", "", "é", "a/b"])
def test_name_that_is_no_id_is_refused(folder, name):
    """A name leads nowhere but to a file in trees/."""
    files = sorted(folder.rglob("*"))
    assert main(["new", name]) == USAGE
    assert files == sorted(folder.rglob("*"))
