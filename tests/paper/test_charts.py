"""The wall chart: everything that it must say, in letters that one reads from a wall."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from helpers import ROOT, tree_files
from wegwijzer.compile.compiled import compile_tree, is_final
from wegwijzer.load import load_paths
from wegwijzer.model.text import plain
from wegwijzer.paper.charts import SMALL, charts
from wegwijzer.paper.measure import measured
from wegwijzer.render.chart import charts_of, first_sentence
from wegwijzer.view.nodes import node_ids, static_view

PAPER = ROOT / "build/paper"
NAMES = [file.stem for file in tree_files()]
WALL = 14
"""The smallest letter on a wall, in points."""
EXAMPLES = ("erfenis", "ssvc")
LABEL = 120
"""How long what one may see is, at most."""
FULL = 0.6
"""How much of a sheet is used, at least."""


def words(pdf):
    """All that a PDF says, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def rows(compiled):
    return [row for chart in charts_of(compiled) for group in chart.groups for row in group.rows]


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_can_be_read_from_a_wall_and_fills_its_sheet(name, own_trees):
    """Nothing smaller than 14 points, nothing on something else, and no sheet that is half empty."""
    found = charts_of(own_trees[name])
    file = PAPER / f"{name}-wandkaart.pdf"
    assert file.is_file() == bool(found)
    sheets = measured(file.read_bytes()) if found else []
    assert len(sheets) == len(found)
    for sheet in sheets:
        assert sheet.smallest >= WALL
        assert sheet.used >= FULL
        assert sheet.overlaps == 0


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_missing_and_nothing_is_cut(name, own_trees):
    """What stands in a row stands on the paper; without a chart of its own a tree shows each final action once."""
    compiled = own_trees[name]
    said = words(charts(compiled)) if rows(compiled) else ""
    for row in rows(compiled):
        for text in (row.label, row.do, row.outcome.text if row.outcome else ""):
            assert " ".join(text.split()) in said
    if rows(compiled) and not compiled.tree.chart:
        finals = [action for action in compiled.tree.actions.values() if is_final(action) and not action.document]
        assert sorted(row.do for row in rows(compiled)) == sorted(plain(action.title) for action in finals)


@pytest.mark.parametrize("folder", EXAMPLES)
def test_a_tree_of_another_field_gets_a_chart_that_needs_no_hand(folder):
    """It fits, on A4 or on A3, and no row speaks of a step that a reader of a wall never took."""
    library = load_paths([ROOT / "examples" / folder]).library
    for name in library.trees:
        compiled = compile_tree(name, library)
        sheets = measured(charts(compiled))
        assert len(sheets) == len(charts_of(compiled)) > 0
        for sheet in sheets:
            assert sheet.smallest >= WALL
            assert sheet.used >= FULL
            assert sheet.overlaps == 0
        views = [static_view(compiled, node) for node in node_ids(compiled)]
        forks = [view.title for view in views if view.kind == "fork"]
        assert not any(title in row.example for row in rows(compiled) for title in forks)
        assert max(len(row.label) for row in rows(compiled)) <= LABEL


def test_a_chart_with_many_words_gets_a_larger_sheet(own_trees):
    """Few rows stand on A4, unless they say too much for it."""
    compiled = own_trees[next(name for name in NAMES if 0 < len(rows(own_trees[name])) <= SMALL)]
    (sheet,) = measured(charts(compiled))
    assert round(sheet.width) == 297
    wordy = {
        name: replace(action, title=f"{action.title} {'met nog veel woorden erbij' * 20}")
        for name, action in compiled.tree.actions.items()
    }
    (sheet,) = measured(charts(replace(compiled, tree=replace(compiled.tree, actions=wordy))))
    assert round(sheet.width) == 420


def test_the_same_bytes_each_time(own_trees):
    """A sheet depends on the tree alone."""
    name = next(name for name in NAMES if charts_of(own_trees[name]))
    assert charts(own_trees[name]) == charts(own_trees[name])


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        ("Dag [naam], dat is vervelend. We kijken het na.", "Dat is vervelend."),
        ("Dank je wel! Tot morgen.", "Dank je wel!"),
        ("Dag [naam], [antwoord]. Meer lees je hier.", "Meer lees je hier."),
        ("Zonder punt", ""),
    ],
)
def test_the_first_sentence_says_something(reply, sentence):
    """Without the greeting, whole or not at all."""
    assert first_sentence(reply) == sentence
