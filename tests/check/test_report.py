"""One list of problems, told to people, to programs and to GitHub."""

from __future__ import annotations

import json
import re

import pytest

from wegwijzer.check.report import REPORTS, as_github, as_json, as_text, summary
from wegwijzer.problems import Problem, nearest

WRONG = Problem("trees/a,b.yml", 7, 5, "W101", "error", "De stap ‘x’ bestaat niet", "Bedoelde je ‘y’?")
ODD = Problem("trees/b.yml", 1, 2, "W103", "warning", "100% vreemd\nen meer")


def test_text_report_has_one_line_a_problem_and_a_summary():
    """People see file, line and column as editors know them, the hint below, and how many of each kind."""
    assert (
        "trees/a,b.yml:7:5: fout W101 De stap ‘x’ bestaat niet\n"
        "    → Bedoelde je ‘y’?\n"
        "trees/b.yml:1:2: waarschuwing W103 100% vreemd\\nen meer\n"
        "3 bestanden nagekeken: 1 fout, 1 waarschuwing."
    ) == as_text([WRONG, ODD], 3)
    assert "3 bestanden nagekeken: alles klopt." == as_text([], 3)


def test_json_report_has_every_field():
    """Programs get every field of every problem."""
    assert [
        {
            "path": "trees/a,b.yml",
            "line": 7,
            "column": 5,
            "code": "W101",
            "level": "error",
            "message": "De stap ‘x’ bestaat niet",
            "hint": "Bedoelde je ‘y’?",
        },
    ] == json.loads(as_json([WRONG], 1))


def test_github_report_escapes_what_has_a_meaning_there():
    """GitHub gets an annotation a problem, with commas, percents and line ends escaped."""
    first, second, summary = as_github([WRONG, ODD], 2).splitlines()
    assert "::error file=trees/a%2Cb.yml,line=7,col=5,title=W101::De stap ‘x’ bestaat niet Bedoelde je ‘y’?" == first
    assert "::warning file=trees/b.yml,line=1,col=2,title=W103::100%25 vreemd%0Aen meer" == second
    assert "2 bestanden nagekeken, 2 meldingen." == summary


def test_problems_sort_by_place():
    """Problems compare by file, line and column first."""
    assert [WRONG, ODD] == sorted([ODD, WRONG])


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("luistern", ["luisteren", "danken"], "Bedoelde je ‘luisteren’?"),
        ("toon", ["toom", "tool", "boek"], "Bedoelde je ‘toom’ of ‘tool’?"),
        ("x", ["luisteren", "danken"], "Kies uit: luisteren, danken."),
        ("x", [f"stap-{i}" for i in range(9)], ""),
        ("x", [], ""),
    ],
)
def test_hint_names_what_was_probably_meant(name, known, expected):
    """A hint names the nearest names, or all when they are few, or nothing when that would not help."""
    assert expected == nearest(name, known)


def test_every_report_takes_every_list():
    """Each kind of report can tell of no problems at all."""
    assert all(isinstance(report([], 0), str) for report in REPORTS.values())


def test_text_report_shows_the_line_with_a_caret():
    """With the lines of the file, the line itself comes below, and a caret under the column."""
    problem = Problem("a.yml", 2, 7, "W101", "error", "Fout.")
    shown = as_text([problem], 1, lines=lambda _: ["start: x", "  to: \x1b]weg"]).splitlines()
    assert ["    2 |   to: �]weg", "      |       ^"] == shown[1:3]
    assert "Meer uitleg over een code: wegwijzer explain W101" == shown[-1]


def test_excerpt_of_a_long_line_is_cut_around_the_place():
    """A long line shows only what stands around the column; a line that does not exist shows nothing."""
    problem = Problem("a.yml", 1, 500, "W101", "error", "Fout.")
    line, caret = as_text([problem], 1, lines=lambda _: ["x" * 499 + "HIER" + "x" * 500]).splitlines()[1:3]
    assert len(line) < 120
    assert line.index("HIER") == caret.index("^")
    assert len(as_text([problem], 1, lines=lambda _: []).splitlines()) == 3


def test_colours_are_codes_around_the_same_words():
    """Without its colour codes the report is the same; levels do not differ by colour alone."""
    plain, painted = as_text([WRONG, ODD], 3), as_text([WRONG, ODD], 3, colour=True)
    assert "\x1b[" in painted
    assert plain == re.sub(r"\x1b\[[0-9;]*m", "", painted)


def test_summary_counts_one_and_many():
    """One file and one problem are singular."""
    assert "1 bestand nagekeken: 1 fout." == summary([WRONG], 1)
    assert "2 bestanden nagekeken: 2 fouten, 1 waarschuwing." == summary([WRONG, WRONG, ODD], 2)
