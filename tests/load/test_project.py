"""Which files are read for a path, and how they are shown."""

from __future__ import annotations

import pytest

from helpers import CHOICES, codes, load, make_project, problems, project_problems
from wegwijzer.check.checker import check
from wegwijzer.load import find_root, load_paths

BOOM = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [Klaar.]%s}\n"


def names(loaded):
    return [file.shown for file in loaded.files]


@pytest.fixture
def folder(tmp_path):
    return make_project(tmp_path / "project")


def test_folder_means_its_trees_and_data(folder):
    """Naming the project reads all of trees/ and data/, shown relative to where one stands."""
    found = names(load_paths([folder], cwd=folder))
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.yml")) == found


def test_one_tree_brings_what_it_refers_to(folder):
    """Naming one tree reads that tree, the trees it uses, sees or hands over to, and the data beside them."""
    found = names(load_paths([folder / "trees" / "vuilnis.yml"], cwd=folder))
    assert [
        "data/contacts.yml",
        "data/outcomes.yml",
        "data/safety.yml",
        "data/sources.yml",
        "data/steps.yml",
        "data/values.yml",
        "trees/keuzes.yml",
        "trees/vuilnis.yml",
    ] == found


def test_tree_on_its_own_needs_no_project(tmp_path):
    """A tree outside a project is read; sources, contacts and steps are then not looked up."""
    place = tmp_path / "los.yml"
    place.write_text(BOOM % ", sources: [ergens], contacts: [iemand]", encoding="utf-8")
    loaded = load_paths([place], cwd=tmp_path)
    assert ["los.yml"] == names(loaded)
    assert [] == check(loaded)


def test_file_elsewhere_is_shown_with_its_whole_path(folder, tmp_path):
    """A file outside the working folder is shown by its absolute path."""
    other = tmp_path / "elders"
    other.mkdir()
    shown = names(load_paths([folder / "trees" / "eerst-ademen.yml"], cwd=other))
    assert (folder / "trees" / "eerst-ademen.yml").as_posix() in shown


def test_path_that_does_not_exist_is_refused(tmp_path):
    """A path that is nowhere raises FileNotFoundError: that is a mistake in the command, not in the content."""
    with pytest.raises(FileNotFoundError, match="nergens"):
        load_paths([tmp_path / "nergens.yml"])


def test_page_beside_the_folders_may_be_called_as_it_likes(folder):
    """The names of docs/ come in addresses; a README comes nowhere."""
    (folder / "README.md").write_text("# Lees mij\n", encoding="utf-8")
    assert [] == [problem for file in load_paths([folder / "README.md"]).files for problem in file.problems]


def test_folder_without_trees_gives_no_files(tmp_path):
    """An empty folder is no error of the loader."""
    assert [] == load_paths([tmp_path]).files


def test_root_is_the_nearest_folder_with_trees_and_data(folder):
    """A file finds the project around it, however deep it lies; a folder with only one of both is no project."""
    deep = folder / "trees" / "oud" / "nog-ouder"
    deep.mkdir(parents=True)
    assert folder == find_root(deep)
    assert find_root(folder.parent) is None


def test_both_suffixes_are_read(folder):
    """A tree may end on .yaml too; other files are left alone."""
    (folder / "trees" / "extra.yaml").write_text(BOOM % "", encoding="utf-8")
    (folder / "trees" / "lees-mij.md").write_text("# Geen boom", encoding="utf-8")
    found = names(load_paths([folder], cwd=folder))
    assert "trees/extra.yaml" in found
    assert "trees/lees-mij.md" not in found


def test_unknown_file_under_data_is_refused(folder):
    """A file in data/ with a name that nothing reads gives W013 with the names that exist."""
    (folder / "data" / "contact.yml").write_text("contacts: {}\n", encoding="utf-8")
    (problem,) = check(load_paths([folder], cwd=folder))
    assert ("data/contact.yml", 1, 1, "W013") == (problem.path, problem.line, problem.column, problem.code)
    assert "contacts" in problem.hint


def test_broken_data_file_raises_no_alarm_about_what_it_should_hold():
    """When a data file cannot be read, only that file is reported, not every reference to it."""
    text = BOOM % ", sources: [gids], contacts: [hulp]"
    found = problems(text, sources="sources: [open\n", contacts="title: geen contacten\n")
    assert {"data/sources.yml", "data/contacts.yml"} == {problem.path for problem in found}


def test_steps_have_their_line_in_order_of_the_file():
    """Questions and actions are numbered by the line where their name stands, whichever block comes first."""
    loaded = load("title: B\nstart: a\nactions:\n  z: {title: Z}\nquestions:\n  a: {text: 'A?'}\n  b: {text: 'B?'}\n")
    assert [("z", 4), ("a", 6), ("b", 7)] == list(loaded.library.lines["boom"].items())


@pytest.mark.parametrize("refers", [", see: [ander]", ", see: [ander/klaar]", ", to: ander/klaar"])
def test_one_tree_brings_those_that_it_leads_to(folder, refers):
    """Whichever way it names them."""
    for name, more in (("boom", refers), ("ander", "")):
        (folder / "trees" / f"{name}.yml").write_text(BOOM % more, encoding="utf-8")
    found = [file for file in names(load_paths([folder / "trees" / "boom.yml"], cwd=folder)) if "trees/" in file]
    assert ["trees/ander.yml", "trees/boom.yml"] == found


def test_of_files_with_one_name_each_is_told_beside_the_first():
    """Of three the first may keep its name."""
    found = project_problems({f"trees/{name}/boom.yml": BOOM % "" for name in "abc"})
    assert ["trees/b/boom.yml", "trees/c/boom.yml"] == [problem.path for problem in found]
    assert all(f"trees/a/boom.yml en {problem.path}" in problem.message for problem in found)


def test_trees_may_refer_to_each_other():
    """Two trees that name each other are both read, once."""
    loaded = load(BOOM % ", see: [ander]", ander=BOOM % ", see: [boom]")
    assert ["trees/ander.yml", "trees/boom.yml"] == names(loaded)
    assert [] == check(loaded)


def test_reference_never_leads_out_of_the_folder():
    """A name with a path in it reads no file elsewhere and is reported as no name at all."""
    assert ["W011"] == codes(BOOM % ", to: ../boom", keuzes=CHOICES)
