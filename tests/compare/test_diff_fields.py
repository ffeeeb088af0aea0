"""`wegwijzer diff` speaks of every field of every kind of content: "niets" is said only when nothing differs."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest

from municipal.records import Frame
from records import Examples, changed
from wegwijzer.cli.main import OK, main
from wegwijzer.compare.diff import compare
from wegwijzer.compare.report import as_text
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.kinds.library import Library
from wegwijzer.load import load_paths
from wegwijzer.model import Tree, nested

NOTHING = "Er verandert niets voor lezers."
KINDS = {
    "trees/boom": Tree,
    "frames/kader": Frame,
    **{f"data/{name}": kind for name, kind in DATA_FILES.items()},
}
LONG = "Dezelfde lange aanloop die iedereen al kent. " * 20


class Projects:
    """Two projects beside each other that differ in one file."""

    def __init__(self, root):
        self.roots = [root / name for name in ("oud", "nieuw")]
        for each in self.roots:
            for folder in ("trees", "data", "frames", "docs"):
                (each / folder).mkdir(parents=True)

    def write(self, side, file, record):
        ending = ".md" if file.startswith("docs/") else ".yml"
        text = record if isinstance(record, str) else json.dumps(record, ensure_ascii=False, indent=1)
        (self.roots[side] / f"{file}{ending}").write_text(text, encoding="utf-8")

    def diff(self, capsys, form="text"):
        assert OK == main(["diff", *map(str, self.roots), "--format", form])
        return capsys.readouterr().out


@pytest.fixture
def projects(tmp_path):
    return Projects(tmp_path)


def example(kind):
    """An example of a file, with a tree that can be walked, and what each of its leaves can become."""
    made = Examples()
    record = made.make(kind)
    if kind is Tree:
        record["actions"] = {"drie": record["actions"]["een"], "vier": record["actions"]["twee"]}
        made.leaves = [
            ((w[0], {"een": "drie", "twee": "vier"}[w[1]], *w[2:]) if w[0] == "actions" else w, other)
            for w, other in made.leaves
        ]
        for question in record["questions"].values():
            del question["policy"], question["from"]
        gone = {"policy", "from"}
        made.leaves = [(w, o) for w, o in made.leaves if not (w[0] == "questions" and len(w) == 3 and w[2] in gone)]
    return record, made.leaves


def loaded(projects, file, record):
    """The record as the loader reads it, without a problem of reading."""
    projects.write(0, file, record)
    (found,) = load_paths([projects.roots[0] / f"{file}.yml"]).own()
    assert [] == found.problems
    return found.record


def said(file, old, new):
    """What the comparison of two versions of one record says."""
    libraries = []
    for record in (old, new):
        library = Library(has_data=True)
        if isinstance(record, Tree):
            library.trees["boom"] = record
            library.lines["boom"] = {name: at for at, name in enumerate([*record.questions, *record.actions], 1)}
        elif isinstance(record, Frame):
            library.add("kader", record)
        else:
            library.add_data(file.removeprefix("data/"), record)
        libraries.append(library)
    return as_text(compare(*libraries))


@pytest.mark.parametrize(("file", "kind"), KINDS.items(), ids=KINDS)
def test_every_field_of_every_kind_is_spoken_of(projects, file, kind):
    """One leaf at a time gets another value: the comparison is never empty, and says the new text."""
    plain, leaves = example(kind)
    record = loaded(projects, file, plain)
    assert NOTHING in said(file, record, record)
    silent, unsaid = [], []
    for where, other in leaves:
        words = said(file, record, changed(record, where, other))
        if NOTHING in words:
            silent.append(where)
        elif isinstance(other, str) and other.startswith("Andere") and other not in words:
            unsaid.append(where)
    assert ([], []) == (silent, unsaid)
    assert len(leaves) >= len(kind.__dataclass_fields__)


def test_example_of_every_kind_leaves_no_field_out():
    """Every field of every record of the model has a leaf that the comparison was tried on."""
    for kind in KINDS.values():
        record, leaves = example(kind)
        tried = {where[:1] for where, _ in leaves}
        assert {(key,) for key in record} == tried


@pytest.mark.parametrize(("file", "kind"), KINDS.items(), ids=KINDS)
def test_order_and_number_are_spoken_of(projects, file, kind):
    """A list or block in another order, or with one item less, is spoken of at every depth."""
    record = loaded(projects, file, example(kind)[0])
    silent = []
    for where, value in nested(record):
        if not isinstance(value, (dict, tuple)) or len(value) < 2:
            continue
        items = list(value.items() if isinstance(value, dict) else value)
        for other in (items[::-1], items[:1]):
            turned = dict(other) if isinstance(value, dict) else tuple(other)
            if repr(turned) != repr(value) and NOTHING in said(file, record, changed(record, where, turned)):
                silent.append(where)
    assert [] == silent


@pytest.mark.parametrize("file", [*KINDS, "docs/bladzijde"])
def test_file_that_came_or_went_is_spoken_of(projects, capsys, file):
    """A file that only one version has is told, both ways."""
    record = "# Titel\n\nTekst.\n" if file.startswith("docs/") else example(KINDS[file])[0]
    projects.write(1, file, record)
    assert "nieuw" in projects.diff(capsys)
    projects.roots.reverse()
    assert "weg" in projects.diff(capsys)


def test_words_of_a_page_are_spoken_of(projects, capsys):
    """Another word on a page is told with the page, its title and the lines."""
    projects.write(0, "docs/gids", "# De gids\n\nEen zin.\n")
    projects.write(1, "docs/gids", "# De gids\n\nEen andere zin.\n")
    said = projects.diff(capsys)
    assert all(words in said for words in ("pagina ‘gids.md’ ‘De gids’", "was: ‘Een zin.’", "is nu: ‘Een andere zin.’"))


@pytest.mark.parametrize("file", ["trees/boom", "data/glossary", "frames/kader"])
def test_difference_deep_in_a_long_text_is_shown(projects, capsys, file):
    """Of a text that is too long to show, the part is shown in which it differs."""
    record, leaves = example(KINDS[file])
    where = next(w for w, other in leaves if isinstance(other, str) and other.startswith("Andere"))
    projects.write(0, file, changed(record, where, f"{LONG}Zonder."))
    projects.write(1, file, changed(record, where, f"{LONG}Met."))
    said = projects.diff(capsys)
    assert all(word in said for word in ("Zonder.’", "Met.’"))


@pytest.mark.parametrize("file", ["trees/boom", "data/glossary", "frames/kader"])
def test_file_that_cannot_be_read_is_never_called_unchanged(projects, capsys, file):
    """What could not be read, or only in part, is named instead of passed over."""
    record, _ = example(KINDS[file])
    for broken in ("title: [open", json.dumps({**record, "raar": "x"})):
        for side in (0, 1):
            projects.write(side, file, broken)
        said = projects.diff(capsys)
        assert NOTHING not in said
        assert file.removeprefix("trees/") in said


@pytest.mark.parametrize("file", ["data/glossary", "frames/kader", "docs/gids"])
def test_one_file_is_compared_by_itself(projects, capsys, file):
    """Two data files, frames or pages that are named one by one are compared, and nothing else."""
    for side in (0, 1):
        projects.write(side, "frames/ander", changed(example(Frame)[0], ("name",), f"Ander {side}"))
    record = "# Gids\n" if file.startswith("docs") else example(KINDS[file])[0]
    other = "# Boek\n" if file.startswith("docs") else deepcopy(record)
    projects.write(0, file, record)
    ending = ".md" if file.startswith("docs") else ".yml"
    names = [str(root / f"{file}{ending}") for root in projects.roots]
    projects.write(1, file, record)
    assert OK == main(["diff", *names])
    assert NOTHING in capsys.readouterr().out
    if isinstance(other, dict):
        other = changed(other, ("terms", "een", "text") if "terms" in other else ("core",), "Andere woorden.")
    projects.write(1, file, other)
    main(["diff", *names])
    said = capsys.readouterr().out
    assert NOTHING not in said
    assert "Ander 1" not in said
