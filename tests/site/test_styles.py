"""The style sheets: written in parts, published as one file each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import ROOT
from wegwijzer.site.styles import parts_of, sheet_names, sheets
from wegwijzer.workplace import outside

SHORT = 250
"""Lines of a part, at most."""


def lines(text):
    """The lines of a style sheet that a browser reads."""
    return [line for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines() if line.strip()]


def test_every_part_is_in_its_sheet_once():
    """No part is forgotten, none is named twice, and each is short enough to oversee."""
    written = sorted(ROOT.glob("src/*/assets/css/*/*.css"))
    assert written == sorted(Path(str(part)) for name in sheet_names() for part in parts_of(name))
    for path in written:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= SHORT, path


@pytest.mark.parametrize("name", sheet_names())
def test_a_sheet_is_published_whole(name):
    """The site has each sheet as one file, with the rules of every part in their order, and no part of its own."""
    whole = sheets("", outside())[f"styles/{name}.css"].decode()
    assert lines(whole) == [rule for part in parts_of(name) for rule in lines(part.read_text(encoding="utf-8"))]
    assert "/*" not in whole
    assert (ROOT / f"site/assets/{name}.css").read_text(encoding="utf-8") == whole
    assert not (ROOT / "site/assets/css").exists()


def test_a_sheet_takes_the_colours_of_the_project(monkeypatch):
    """Every place of a colour of ours has that of the project, in the light scheme."""
    before = sheets("", outside())["styles/wegwijzer.css"].decode()
    monkeypatch.setattr("wegwijzer.site.styles.colours", lambda: ("123456", "654321"))
    after = sheets("", outside())["styles/wegwijzer.css"].decode()
    assert before.count("#0b5563") == after.count("#123456") > 0
    assert before.count("#7a3b00") == after.count("#654321") > 0
    assert "#0b5563" not in after
