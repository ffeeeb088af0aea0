"""The command line: what it prints, where, and with which status it ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from helpers import FIXTURES, make_project
from wegwijzer.cli.main import OK, PROBLEMS, USAGE, main
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.locale import say


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project of valid trees to stand in."""
    root = make_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def run(capsys):
    """Run a command: its status, what it printed and what it complained about."""

    def command(*arguments):
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def broken(folder, name="foute-naam"):
    (folder / "trees" / f"{name}.yml").write_bytes((FIXTURES / "invalid" / f"{name}.yml").read_bytes())
    return folder


def test_check_of_a_right_project_says_so(folder, run):
    """A project without problems gives status 0 and one line."""
    files = len(list(folder.rglob("*.yml")))
    assert (OK, f"{files} bestanden nagekeken: alles klopt.\n", "") == run("check", ".")


def test_check_of_a_broken_tree_tells_where(folder, run):
    """Problems give status 1, with file, line and column as one can click on them."""
    status, said, _ = run("check", broken(folder) / "trees")
    assert PROBLEMS == status
    assert "trees/foute-naam.yml:3:8: fout W011" in said


def test_warnings_fail_only_when_strict(folder, run):
    """A warning is told; with --strict it also fails."""
    broken(folder, "merkteken-zonder-uitleg")
    assert (OK, PROBLEMS) == (run("check", ".")[0], run("check", "--strict", ".")[0])


def test_check_reports_as_json(folder, run):
    """With --format json a program can read the problems."""
    _, said, _ = run("check", "--format", "json", broken(folder))
    assert ["W011", "W011", "W011"] == [problem["code"] for problem in json.loads(said)]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ((), USAGE, "opdracht"),
        (("vlieg",), USAGE, "vlieg"),
        (("check",), USAGE, "PAD"),
        (("check", "nergens"), USAGE, "‘nergens’ bestaat niet"),
        (("check", "../leeg"), USAGE, "geen YAML-bestanden"),
        (("text", "../leeg"), USAGE, "geen leesbare boom"),
        (("text", "trees"), USAGE, "noem één boom"),
        (("dot", "trees/vuilnis.yml", "--chapter", "weg"), USAGE, "Kies uit: antwoord"),
        (("walk", "trees/vuilnis.yml", "--answers", "{geen json"), USAGE, "geen geldige JSON (teken 2)"),
        (("walk", "trees/vuilnis.yml", "--answers", '{"toon": "saai"}'), PROBLEMS, "geen antwoord"),
        (("walk", "trees/vuilnis.yml", "--answers", '["toon"]'), USAGE, "[stap, antwoord]"),
    ],
)
def test_wrong_use_is_explained(folder, run, arguments, status, words):
    """A command that cannot be carried out says why on the error stream, and prints nothing else."""
    (folder.parent / "leeg").mkdir()
    found, said, complaint = run(*arguments)
    assert (status, "") == (found, said)
    assert words in complaint


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "explain",
        "readability",
        "effort",
        "diff",
        "new",
        "walk",
        "text",
        "dot",
        "html",
        "stats",
        "compile",
        "schema",
    ],
)
def test_every_command_explains_itself(run, command):
    """Each command has a help text in Dutch."""
    status, said, _ = run(command, "--help")
    assert OK == status
    assert f"wegwijzer {command}" in said


def test_walk_shows_where_answers_lead(folder, run):
    """Given answers lead to an action, as text or as JSON with the whole path."""
    answers = '{"toon": "twijfel", "naam": "An", "klachten": ["zakken"]}'
    status, said, _ = run("walk", folder / "trees/vuilnis.yml", "--answers", answers)
    assert (OK, True) == (status, said.startswith("6. ACTIE: Overleg met je team [Vandaag]"))
    _, said, _ = run("walk", folder / "trees/vuilnis.yml", "--answers", answers, "--format", "json")
    assert {
        "node": "overleg",
        "kind": "action",
        "actions": ["overleg"],
        "path": [["toon", "twijfel"], ["naam", "An"], ["klachten", ["zakken"]]],
    } == json.loads(said)


def test_walk_says_why_when_asked(folder, run):
    """With --why a result is followed by the answers that decided it, and a walk that has no result yet is not."""
    file = folder / "trees/vuilnis.yml"
    _, said, _ = run("walk", file, "--answers", '{"toon": "vriendelijk", "naam": "An", "klachten": ["niets"]}', "--why")
    assert f"\n\n{say('why.answers')}\n   - Welke toon heeft het bericht?" in said
    assert say("why.answers") not in run("walk", file, "--answers", "{}", "--why")[1]


def test_walk_takes_local_choices(folder, run):
    """With --given a question that the municipality decided is passed."""
    options = ["--given", '{"keuzes.zicht": "verbergen"}', "--answers", '[["toon", "boos"]]', "--format", "json"]
    _, said, _ = run("walk", folder / "trees/vuilnis.yml", *options)
    assert json.loads(said)["node"] == "verberg"


def test_walk_asks_at_the_terminal(folder, run, monkeypatch):
    """Without answers the command asks question by question, and stops when the input ends."""
    monkeypatch.setattr("sys.stdin", io.StringIO("2\nAn\n"))
    status, said, _ = run("walk", folder / "trees/vuilnis.yml")
    assert OK == status
    assert ["1. Welke toon heeft het bericht?", "3. Hoe heet de schrijver?", "4. Waarover gaat het?"] == [
        line for line in said.splitlines() if line[:2] in ("1.", "3.", "4.")
    ][:3]


@pytest.mark.parametrize(
    ("command", "begins"),
    [
        ("text", "Iemand klaagt over het vuilnis\n==="),
        ("dot", 'digraph "vuilnis" {'),
        ("html", '<wegwijzer-wizard tree="vuilnis"'),
    ],
)
def test_tree_is_written_in_every_form(folder, run, command, begins):
    """The commands text, dot and html write that form of one tree."""
    status, said, _ = run(command, folder / "trees/vuilnis.yml")
    assert (OK, True, "\n") == (status, said.startswith(begins), said[-1])


def test_diagram_of_a_chapter(folder, run):
    """With --chapter only that part of the tree is drawn."""
    _, said, _ = run("dot", folder / "trees/vuilnis.yml", "--chapter", "antwoord")
    assert '"naam" [' in said
    assert '"toon" [' not in said


def test_stats_of_a_folder(folder, run):
    """The figures of all trees, a line each, or as JSON."""
    status, said, _ = run("stats", folder)
    assert OK == status
    assert (
        "vuilnis: 4 vragen, 9 antwoorden, 2 routes, 3 acties, 11 situaties, 20 wandelingen; onbereikbaar: "
        "0 vragen, 0 antwoorden, 0 routes, 0 acties"
    ) in said
    assert "opnieuw: 1 vragen, 3 antwoorden, 2 routes, 3 acties, 5 situaties, eindeloos veel wandelingen" in said
    assert json.loads(run("stats", folder, "--format", "json")[1])["opnieuw"]["walks"] is None


def test_compile_writes_each_tree_for_the_browser(folder, run):
    """Every tree becomes one JSON file; a project with faults writes nothing."""
    assert run("compile", folder, "--output", folder / "uit")[0] == OK
    trees, written = (folder / "trees").glob("*.yml"), (folder / "uit").glob("*.json")
    assert {file.stem for file in trees} == {file.stem for file in written}
    status, said, complaint = run("compile", broken(folder), "--output", folder / "niets")
    assert (PROBLEMS, "", True) == (status, said, "W011" in complaint)
    assert not (folder / "niets").exists()


def test_schema_writes_the_files_for_editors(folder, run):
    """The schemas are written one a kind of file."""
    assert run("schema", "--output", folder / "schema")[0] == OK
    assert {"tree", "frame", "local", *DATA_FILES} == {
        file.name.removesuffix(".schema.json") for file in (folder / "schema").iterdir()
    }


def test_command_runs_as_a_module(folder):
    """`python -m wegwijzer.cli` ends with the status of the command."""
    command = [sys.executable, "-m", "wegwijzer.cli", "check", "nergens"]
    ended = subprocess.run(command, check=False, capture_output=True, cwd=folder, text=True)
    assert (USAGE, "") == (ended.returncode, ended.stdout)


@pytest.mark.parametrize(
    "options",
    [
        ("--answers", "5"),
        ("--answers", '{"toon": 3}'),
        ("--answers", "{}", "--given", "5"),
        ("--answers", '{"toon": "boos"}', "--given", '{"keuzes.zicht": 3}'),
    ],
)
def test_json_of_another_shape_is_explained(folder, run, options):
    """JSON that holds no answers ends in words, not in a Python error."""
    status, said, complaint = run("walk", folder / "trees/vuilnis.yml", *options)
    assert status in (PROBLEMS, USAGE)
    assert (said, complaint.startswith("wegwijzer:")) == ("", True)


def test_explain_prints_the_page_of_a_code(run):
    """A code of reading or of a rule is explained; without a code all are listed."""
    status, said, _ = run("explain", "w003")
    assert (OK, True) == (status, said.startswith("W003: "))
    assert "Goed:" in run("explain", "W101")[1]
    assert {"W001", "W101", "W501"} <= {line.split()[0] for line in run("explain")[1].splitlines()}
    assert (USAGE, "") == run("explain", "W999")[:2]


def test_readability_measures_every_file(folder, run):
    """Each file is a line with its words, the length of its sentences and Flesch-Douma; or JSON."""
    status, said, _ = run("readability", folder)
    assert OK == status
    assert len(list(folder.rglob("*.yml"))) + 1 == len(said.splitlines())
    figures = json.loads(run("readability", "--format", "json", "trees/vuilnis.yml")[1])["trees/vuilnis.yml"]
    assert figures["words"] > 100
    assert figures["ease"] > 60
    assert not figures["hard"]


def test_effort_measures_every_tree_with_cases(folder, run):
    """Each tree is a table with its heaviest cases; `--all` adds a line for each case; or JSON. Limits stand beside."""
    status, said, _ = run("effort", "trees/vuilnis.yml")
    assert (OK, 9) == (status, len(said.splitlines()))
    assert "vuilnis: 2 voorbeelden" in said
    (folder / "wegwijzer.toml").write_text("[effort.vuilnis]\ntaps = {worst = 2}\n", encoding="utf-8")
    assert "(hoogstens 2)" in run("effort", "trees")[1]
    assert 9 + 1 + 2 == len(run("effort", "--all", "trees/vuilnis.yml")[1].splitlines())
    told = json.loads(run("effort", "--format", "json", "--all", folder)[1])["vuilnis"]
    assert (2, "taps", 2) == (told["cases"], told["passed"][0][0], len(told["each"]))
    assert told["figures"]["taps"]["worst"] == max(each["taps"] for each in told["each"])


@pytest.mark.usefixtures("folder")
def test_effort_of_trees_without_cases_says_so(run):
    """There is nothing to measure, so the command says that and ends as one that is used wrongly."""
    assert (USAGE, "") == run("effort", "trees/waarden.yml")[:2]


def test_check_shows_the_line_and_no_colour_in_a_pipe(folder, run, monkeypatch):
    """The line with a caret is shown; colours only at a terminal, and never with NO_COLOR."""
    _, said, _ = run("check", broken(folder))
    assert "| start: " in said
    assert "\x1b[" not in said
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;31m" in run("check", broken(folder))[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", broken(folder))[1]


def test_check_may_leave_out_advice(folder, run):
    """With --level only what is at least as serious is shown; the status stays the same."""
    broken(folder, "twee-vragen-in-een")
    assert "W510" in run("check", ".")[1]
    assert "alles klopt" in run("check", "--level", "warning", ".")[1]


def test_day_of_a_check_can_be_set(folder, run, monkeypatch):
    """SOURCE_DATE says which day it is, so that a run can be repeated; what is no date is refused."""
    broken(folder, "voorbije-datum")
    monkeypatch.setenv("SOURCE_DATE", "2026-01-30")
    assert "W303" not in run("check", ".")[1]
    monkeypatch.setenv("SOURCE_DATE", "2026-01-31")
    assert "W303" in run("check", ".")[1]
    monkeypatch.setenv("SOURCE_DATE", "morgen")
    assert (USAGE, "") == run("check", ".")[:2]


@pytest.mark.parametrize("given", ["acht", "99999", "", "8000 "])
def test_a_port_that_cannot_be_is_said_before_anything_is_built(given, run, monkeypatch):
    """As an option, and in the environment as `make serve PORT=…` gives it; an empty one there is none."""
    status, said, complaint = run("serve", "--port", given)
    assert (status, said) == (USAGE, "")
    assert f"‘{given}’ is geen poort" in complaint
    if given:
        monkeypatch.setenv("PORT", given)
        assert f"‘{given}’ is geen poort" in run("serve")[2]
