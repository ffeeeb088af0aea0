"""`wegwijzer check` on a file, several files or a folder: it speaks of those alone, and has read all around them."""

from __future__ import annotations

import json

import pytest

from helpers import make_project
from wegwijzer.cli.main import OK, PROBLEMS, USAGE, main

RIGHT = """\
title: {name}
start: {name}
actions:
  {name}:
    title: Doe het
    steps: [Doe het.]
    see: [{see}]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with two faulty trees beside the right ones, in the folder where one stands."""
    root = make_project(tmp_path / "project")
    for name in ("een", "twee"):
        (root / "trees" / f"{name}.yml").write_text("title: Fout\nstart: weg\n", encoding="utf-8")
    (root / "docs" / "hulp").mkdir(parents=True)
    for page in ("index", "visie", "hulp/eerste-dagen"):  # what the trees refer to
        (root / "docs" / f"{page}.md").write_text("# Pagina\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def found(capsys):
    """Check these paths: the status, the files that problems name, and what was said on the error stream."""

    def command(*paths):
        status = main(["check", "--format", "json", "--level", "error", *map(str, paths)])
        said = capsys.readouterr()
        return status, sorted({problem["path"] for problem in json.loads(said.out or "[]")}), said.err

    return command


def test_one_file_speaks_of_itself_alone(folder, found, capsys):
    """A new tree that refers to the rest of its project is right; the faults of other files are not told."""
    new = folder / "trees" / "nieuw.yml"
    new.write_text(RIGHT.format(name="nieuw", see="vuilnis"), encoding="utf-8")
    assert (OK, [], "") == found("trees/nieuw.yml")
    assert (PROBLEMS, ["trees/een.yml"], "") == found("trees/een.yml")
    main(["check", "--level", "error", "trees/nieuw.yml"])
    assert "1 bestand nagekeken: alles klopt." in capsys.readouterr().out


def test_tree_may_refer_to_any_other_of_its_project(folder, found):
    """The other tree may have either ending or stand in a folder of its own."""
    (folder / "trees" / "sub").mkdir()
    (folder / "trees" / "sub" / "diep.yaml").write_text(RIGHT.format(name="diep", see="nieuw"), encoding="utf-8")
    (folder / "trees" / "nieuw.yml").write_text(RIGHT.format(name="nieuw", see="diep"), encoding="utf-8")
    assert (OK, [], "") == found("trees/nieuw.yml")
    assert (OK, [], "") == found("trees/sub")


@pytest.mark.usefixtures("folder")
def test_several_files_and_folders_speak_of_those(found):
    """Every named file and folder counts once, however it is written."""
    assert (PROBLEMS, ["trees/een.yml", "trees/twee.yml"], "") == found("trees/een.yml", "trees/twee.yml")
    assert (PROBLEMS, ["trees/een.yml", "trees/twee.yml"], "") == found("trees")
    assert (PROBLEMS, ["trees/een.yml"], "") == found("data", "trees/een.yml", "./trees/../trees/een.yml")
    assert (OK, [], "") == found("data")
    assert (OK, [], "") == found("docs")
    assert (OK, [], "") == found("docs/index.md", "data/steps.yml")


def test_file_is_read_in_its_own_project(folder, found, tmp_path, monkeypatch):
    """From another folder, and beside a file of another project, every file is judged in its own project."""
    other = make_project(tmp_path / "ander")
    (other / "trees" / "los.yml").write_text(RIGHT.format(name="los", see="eigen"), encoding="utf-8")
    (other / "trees" / "eigen.yml").write_text(RIGHT.format(name="eigen", see="los"), encoding="utf-8")
    (folder / "trees" / "nieuw.yml").write_text(RIGHT.format(name="nieuw", see="vuilnis"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert (OK, [], "") == found("project/trees/nieuw.yml", "ander/trees/los.yml")
    assert (PROBLEMS, ["project/trees/een.yml"], "") == found("ander", "project/trees/een.yml")


def test_project_may_have_trees_alone(found, tmp_path, monkeypatch):
    """Without data/ the trees of a folder are still read together."""
    (tmp_path / "trees").mkdir()
    for name, see in (("een", "twee"), ("twee", "een")):
        (tmp_path / "trees" / f"{name}.yml").write_text(RIGHT.format(name=name, see=see), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert (OK, [], "") == found("trees/een.yml")
    assert (OK, [], "") == found(".")


def test_file_outside_a_project_stands_alone(found, tmp_path, monkeypatch):
    """A tree on its own is checked on its own; a folder without content is wrong use."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "los.yml").write_text(RIGHT.format(name="los", see="los"), encoding="utf-8")
    assert (OK, [], "") == found("los.yml")
    (tmp_path / "leeg").mkdir()
    assert USAGE == found("leeg")[0]


def test_draft_goes_before_the_tree_with_its_name(folder, found):
    """A file that stands outside trees/ is judged itself, also when a tree of the project has the same name."""
    (folder / "concept").mkdir()
    (folder / "concept" / "vuilnis.yml").write_text("title: Fout\nstart: weg\n", encoding="utf-8")
    assert (PROBLEMS, ["concept/vuilnis.yml"], "") == found("concept/vuilnis.yml")
    assert (OK, [], "") == found("trees/vuilnis.yml")


def test_what_depends_on_an_unreadable_file_is_said_to_be_unjudged(folder, found):
    """A tree whose local choices cannot be read is not called wrong; a sentence says that they were not read."""
    (folder / "trees" / "keuzes.yml").write_text("title: [open\n", encoding="utf-8")
    status, paths, said = found("trees/vuilnis.yml")
    assert (OK, []) == (status, paths)
    assert "‘trees/keuzes.yml’ is niet te lezen" in said


NAMES = {
    "trees/sub/proef.yml": "trees/proef.yml",
    "trees/proef.yaml": "trees/proef.yml",
    "trees/sub/proef.yaml": "trees/proef.yml",
    "frames/proef.yaml": "frames/proef.yml",
    "data/steps.yaml": "data/steps.yml",
    "docs/Index.md": "docs/index.md",
    "docs/proef/index.md": "docs/proef.md",
}


@pytest.mark.parametrize(("one", "other"), NAMES.items())
def test_two_files_with_one_name_are_told_with_both(folder, capsys, one, other):
    """Over folders, endings and capitals no two files have one name: the message names both, whichever is checked."""
    for name in (one, other):
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        if not place.exists():
            place.write_text(RIGHT.format(name="proef", see="proef"), encoding="utf-8")
    for named in (".", one):
        assert PROBLEMS == main(["check", named])
        told = [line for line in capsys.readouterr().out.splitlines() if "fout W014" in line]
        assert 1 == len(told)
        assert one in told[0]
        assert other in told[0]


BAD = [
    "Proef",
    "pRoef",
    "aux",
    "con",
    "nul.x",
    "com1",
    "lpt9",
    "twee woorden",
    "a'b",
    'a"b',
    "a<b>",
    "a#b",
    "a%b",
    "a&b",
]
BAD += ["a\nb", "-a", "a-", "a--b", "a.b", "é", "pr\u043eef", "constructor", "__proto__", "a\u00a0b", "a\u202eb", "~a"]


@pytest.mark.parametrize("name", BAD, ids=ascii)
def test_name_of_a_file_follows_one_pattern(folder, capsys, name):
    """A name that could break an address, a page or a disk is refused, on one line; its content goes nowhere."""
    (folder / "trees" / f"{name}.yml").write_text(RIGHT.format(name="proef", see="proef"), encoding="utf-8")
    assert PROBLEMS == main(["check", "."])
    told = [line for line in capsys.readouterr().out.splitlines() if "fout W014" in line]
    assert 1 == len(told)
    assert told[0].isprintable()
    assert USAGE == main(["text", f"trees/{name}.yml"])
    assert USAGE == main(["new", name]) or name.startswith("-")


@pytest.mark.parametrize("name", ["trees/proef.YML", "trees/proef.Yaml", "frames/proef.YAML", "data/steps.YML"])
def test_ending_in_capitals_is_not_passed_over(folder, found, name):
    """A file that ends in capitals is read by some systems and not by others: it is refused, never skipped."""
    (folder / "frames").mkdir(exist_ok=True)
    (folder / name).write_text("title: x\n", encoding="utf-8")
    assert name in found(".")[1]


@pytest.mark.parametrize("name", ["Steps", "step", "boom", "sub/steps", "sub/boom", "constructor"])
def test_unknown_data_file_is_an_error_and_no_tree(folder, capsys, name):
    """A file that data/ does not know is refused, and nothing can refer to it as to a tree."""
    place = folder / "data" / f"{name}.yml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(RIGHT.format(name="proef", see="proef"), encoding="utf-8")
    stem = place.stem.lower()
    (folder / "trees" / "nieuw.yml").write_text(RIGHT.format(name="nieuw", see=stem), encoding="utf-8")
    assert PROBLEMS == main(["check", "."])
    said = capsys.readouterr().out
    assert f"data/{name}.yml:1:1: fout W013" in said
    assert f"De boom ‘{stem}’ bestaat niet" in said or stem == "constructor"
    assert USAGE == main(["text", f"data/{name}.yml"])


def test_broken_data_file_is_no_tree(folder, capsys):
    """When data/steps.yml cannot be read, a tree `steps` still does not exist."""
    (folder / "data" / "steps.yml").write_text("steps: [open\n", encoding="utf-8")
    (folder / "trees" / "nieuw.yml").write_text(RIGHT.format(name="nieuw", see="steps"), encoding="utf-8")
    main(["check", "trees/nieuw.yml"])
    assert "De boom ‘steps’ bestaat niet" in capsys.readouterr().out


def test_new_tree_refuses_a_name_that_exists_anywhere(folder):
    """`wegwijzer new` looks over folders and endings, and takes a title on one line."""
    (folder / "trees" / "sub").mkdir()
    (folder / "trees" / "sub" / "diep.yaml").write_text("title: x\n", encoding="utf-8")
    assert USAGE == main(["new", "diep"])
    assert OK == main(["new", "fris", "--title", "Eén\n titel\tzo"])
    assert 'title: "Eén titel zo"' in (folder / "trees" / "fris.yml").read_text(encoding="utf-8")
    assert USAGE == main(["new", "fris-twee", "--title", "a\x1bb"])
