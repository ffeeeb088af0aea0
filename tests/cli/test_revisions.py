"""`wegwijzer diff` on files, folders and revisions of git."""

from __future__ import annotations

import json
import subprocess

import pytest

from helpers import make_project
from wegwijzer.cli.main import OK, USAGE, main


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project in git with one commit, and then a change in its working tree."""
    root = make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for arguments in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@b.be", "commit", "-q", "-m", "Eerste versie"),
    ):
        subprocess.run(["git", *arguments], check=True)
    tree = root / "trees" / "opnieuw.yml"
    (tmp_path / "oud.yml").write_text(tree.read_text(encoding="utf-8"), encoding="utf-8")
    text = tree.read_text(encoding="utf-8")
    tree.write_text(text.replace("title: ", "title: Nog eens, ", 1), encoding="utf-8")
    return root


def changed(capsys, *arguments):
    """The ids of the trees that a command says have changed."""
    assert main(["diff", *map(str, arguments), "--format", "json"]) == OK
    return [tree["id"] for tree in json.loads(capsys.readouterr().out)["trees"]]


def test_revision_is_compared_with_the_folder(project, capsys):  # noqa: ARG001 - the folder to stand in
    """A revision of git stands for the content at that commit; without a second version it is the folder itself."""
    assert ["opnieuw"] == changed(capsys, "HEAD")
    assert ["opnieuw"] == changed(capsys, "HEAD", ".")
    assert [] == changed(capsys, "HEAD", "HEAD")


def test_files_are_compared_whatever_they_are_called(project, tmp_path, capsys):
    """Two single files are versions of one tree."""
    assert ["opnieuw"] == changed(capsys, tmp_path / "oud.yml", project / "trees/opnieuw.yml")


def test_file_is_compared_with_the_same_tree_of_a_revision(project, capsys):
    """A file against a revision compares that tree only."""
    (project / "trees" / "extra.yml").write_text((project / "trees" / "opnieuw.yml").read_text(), encoding="utf-8")
    assert ["opnieuw"] == changed(capsys, "HEAD", "trees/opnieuw.yml")


def test_diagrams_of_changed_trees_are_written(project, capsys):  # noqa: ARG001
    """With --dot every changed tree is a diagram."""
    assert main(["diff", "HEAD", "--dot"]) == OK
    assert capsys.readouterr().out.startswith('digraph "opnieuw" {')


@pytest.mark.parametrize("name", ["nergens", "--help-me", "HEAD~99"])
def test_what_is_no_version_is_refused(project, capsys, name):  # noqa: ARG001
    """What is neither a path nor a revision is refused in words."""
    assert main(["diff", name]) == USAGE
    assert "wegwijzer" in capsys.readouterr().err


def test_folder_without_git_is_told(tmp_path, monkeypatch, capsys):
    """Outside a repository only paths can be compared."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["diff", "HEAD", "."]) == USAGE
    assert "geen versie van git" in capsys.readouterr().err
