"""A desk with the texts of this project."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.workbench.desk import Desk, project

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("trees", "data", "frames")


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The texts of this project, by path."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("*.yml"))]
    found = [*files, ROOT / "wegwijzer.toml", *sorted((ROOT / "docs").rglob("*.md"))]
    return {str(file.relative_to(ROOT)): file.read_bytes().decode() for file in found}


@pytest.fixture
def desk(tmp_path: Path, texts: dict[str, str]) -> Desk:
    made = Desk(tmp_path)
    project(made, {"files": texts})
    return made


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory, texts: dict[str, str]) -> Desk:
    """The same, once for the tests of a module that change no text of the project: each has a file of its own."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    project(made, {"files": texts})
    return made


@pytest.fixture
def desk_of(tmp_path_factory):
    """What makes a desk of a small project: texts by path."""

    def made(files: dict[str, str]) -> Desk:
        desk = Desk(tmp_path_factory.mktemp("desk"))
        project(desk, {"files": files})
        return desk

    return made
