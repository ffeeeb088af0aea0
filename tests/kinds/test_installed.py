"""Extensions of somebody else: real distributions, built into wheels and installed with pip beside the kit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from helpers import ROOT, mostly_slow, speaking
from installed import ROOMS, command, distribution, install
from wegwijzer.locale import say
from wegwijzer.testing import write

TREE = """title: MELD HET NU
start: melden
actions:
  melden:
    title: Meld het
    rooms: [blauw, rood]
    steps: [Bel het onthaal.]
"""
ROOMS_FILE = "rooms:\n  blauw: {name: Blauwe zaal}\n"
WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "take.%s"\nmsgstr "x"\n'
RULE = """from wegwijzer.check.rules.rule import Rule
RULE = Rule(module=__name__, code="%s", level="error", requires=%r)
"""
FORMAT = """from wegwijzer.formats import Format
FORMATS = (Format("%s", "%s", "final"),)
"""
KIND = """from dataclasses import dataclass
from wegwijzer.kinds.kind import Kind
@dataclass(frozen=True)
class Thing:
    pass
KINDS = (Kind(name="%s", record=Thing, folder="%s"),)
"""
SPOKEN = {f"locale/{code}/interface.po": WORDS for code in ("nl", "en")}


def speaks(word):
    return {path: text % word for path, text in SPOKEN.items()}


STOPS = {
    "stuk": ({"kinds.py": "\n\nimport bestaat_niet_echt\n"}, "stuk/kinds.py:3: ModuleNotFoundError: No module named"),
    "scheef": ({"formats.py": "FORMATS = (\n"}, "scheef/formats.py:1: SyntaxError: '(' was never closed"),
    "weg": ({"kinds.py": "raise SystemExit('nee\\nnooit')\n"}, "weg/kinds.py:1: SystemExit: nee"),
    "soort": ({"kinds.py": KIND % ("contacts", "data")}, "‘contacts’"),
    "map": ({"kinds.py": KIND % ("dingen", "trees")}, "‘trees’"),
    "formaat": ({"formats.py": FORMAT % ("docx", "x:y"), **speaks("docx")}, "‘docx’"),
    "stom": ({"formats.py": FORMAT % ("stil", "x:y"), **speaks("luid")}, "‘take.stil’"),
    "maker": ({"formats.py": FORMAT % ("af", "x:weg"), "x.py": "", **speaks("af")}, "‘x:weg’"),
}
"""Packages with something wrong that stops every command, and what the one line says of it."""
TOLD = {
    "code": ({"rules/__init__.py": "", "rules/dubbel.py": RULE % ("W101", ())}, "‘W101’"),
    "vorm": ({"rules/__init__.py": "", "rules/vreemd.py": RULE % ("X1", ())}, "‘X1’"),
    "nodig": ({"rules/__init__.py": "", "rules/leunt.py": RULE % ("W181", ("nergens",))}, "‘nergens’"),
    "regel": ({"rules/__init__.py": "", "rules/breekt.py": "1 / 0\n"}, "regel/rules/breekt.py:1: ZeroDivisionError"),
}
"""Packages whose rules cannot count: the checker says so, with all that it finds."""


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """Everything installed at once: the real one, and those with something wrong."""
    folder = tmp_path_factory.mktemp("elders")
    wrong = [distribution(folder, name, files) for name, (files, _) in {**STOPS, **TOLD}.items()]
    twice = [distribution(folder, name, {}, entry="dubbel") for name in ("eerste", "tweede")]
    other = distribution(folder, "andere", {"rules/__init__.py": "", "rules/ander.py": RULE % ("W580", ())})
    return install(folder, ROOMS, *wrong, *twice, other)


def project(folder, *names, language="nl", **files):
    """A project that names these extensions on the third line of its settings."""
    listed = ", ".join(f'"{name}"' for name in names)
    settings = f'language = "{language}"\n\nextensions = [{listed}]\n'
    return write(folder, {"wegwijzer.toml": settings, "trees/boom.yml": TREE, "data/rooms.yml": ROOMS_FILE, **files})


@pytest.mark.parametrize(
    ("language", "shouts", "missing"),
    [
        ("nl", "waarschuwing W580 ‘MELD HET NU’ staat in hoofdletters", "De zaal ‘rood’ staat niet in"),
        ("en", "warning W580 ‘MELD HET NU’ is written in capitals", "The room ‘rood’ is not in"),
    ],
)
def test_everything_of_an_installed_package_counts(tmp_path, target, language, shouts, missing):
    """By the name of its entry point: its kind is read and referred to, its rule runs, its page is explained."""
    where = project(tmp_path, "rooms", language=language)
    told = command(where, target, "check", ".")
    assert f"trees/boom.yml:1:8: {shouts}" in told.stdout
    assert (language == "nl") == (
        "W506" in told.stdout
    )  # a rule of the kit with the same name, which finds this in Dutch
    assert missing in told.stdout
    assert "Traceback" not in told.stderr
    explained = {"nl": "Een titel staat in hoofdletters", "en": "A title is written in capitals"}[language]
    assert f"W580: {explained}" in command(where, target, "explain", "W580").stdout
    assert 0 == command(where, target, "schema", "--output", "uit").returncode
    assert (where / "uit/rooms.schema.json").is_file()


def test_a_project_sets_the_rule_of_a_package(tmp_path, target):
    """Its level and its bounds, as for any rule."""
    for setting, code in (('level = "error"', 1), ('level = "off"', 0), ("most = 40", 0)):
        where = project(tmp_path, "rooms")
        settings = where / "wegwijzer.toml"
        settings.write_text(settings.read_text(encoding="utf-8") + f"[rules.W580]\n{setting}\n", encoding="utf-8")
        told = command(where, target, "check", ".", "--format", "json").stdout
        assert code == told.count('"W580"'), setting
        assert '"W016"' not in told


@pytest.mark.parametrize("language", mostly_slow(["nl", "en"], quick=["nl"]))
@pytest.mark.parametrize("name", [*STOPS, "nergens-geinstalleerd", "dubbel"])
def test_package_that_cannot_be_used_is_told_in_one_line(tmp_path, target, name, language):
    """With the place of `extensions`, what is wrong, and no traceback."""
    told = command(project(tmp_path, name, language=language), target, "check", ".")
    assert (2, "") == (told.returncode, told.stdout)
    assert 1 == told.stderr.count("\n")
    assert told.stderr.startswith("wegwijzer: wegwijzer.toml:3:14: ")
    assert f"‘{name}’" in told.stderr
    assert STOPS.get(name, ({}, ""))[1] in told.stderr
    with speaking(language):
        keys = {"dubbel": "two_packages", "nergens-geinstalleerd": "no_package", "stuk": "broken_package"}
        if name in keys:
            begin = say(f"settings.{keys[name]}", name=name, packages="", place="", error="")
            assert re.split(r"[‘’:.]", begin)[0] in told.stderr


@pytest.mark.parametrize("language", mostly_slow(["nl", "en"], quick=["en"]))
@pytest.mark.parametrize("name", TOLD)
def test_rules_that_cannot_count_are_told_with_all_the_rest(tmp_path, target, name, language):
    """One problem at `extensions`; every other rule still looks, and a setting of such a rule is no second problem."""
    where = project(tmp_path, "rooms", name, language=language)
    with (where / "wegwijzer.toml").open("a", encoding="utf-8") as settings:
        settings.write("[rules.W189]\n")
    told = command(where, target, "check", ".")
    assert 1 == told.returncode
    assert "Traceback" not in told.stderr
    assert 1 == told.stdout.count("wegwijzer.toml:")
    (line,) = [line for line in told.stdout.splitlines() if line.startswith("wegwijzer.toml:")]
    assert line.startswith("wegwijzer.toml:3:14: ")
    assert f"‘{name}’" in line
    assert TOLD[name][1] in line
    assert "trees/boom.yml:1:8" in told.stdout


def test_two_packages_with_one_code(tmp_path, target):
    """The second one does not count, and the message names the first."""
    told = command(project(tmp_path, "rooms", "andere"), target, "check", ".").stdout
    assert "Het pakket ‘andere’ heeft een regel ‘W580’, en die code is al van ‘rooms_kit’" in told
    assert "hoofdletters" in told


def blocks(page, kind):
    """The blocks of code of one kind on a page for developers."""
    text = (ROOT / "docs/dev" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def said_by_pytest(folder, target, test):
    """What pytest says of a test in a process of its own, which has what is installed in `target` beside the kit."""
    (folder / "test_own.py").write_text(test, encoding="utf-8")
    paths = os.pathsep.join((str(ROOT / "src"), str(target)))
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "test_own.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_package_of_the_page_on_formats_works(tmp_path):
    """What the page shows is a whole distribution, and the test that it shows passes; with another maker it fails."""
    maker, _, entry, test = blocks("add-a-format.md", "python")
    (words,) = blocks("add-a-format.md", "text")
    (about,) = blocks("add-a-format.md", "toml")
    files = {"dashes.py": maker, "formats.py": entry, "locale/nl/interface.po": words}
    for name, change in (("goed", ("", "")), ("fout", ("'-' *", "'=' *"))):
        folder = tmp_path / name
        source = distribution(folder, "dashes_kit", {**files, "dashes.py": maker.replace(*change)})
        (source / "pyproject.toml").write_text(about, encoding="utf-8")
        told = said_by_pytest(folder, install(folder, source), test)
        assert ("1 passed" if name == "goed" else "1 failed") in told, told


def test_package_of_the_page_on_rules_is_tested(tmp_path, target):
    """The test that the page shows passes; with a page that is not right, it says which, and a bad package is refused."""
    test = blocks("add-a-rule.md", "python")[-1]
    assert "1 passed" in said_by_pytest(tmp_path, target, test)
    source = tmp_path / "bron"
    shutil.copytree(ROOMS, source)
    page = source / "rooms_kit/locale/en/rules/W580.md"
    page.write_text(page.read_text(encoding="utf-8").replace("REPORT IT NOW", "Report it soon"), encoding="utf-8")
    told = said_by_pytest(tmp_path, install(tmp_path, source), test)
    assert "en, W580: wrong example 1 gives nothing" in told
    assert "nl, W580" not in told
