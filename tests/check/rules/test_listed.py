"""Every file in a folder of rules is a rule, so that none is written and never runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from helpers import ROOT
from wegwijzer.check.rules import rules

FOLDERS = [
    *(
        folder
        for folder in sorted((ROOT / "src/wegwijzer/check/rules").iterdir())
        if (folder / "__init__.py").is_file()
    ),
    ROOT / "src/municipal/rules",
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT / "src").as_posix())
def test_every_file_is_a_rule_that_runs(folder):
    """Whatever module stands in a group of the kit, or in the folder of this site, is found."""
    files = {file for file in folder.rglob("*.py") if file.name != "__init__.py"}
    assert files
    assert files <= {Path(sys.modules[rule.module].__file__).resolve() for rule in rules()}
