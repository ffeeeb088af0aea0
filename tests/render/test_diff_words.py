"""A comparison in words, as JSON and as a diagram."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from helpers import load
from wegwijzer.compare.diff import compare
from wegwijzer.compare.drawing import diff_dot
from wegwijzer.compare.report import FORMATS, as_json, as_markdown, as_text

OLD = """
title: Boom *met* sterren
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: danken}
actions:
  luister: {title: Luister, steps: [Luister goed.]}
  danken: {title: Dank, steps: [Zeg dank je.]}
"""
NEW = (
    OLD.replace("Boos, to: luister", "Boos, to: danken")
    .replace("  luister:", "  zwijg:")
    .replace("title: Luister, steps: [Luister", "title: Zwijg <b>, steps: [Zwijg")
)


@pytest.fixture(scope="module")
def diff():
    return compare(load(OLD).library, load(NEW).library)


def test_text_says_what_changes_for_readers(diff):
    """The text names added, removed and rerouted things, who ends elsewhere after which answers, and broken links."""
    said = as_text(diff)
    for words in (
        "weg: actie ‘luister’ ‘Luister’.",
        "nieuw: actie ‘zwijg’ ‘Zwijg <b>’.",
        "leidde naar luister, nu naar danken",
        "‘Luister’ werd ‘Dank’, bijvoorbeeld na ‘toon: boos’",
        "Links die breken: ‘#boom-luister’.",
        "Gedeelde links met antwoorden",
    ):
        assert words in said


def test_markdown_shows_texts_as_they_are(diff):
    """In Markdown nothing from a file becomes a mark, HTML or a mention."""
    said = as_markdown(diff)
    assert said.startswith("## Wat verandert er voor lezers?\n")
    assert "### Boom \\*met\\* sterren (boom)" in said
    assert "‘Zwijg &lt;b&gt;’" in said


def test_json_has_everything(diff):
    """Programs get the changes, the moved results with a way, and the links."""
    (tree,) = json.loads(as_json(diff))["trees"]
    assert {"before": "luister", "after": "danken", "way": [["toon", "boos"]], "count": 1} == tree["moved"][0]
    assert ["#boom-luister"] == tree["lost_links"]
    assert tree["compared"]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_changed_is_said_too(name):
    """Two equal versions give a report that says so."""
    same = load(OLD).library
    said = FORMATS[name](compare(same, same))
    assert "Er verandert niets voor lezers." in said or json.loads(said)["trees"] == []


def test_diagram_marks_changes_in_more_than_colour(diff):
    """Added, removed and changed steps differ by sign and border too, so that a black and white print tells them."""
    dot = diff_dot(diff.trees[0])
    assert '"zwijg" [label="+ Zwijg <b>", color="#1b7837"' in dot
    assert '"luister" [label="− Luister", color="#b2182b"' in dot
    assert '"toon" [label="~ Welke toon?"' in dot
    assert '"toon" -> "luister" [label="− Boos"' in dot
    assert all(look in dot for look in ("filled,bold", "filled,dashed", "peripheries=2"))


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not here")
def test_diagram_is_read_by_graphviz(diff):
    """Graphviz draws the diagram without a warning."""
    drawn = subprocess.run(["dot", "-Tsvg"], input=diff_dot(diff.trees[0]), capture_output=True, text=True, check=True)
    assert "<svg" in drawn.stdout
    assert not drawn.stderr


def test_text_tells_of_trees_and_data_that_came_went_or_broke():
    """A new tree comes with its size, a removed one is named, and so is a file that is too broken to compare."""
    contacts = "contacts:\n  unia: {name: Unia, for: %s}\n"
    old = load(OLD, weg=OLD, contacts=contacts % "Meldingen.")
    new = load(OLD, nieuw=OLD, stuk="title: [open\n", contacts=contacts % "Alle meldingen.")
    said = as_text(compare(old.library, new.library))
    for words in ("(weg) (weg)", "(nieuw) (nieuw)", "1 vragen en 2 acties.", "stuk", "Gegevens", "Alle meldingen."):
        assert words in said
