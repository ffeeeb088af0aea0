"""The style sheets: written in parts, published as one file each."""

from __future__ import annotations

import re

import pytest

from build_styles import PARTS, SHEETS, sheets
from helpers import ROOT

SHORT = 250
"""Lines of a part, at most."""


def lines(text):
    """The lines of a style sheet that a browser reads."""
    return [line for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines() if line.strip()]


def test_every_part_is_in_its_sheet_once():
    """No part is forgotten, none is named twice, and each is short enough to oversee."""
    written = sorted(path.relative_to(PARTS).with_suffix("").as_posix() for path in PARTS.rglob("*.css"))
    assert written == sorted(f"{name}/{part}" for name, parts in SHEETS.items() for part in parts)
    for path in PARTS.rglob("*.css"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= SHORT, path


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_published_whole(name):
    """The site has each sheet as one file, with the rules of every part in their order, and no part of its own."""
    whole = sheets()[f"styles/{name}.css"].decode()
    rules = [
        rule for part in SHEETS[name] for rule in lines((PARTS / name / f"{part}.css").read_text(encoding="utf-8"))
    ]
    assert lines(whole) == rules
    assert "/*" not in whole
    assert (ROOT / f"site/assets/{name}.css").read_text(encoding="utf-8") == whole
    assert not (ROOT / "site/assets/css").exists()


@pytest.mark.parametrize("name", SHEETS)
def test_a_part_stands_by_itself(name):
    """Every part begins with a comment that says what it is about, and closes what it opens."""
    for part in SHEETS[name]:
        text = (PARTS / name / f"{part}.css").read_text(encoding="utf-8")
        assert re.match(r"/\* .+ \*/\n\n", text), part
        assert text.count("{") == text.count("}"), part
        assert not re.search("@(import|charset)", text), part
