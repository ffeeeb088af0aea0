"""The text of a tree from the command line, and what changes in it under other choices."""

from __future__ import annotations

import zipfile

import pytest

from helpers import ROOT
from wegwijzer.cli.main import main
from wegwijzer.cli.usage import OK, PROBLEMS, USAGE

PLACES = ROOT / "examples/gemeenten"
TWO = """
title: Twee
start: wat
questions: {wat: {text: 'Wat wil je?', answers: {kort: {text: Kort, to: brief}, gewoon: {text: Gewoon, to: nota}}}}
actions:
  brief: {title: Schrijf een brief, document: [Onze brief.]}
  nota: {title: Schrijf een nota, document: [Onze nota.]}
"""
TREE = str(ROOT / "trees/visie.yml")


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE", "2026-12-01")


def local(name):
    return str(PLACES / name / "local.yml")


def test_text_has_the_choices_of_a_municipality(capsys, tmp_path):
    """On the screen as Markdown, and in a file for Word."""
    assert main(["document", TREE, "--local", local("modeldorp")]) == OK
    shown = capsys.readouterr().out
    assert shown.startswith("Modeldorp\n\n# Onze visie")
    assert "Vrijheid." in shown
    assert shown.rstrip().endswith("van 1 december 2026")
    file = tmp_path / "visie.docx"
    assert main(["document", TREE, "--local", local("modeldorp"), "--output", str(file)]) == OK
    assert "Versie" in capsys.readouterr().out
    with zipfile.ZipFile(file) as archive:
        assert "Vrijheid." in archive.read("word/document.xml").decode()
        assert "Modeldorp" in archive.read("word/header1.xml").decode()


def test_more_than_one_text_is_to_be_chosen_from(capsys, tmp_path):
    """A tree with two texts names them; one without says so; a file ends in what it is."""
    two, none = tmp_path / "twee.yml", tmp_path / "geen.yml"
    two.write_text(TWO, encoding="utf-8")
    none.write_text("title: Geen\nstart: doe\nactions: {doe: {title: Doe iets, steps: [Bel.]}}\n", encoding="utf-8")
    assert main(["document", str(two)]) == USAGE
    assert "De teksten: brief, nota" in capsys.readouterr().err
    assert main(["document", str(two), "--step", "nota"]) == OK
    assert "Onze nota." in capsys.readouterr().out
    assert main(["document", str(two), "--answers", '{"wat": "kort"}']) == OK
    assert "Onze brief." in capsys.readouterr().out
    assert main(["document", str(two), "--step", "bestaat-niet"]) == USAGE
    assert main(["document", str(two), "--answers", '{"wat": "lang"}']) == PROBLEMS
    assert main(["document", str(two), "--step", "nota", "--checklist"]) == OK
    assert capsys.readouterr().out.startswith("# Voor je publiceert")
    assert main(["document", str(none)]) == USAGE
    assert "eindigt niet in een tekst" in capsys.readouterr().err
    assert main(["document", str(two), "--step", "nota", "--output", "nota.pdf"]) == USAGE
    assert ".docx" in capsys.readouterr().err


@pytest.mark.slow
def test_diff_of_own_choices_tells_what_changes(capsys, tmp_path):
    """One choice changes: the choice, the clauses and the tasks that rest on it, and nothing else."""
    old = (PLACES / "fictiegem/local.yml").read_text(encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes((PLACES / "fictiegem/logo.svg").read_bytes())
    new = tmp_path / "local.yml"
    new.write_text(old.replace('answer: "24"', 'answer: "48"'), encoding="utf-8")
    assert main(["diff", local("fictiegem"), str(new)]) == OK
    told = capsys.readouterr().out
    assert (
        "Binnen hoeveel uur antwoorden jullie? (‘beleid.antwoordtermijn’)\n      was: ‘24’\n      is nu: ‘48’" in told
    )
    assert "Onder ‘Wanneer antwoorden we?’:" in told
    assert "Campagneplan" not in told
    changed = [line for line in told.splitlines() if line.strip().startswith(("was:", "is nu:"))]
    assert all("24" in line or "48" in line for line in changed)
    new.write_text(old.replace('answer: "24"', "answer: veel"), encoding="utf-8")
    assert main(["diff", local("fictiegem"), str(new)]) == PROBLEMS
    assert "W6" in capsys.readouterr().err
