"""The command that gives something another name: it changes every file that names it, and those alone."""

from __future__ import annotations

import pytest

from wegwijzer.cli.main import main

TREE = """\
title: Boom  # een opmerking
start: begin
questions:
  begin:
    text: Kies?
    answers:
      ja: {text: Ja, to: klaar}
      nee:
        text: Nee
        to: [{when: {any: [begin.ja]}, to: begin}, {to: klaar}]
actions:
  klaar: {title: Klaar}
"""
PAGE = '# Bladzijde\r\n\r\n{{ boom("boom/begin") }}\r\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, text in {
        "trees/boom.yml": TREE,
        "data/steps.yml": "steps:\n  begin: {text: Begin}\n",
        "docs/bladzijde.md": PAGE,
    }.items():
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder):
    return {
        place.relative_to(folder).as_posix(): place.read_bytes().decode()
        for place in folder.rglob("*")
        if place.is_file()
    }


def test_a_step_is_called_by_its_new_name(folder, capsys):
    assert main(["rename", "trees/boom.yml", "begin", "eerst"]) == 0
    assert (
        capsys.readouterr().out
        == "docs/bladzijde.md: 1 keer aangepast\nmoved.yml: 1 keer aangepast\ntrees/boom.yml: 4 keer aangepast\n"
    )
    assert written(folder) == {
        "trees/boom.yml": TREE.replace("begin", "eerst"),
        "data/steps.yml": "steps:\n  begin: {text: Begin}\n",
        "docs/bladzijde.md": PAGE.replace("begin", "eerst"),
        "moved.yml": 'keuzehulp/boom/#boom-begin: "#boom-eerst"\n',
    }


def test_an_answer_is_named_as_in_a_condition(folder):
    before = written(folder)
    assert main(["rename", "trees/boom.yml", "begin.ja", "zeker"]) == 0
    assert written(folder) == before | {
        "trees/boom.yml": TREE.replace("ja:", "zeker:").replace("begin.ja", "begin.zeker")
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["trees/boom.yml", "weg", "x"], "heet niets ‘weg’"),
        (["trees/boom.yml", "begin", "klaar"], "‘klaar’ bestaat hier al"),
        (["trees/boom.yml", "begin", "Twee Woorden"], "geen geldige naam"),
        (["trees/weg.yml", "begin", "x"], "bestaat niet"),
        (["trees", "begin", "x"], "bestaat niet"),
    ],
)
def test_what_cannot_be_changes_nothing(folder, capsys, given, said):
    before = written(folder)
    assert main(["rename", *given]) == 2
    assert said in capsys.readouterr().err
    assert written(folder) == before
