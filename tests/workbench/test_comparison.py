"""What changes for readers, as a page shows it: the words of `wegwijzer diff`, and a diagram of what changed."""

from __future__ import annotations

import re
import shutil
import subprocess

import html5lib
import pytest

from wegwijzer.compare.diff import compare as all_compared
from wegwijzer.compare.page import as_html
from wegwijzer.compare.report import as_text
from wegwijzer.workbench.compare import compare, differences

TREE = """\
title: Boom <b>met</b> & sterren
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: waarom}
  waarom:
    text: Waarom?
    answers:
      zo: {text: Zo, to: danken}
      niet: {text: Niet, to: niets}
actions:
  luister: {title: Luister, steps: [Luister goed.]}
  danken: {title: Dank, steps: [Zeg dank je.]}
  niets: {title: Niets, steps: [Doe niets.]}
"""
OTHER = TREE.replace("title: Boom", "title: Andere") + "uses: [beleid]\n"
STEPS = "steps:\n  bewaar: Bewaar het bewijs.\n"
FILES = {
    "wegwijzer.toml": "",
    "trees/boom.yml": TREE,
    "trees/andere.yml": OTHER,
    "data/steps.yml": STEPS,
    "docs/x.md": "# X\n\nEen.\n",
}


@pytest.fixture
def desk(desk_of):
    return desk_of(FILES)


def changed(desk, path="trees/boom.yml", old="Boos, to: luister", new="Boos, to: danken"):
    desk.put(path, desk.texts[path].replace(old, new))


def test_nothing_changed_is_said(desk):
    assert compare(desk, {})["words"] == "<p>Er verandert niets voor lezers.</p>"


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"old": "Boos, to: luister", "new": '"<script>", to: luister'},
        {"old": "Luister goed.", "new": "Luister 'heel' goed."},
        {"path": "data/steps.yml", "old": "bewijs", "new": "bericht"},
        {"path": "docs/x.md", "old": "Een", "new": "Twee"},
    ],
)
def test_the_words_are_those_of_the_command_line(desk, change):
    """Line by line, and as text: nothing of a file becomes markup."""
    changed(desk, **change)
    words = compare(desk, {})["words"]
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(words)
    assert {each.tag for each in parsed.iter()} <= {"DOCUMENT_FRAGMENT", "h3", "ul", "li", "p"}
    shown = [line for each in parsed.iter() if (line := (each.text or "").replace("\u00a0", " ").strip())]
    told = as_text(all_compared(desk.was.library, desk.loaded().library))
    assert shown == [line.removeprefix("  - ").strip() for line in told.split("\n") if line.strip()]


def test_only_files_in_which_it_can_show_are_compared(desk):
    """A change in one tree needs no other that does not name it; one in the data can show anywhere."""
    changed(desk)
    assert [tree.id for tree in differences(desk).trees] == ["boom"]
    changed(desk, "trees/andere.yml", "Zo", "Daarom")
    assert [tree.id for tree in differences(desk).trees] == ["andere", "boom"]
    assert [tree.id for tree in differences(desk, "trees/andere.yml").trees] == ["andere"]
    assert compare(desk, {"path": "trees/andere.yml"})["words"].count("<h3>") == 1


def test_a_tree_that_uses_the_changed_one_is_compared(desk_of):
    policy = TREE.replace("Boom <b>met</b> & sterren", "Beleid")
    user = OTHER.replace(
        "  toon:\n    text: Welke toon?\n    answers:", "  toon:\n    policy: beleid.toon\n    answers:"
    )
    desk = desk_of({"wegwijzer.toml": "", "trees/beleid.yml": policy, "trees/andere.yml": user})
    changed(desk, "trees/beleid.yml", "Welke toon?", "Welke stem?")
    found = differences(desk)
    assert found == all_compared(desk.was.library, desk.loaded().library)
    assert {tree.id for tree in found.trees} == {"beleid", "andere"}


def test_a_broken_text_is_told_and_the_rest_compared(desk):
    changed(desk)
    desk.put("trees/andere.yml", "title: [\n")
    words = compare(desk, {})["words"]
    assert words.startswith("<p>andere is nog niet helemaal te lezen.")
    assert "leidde naar luister, nu naar danken" in words
    assert "wegwijzer check" not in words


def test_files_that_came_and_went(desk):
    desk.put("trees/nieuw.yml", TREE)
    desk.put("trees/andere.yml", None)
    found = compare(desk, {})
    assert re.findall(r"<h3>.*\((\w+)\)</h3>", found["words"]) == ["weg", "nieuw"]
    assert found["maps"] == []


@pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not here")
def test_the_diagram_shows_what_changed_and_what_is_beside_it(desk):
    """In a page it has no colours of its own and no name twice, and says what it is."""
    changed(desk)
    changed(desk, "trees/andere.yml", "Zeg dank je.", "Zeg <dank> je.")
    maps = compare(desk, {})["maps"]
    assert [each["title"] for each in maps] == ["Andere <b>met</b> & sterren", "Boom <b>met</b> & sterren"]
    assert '"niets"' not in maps[1]["dot"]
    drawn = [{**each, "svg": drawing(each["dot"])} for each in maps]
    html = compare(desk, {"drawn": drawn})["html"]
    assert html.count("<svg") == 2
    names = re.findall(r'\bid="([^"]*)"', html)
    assert len(names) == len(set(names)) == 2
    html5lib.HTMLParser(strict=True).parseFragment(html)
    assert "<b>" not in html
    assert not re.search(r'\b(fill|stroke)="', html)
    looks = {name for names in re.findall(r'class="((?:node|edge) [^"]*)"', html) for name in names.split()}
    assert {"ww-added", "ww-removed", "ww-changed"} <= looks


def drawing(dot):
    return subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True).stdout


def test_a_report_of_nothing_read_is_no_report_of_nothing(desk):
    """Words of files that could not be read stand there alone."""
    desk.put("trees/boom.yml", "title: [\n")
    assert as_html(differences(desk)).count("<p>") == 1
