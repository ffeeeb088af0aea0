"""A language is a folder of words: a copy of it under another name is another language, without a line of code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import polib
import pytest

from helpers import ROOT

TITLE = "Een boze buur"
MARK = "¤"
"""Stands before every text of the invented language, so that a text that does not come from there shows."""


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """The kit with a language `xx` beside Dutch, and a project that speaks it."""
    home = tmp_path_factory.mktemp("kit")
    shutil.copytree(ROOT / "src/wegwijzer", home / "wegwijzer", ignore=shutil.ignore_patterns("__pycache__"))
    words = home / "wegwijzer/locale/xx"
    shutil.copytree(home / "wegwijzer/locale/nl", words)
    for file in words.glob("*.po"):
        catalogue = polib.pofile(str(file))
        for entry in catalogue:
            entry.msgstr = entry.msgstr if entry.msgid == "language.region" else MARK + entry.msgstr
        catalogue.save()
    project = home / "project"
    for name in ("trees", "data"):
        (project / name).mkdir(parents=True)
    (project / "wegwijzer.toml").write_text('language = "xx"\n', encoding="utf-8")
    return home


def run(kit, *arguments):
    """The command in a process of its own, in the project."""
    return subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=kit / "project",
        env={**os.environ, "PYTHONPATH": str(kit), "PYTHONUTF8": "1", "SOURCE_DATE": "2026-01-31"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_commands_and_messages_speak_it(kit):
    """Help, messages, advice and summary come from its folder; so does the tree that `new` makes."""
    assert f"{MARK}Maakt keuzehulpen" in run(kit, "--help").stdout
    assert 0 == run(kit, "new", "keuze").returncode
    (kit / "project/trees/fout.yml").write_text("title: A\nstart: weg\nstappen: x\n", encoding="utf-8")
    told = run(kit, "check", ".").stdout
    (kit / "project/trees/fout.yml").unlink()
    lines = [line for line in told.splitlines() if re.match(r"trees/|\s+→", line)]
    assert len(lines) > 2
    assert all(MARK in line for line in lines)
    assert told.splitlines()[-1].startswith(MARK)


def test_what_needs_measures_is_off_and_said_once(kit):
    """The rules for which the language has no words do not look, and the check says so in one line."""
    text = "Het bericht wordt ALTIJD gemeld!!"
    tree = kit / "project/trees/roep.yml"
    tree.write_text(f"title: A\nstart: a\nactions:\n  a: {{title: A, steps: ['{text}']}}\n", encoding="utf-8")
    done = run(kit, "check", "trees/roep.yml")
    tree.unlink()
    assert not re.search(r"W50[2-9]", done.stdout)
    assert 1 == done.stderr.count("\n")
    assert {"W502", "W503", "W504", "W505", "W506", "W507", "W508", "W509", "W510", "W513"} == set(
        re.findall(r"W\d+", done.stderr)
    )
    assert MARK in run(kit, "readability").stderr


def test_forms_speak_it(kit):
    """The text of a tree has no word of the kit from elsewhere."""
    run(kit, "new", "tekst", "--title", TITLE)
    text = run(kit, "text", "trees/tekst.yml").stdout
    assert TITLE in text
    for line in text.splitlines():
        if "Stap" in line or "ga naar" in line:
            assert MARK in line


def test_language_that_is_not_there_is_told(kit):
    """A code without a folder is an error with its place, and the languages that there are."""
    settings = kit / "project/wegwijzer.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text('# de taal\nlanguage = "yy"\n', encoding="utf-8")
    done = run(kit, "check", ".")
    settings.write_text(before, encoding="utf-8")
    assert 2 == done.returncode
    assert "wegwijzer.toml:2:12:" in done.stderr
    assert '"nl", "xx"' in done.stderr
