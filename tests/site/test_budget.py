"""What a reader downloads for a wizard before a result."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from bench import compressed

SITE = Path(__file__).resolve().parents[2] / "site"
BEFORE_A_RESULT = ("wizard.js", "engine.js", "address.js", "wegwijzer.css")
BUDGET = 12 * 1024


def test_wizard_weighs_little():
    """Script and style of a wizard, without the theme and without Python, stay within 12 KB with brotli."""
    assert compressed([SITE / "assets" / name for name in BEFORE_A_RESULT]) <= BUDGET


def test_documents_are_packed_apart():
    """The part of the engine that makes documents is no part of what loads at once, and needs only what is there."""
    names = (SITE.parent / "build/runtime/modules.txt").read_text().split()
    assert [name for name in names if "/take/" in name] == []
    archive = SITE / "assets/runtime/take.zip"
    assert {"wegwijzer/take/docx.pyc", "zipfile/__init__.pyc"} <= set(ZipFile(archive).namelist())
    assert archive.stat().st_size < 600_000
