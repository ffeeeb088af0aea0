"""A project names the packages that it adds to the kit, in wegwijzer.toml; the kit itself has none."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys

import pytest

from helpers import ROOT
from municipal.kinds import KINDS as OF_SITE
from wegwijzer.check.rules import rules
from wegwijzer.cli.main import main
from wegwijzer.cli.usage import USAGE
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.own import OWN as KINDS_OF_KIT

OTHER = """
from dataclasses import dataclass
from typing import NewType
from wegwijzer.kinds.kind import Kind, Register
from wegwijzer.model import doc

BellId = NewType("BellId", str)

@dataclass(frozen=True, kw_only=True)
class Bell:
    name: str = doc(required=True)

BELLS = Register(
    key="bells", record=Bell, called="name", id=BellId, thing="bell",
    address="bellen/{0}/", in_actions="bells",
)
KINDS = (
    Kind(
        name="bell", record=Bell, folder="bells", registers=(BELLS,), records=(Bell,), page="bellen/{0}/",
    ),
)
"""
WORDS = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "record.Bell"
msgstr "Een bel"

msgid "field.Bell.name"
msgstr "Hoe de bel heet."

msgid "register.bells.word"
msgstr "De bel"

msgid "register.bells.noun"
msgstr "bel"

msgid "register.bells.in_actions"
msgstr "De bellen die erbij horen."

msgid "register.bells.heading"
msgstr "Luister"
"""
TREE = """
title: Lui je de bel?
start: luiden
actions:
  luiden:
    title: Lui de bel
    bells: [oud, nieuw]
    steps: [Trek aan het touw.]
"""


def run(folder, *arguments):
    """The command in a process of its own, which knows no project yet."""
    return subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(folder))), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def bells(folder):
    """A project with a package that adds bells, and one bell."""
    (folder / "klokken").mkdir()
    (folder / "klokken/__init__.py").write_text("", encoding="utf-8")
    (folder / "klokken/kinds.py").write_text(OTHER, encoding="utf-8")
    words = folder / "klokken/locale/nl/messages.po"
    words.parent.mkdir(parents=True)
    words.write_text(WORDS, encoding="utf-8")
    (folder / "wegwijzer.toml").write_text('extensions = ["klokken"]\n', encoding="utf-8")
    (folder / "bells").mkdir()
    (folder / "bells/oud.yml").write_text("name: Oude bel\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    for name in ("trees", "data"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_kit_alone_knows_nothing_of_this_site(folder):
    """Without the file a project has the kinds of the kit and no others."""
    (folder / "data/glossary.yml").write_text("terms: {}\n", encoding="utf-8")
    assert "W013" in run(folder, "check", ".").stdout
    assert 0 == run(folder, "schema", "--output", "uit").returncode
    assert {f"{kind.name}.schema.json" for kind in KINDS_OF_KIT if kind.name != "page"} == {
        file.name for file in (folder / "uit").iterdir()
    }


def test_package_that_a_project_names_counts(bells):
    """A package with one kind and no rules: its files are read and its schema is written."""
    (bells / "bells/oud.yml").write_text("naam: Oude bel\n", encoding="utf-8")
    told = run(bells, "check", ".").stdout
    assert "bells/oud.yml:1:1" in told
    assert "‘name: …’" in told
    assert 0 == run(bells, "schema", "--output", "uit").returncode
    assert (bells / "uit/bell.schema.json").is_file()


def test_actions_name_what_a_kind_lets_them_name(bells):
    """The key that a kind adds to actions is read, looked up with its line, compiled, and completed by an editor."""
    (bells / "trees/luiden.yml").write_text(TREE, encoding="utf-8")
    told = run(bells, "check", ".").stdout
    assert "trees/luiden.yml:7:18" in told
    assert "De bel ‘nieuw’ staat niet in bells/" in told
    assert "‘oud’" not in told
    (bells / "bells/nieuw.yml").write_text("name: Nieuwe bel\n", encoding="utf-8")
    assert 0 == run(bells, "compile", "trees", "--output", "uit").returncode
    made = json.loads((bells / "uit/luiden.json").read_text(encoding="utf-8"))
    assert {"bells": ["oud", "nieuw"]} == made["tree"]["actions"]["luiden"]["related"]
    assert "Luister: Oude bel, Nieuwe bel" in (bells / "uit/luiden.txt").read_text(encoding="utf-8-sig")
    assert 0 == run(bells, "schema", "--output", "uit").returncode
    schema = json.loads((bells / "uit/tree.schema.json").read_text(encoding="utf-8"))
    assert "De bellen die erbij horen." == schema["$defs"]["Action"]["properties"]["bells"]["description"]
    (bells / "wegwijzer.toml").unlink()
    assert "De sleutel ‘bells’ bestaat niet" in run(bells, "check", ".").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('extensions = ["bestaat-niet"]', "is niet geïnstalleerd"),
        ('extensions = ["bestaat_niet"]', "is niet geïnstalleerd"),
        ('extensions = "municipal"', "geen lijst van namen"),
        ("extensions = [", "niet te lezen"),
    ],
)
def test_settings_that_cannot_be_followed_are_told(folder, capsys, text, said):
    """One line that says what is wrong, and no traceback."""
    (folder / "wegwijzer.toml").write_text(text, encoding="utf-8")
    assert USAGE == main(["check", str(folder)])
    error = capsys.readouterr().err
    assert said in error
    assert 1 == error.count("\n")


def test_this_site_has_kinds_and_rules_of_its_own():
    """What wegwijzer.toml names is in use here."""
    assert all(KINDS.by_record[kind.record] is kind for kind in OF_SITE)
    assert {"wegwijzer", "municipal"} == {rule.module.partition(".")[0] for rule in rules()}


OF_THIS_SITE = re.compile(
    r"(?<![a-z0-9])(?:(?:counter)?frames?|vlaams\w*|vlaanderen|flemish|flanders|municipal|glossary|terms|organisations?|"
    r"practices?|contradictions?|exercises?|three[-_]?r|meetings?|1[01][12])(?![a-z0-9])",
    re.IGNORECASE,
)
ALLOWED = {
    "112": "a width of letters, in render/letters.py",
    "tb_frame": "Python's own word for what ran, in kinds/extensions.py",
}
"""What the code of the kit still says of this site, and why. Take out what is no longer there."""
DRAWING = ("slides", "publish", "draw", "supplies")
"""Rooms where a frame is a box on a slide or a window in a page."""


def said(file):
    """The names in a module, and the texts in it that are no running words: keys, addresses, ids."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | int):
            yield from [str(node.value)] if " " not in str(node.value).strip() else []
        for field in ("id", "attr", "arg", "name"):
            if isinstance(found := getattr(node, field, None), str):
                yield found


def test_code_of_the_kit_says_nothing_of_this_site():
    """No name, key or address of the kit is about Flanders, its numbers, or this site's own kinds of content."""
    files = [file for file in (ROOT / "src/wegwijzer").rglob("*.py") if not {"locale", *DRAWING} & {*file.parts}]
    words = [(word, file.stem) for file in files for word in [*said(file), file.stem]]
    found = {word for word, _ in words if OF_THIS_SITE.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", word))}
    assert set(ALLOWED) == found
