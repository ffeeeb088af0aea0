"""Which record a file holds: by its folder and name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.markdown import Page
from wegwijzer.model import Tree
from wegwijzer.model.names import inside

DATA_FILES: Mapping[str, type] = KINDS.data
"""File name under data/ (without .yml) → what it holds."""

FOLDERS: Mapping[str, tuple[str, ...]] = KINDS.folders
"""Where content lives, under the root of the project, and how the names of its files end."""


def kind_of(path: PurePath, root: PurePath | None = None) -> type | None:
    """The record in a file: a tree anywhere but in a folder of another kind; None for a file that data/ does not know."""
    if path.suffix.lower() == ".md":
        return Page
    folder, *below = inside(path, root)
    if folder == "data":
        return DATA_FILES.get(path.stem) if len(below) == 1 else None
    return next((kind.record for kind in KINDS.with_a_file_each() if kind.folder == folder), Tree)


def folder_of(record: type | None) -> str:
    """The folder where files that hold such a record stand."""
    kind = KINDS.by_record.get(record)
    return kind.folder if kind else "data"
