"""The reference for makers is made from the code: every command, setting, macro and option is there, and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from helpers import ROOT
from wegwijzer.check.settings import KEYS
from wegwijzer.cli.main import COMMANDS, ORDER
from wegwijzer.kinds import statement
from wegwijzer.kinds.settings import SITE_KEYS
from wegwijzer.render.bare import LOOK

PROJECTS = {"nl": ROOT, "en": ROOT / "examples/ssvc"}
"""A project in each language; the Dutch one has an extension."""
MADE = """
import json
from wegwijzer.cli.main import ORDER, parser
from wegwijzer.kinds import KINDS
from wegwijzer.mkdocs import MARKDOWN, register
class Generator:
    names = set()
    def macro(self, function, name):
        self.names.add(name)
generator = Generator()
register(generator)
pages = {name: MARKDOWN[name]() for name in ("commands", "settings", "macro_list", "embed_options")}
kinds = [*KINDS.macros, *KINDS.blocks]
print(json.dumps({**pages, "registered": sorted(generator.names), "checked": sorted(kinds), "whole": parser().format_help()}))
"""
"""The reference of the project in which one stands, in a process of its own: its language and extensions stay there."""
TEXT = re.compile(r"^\| (.+?) \| (.+) \|$", re.MULTILINE)


def run(code, *arguments):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECTS[code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module", params=sorted(PROJECTS))
def made(request):
    """The reference in one language."""
    return {"code": request.param, **json.loads(run(request.param, "-c", MADE))}


def sections(markdown):
    """Heading → what stands below it."""
    return dict(re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", markdown, re.MULTILINE | re.DOTALL))


def first_cells(markdown):
    """What stands in the first column of each row, without the head."""
    return [row[0] for row in TEXT.findall(markdown) if row[0].startswith("`")]


def test_every_command_is_there_with_every_option(made):
    """Each has a section, in the order of the help, with the options that its own help names."""
    found = sections(made["commands"])
    assert sorted(COMMANDS) == sorted(ORDER)
    assert [f"wegwijzer {name}" for name in ORDER] == list(found)
    listed = re.findall(r"^ {4}(\w+)(?: |$)", made["whole"], re.MULTILINE)
    assert list(ORDER) == listed
    for name in ORDER:
        told = run(made["code"], "-m", "wegwijzer.cli", name, "--help") if name in {"check", "slides"} else None
        section = found[f"wegwijzer {name}"]
        options = re.findall(r"--[a-z]+", section.partition("```text")[2].partition("```")[0])
        assert sorted(options) == sorted(cell.strip("`") for cell in first_cells(section) if "--" in cell)
        if told:
            assert set(re.findall(r"--[a-z]+", told)) - {"--help"} == set(options)


def test_every_setting_is_there(made):
    """Each key of the file stands under its block, and its own example beside it."""
    found = list(sections(made["settings"]).items())
    assert [
        "`[site]`",
        "`[colours]`",
        "`[accessibility]`",
        "`[accessibility.exceptions]`",
        "`[rules]`",
        "`[effort]`",
    ] == [heading for heading, _ in found[1:]]
    there = {
        (heading.strip("`[]") if number else "", cell.strip("`"))
        for number, (heading, text) in enumerate(found[:-1])
        for cell in first_cells(text)
    }
    blocks = {block for block, _ in SITE_KEYS} | {"rules", "effort"}
    exceptions = {("accessibility.exceptions", key) for key in statement.KEYS}
    assert there == {*SITE_KEYS, *exceptions, *(("", key) for key in KEYS if key not in blocks)}
    for _, key in SITE_KEYS:
        assert f"`{key} = " in made["settings"]


def test_every_macro_is_there_and_no_other(made):
    """The list has the macros that a generator gets, and so has the checker; each with what it shows."""
    rows = TEXT.findall(made["macro_list"])[2:]
    names = [name for cell, _ in rows for name in re.findall(r"`(?:\{\{ )?(\w+)", cell)]
    assert sorted(names) == made["registered"]
    assert sorted(set(made["checked"])) == made["registered"]
    assert all(len(text) > 9 for _, text in rows)
    assert ("frame_kaart" in names) == (made["code"] == "nl")


def test_arguments_of_a_macro_are_those_of_its_function(made):
    """One that is needed, any number of them, and one that may be left out."""
    tree, entry, text = {"nl": ("boom", "ingang", "tekst"), "en": ("tree", "entry", "text")}[made["code"]]
    name = {"nl": "naam", "en": "name"}[made["code"]]
    assert f'`{{{{ wizard("{tree}"[, entry="{entry}"]) }}}}`' in made["macro_list"]
    assert f'`{{{{ wizards(["{tree}", …]) }}}}`' in made["macro_list"]
    assert f'`{{{{ boom("{name}"[, "{text}"]) }}}}`' in made["macro_list"]


def test_every_option_of_an_embedded_wizard_is_there(made):
    """What the script of such a page looks at is what the reference names."""
    script = (ROOT / "src/wegwijzer/assets/embed-look.js").read_text(encoding="utf-8")
    assert set(re.findall(r'asked\.get\("(\w+)"\)', script)) == set(LOOK)
    assert set(re.findall(r'[!=]== "(\w+)"', script)) == {value for values in LOOK.values() for value in values}
    cells = first_cells(made["embed_options"])
    assert [*LOOK] == [re.findall(r"\w+", cell)[0] for cell in cells[:-1]]
    assert 1 == cells[-1].count(".")


def test_no_row_breaks_its_table(made):
    """No cell holds a sign that ends it."""
    for name in ("commands", "settings", "macro_list", "embed_options"):
        rows = [line for line in made[name].splitlines() if line.startswith("|")]
        assert len(rows) > 5
        assert {3, 4} >= {row.count("|") for row in rows}
