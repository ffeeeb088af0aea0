"""Which record a YAML file holds: by its folder and name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from wegwijzer.kinds.guide import (
    ContradictionsFile,
    ExercisesFile,
    Frame,
    GlossaryFile,
    MeetingFile,
    OrganisationsFile,
    PracticesFile,
    PublicationsFile,
    ThreeRFile,
)
from wegwijzer.kinds.markdown import Page
from wegwijzer.model import ContactsFile, SourcesFile, StepsFile, Tree, ValuesFile
from wegwijzer.model.names import inside
from wegwijzer.model.safety import SafetyFile

DATA_FILES: Mapping[str, type] = {
    "sources": SourcesFile,
    "contacts": ContactsFile,
    "steps": StepsFile,
    "values": ValuesFile,
    "three-r": ThreeRFile,
    "meeting": MeetingFile,
    "glossary": GlossaryFile,
    "organisations": OrganisationsFile,
    "publications": PublicationsFile,
    "practices": PracticesFile,
    "contradictions": ContradictionsFile,
    "exercises": ExercisesFile,
    "safety": SafetyFile,
}
"""File name under data/ (without .yml) → what it holds."""

YAML = (".yml", ".yaml")
FOLDERS = {"trees": YAML, "frames": YAML, "data": YAML, "docs": (".md",)}
"""Where content lives, under the root of the project, and how the names of its files end."""


def kind_of(path: PurePath, root: PurePath | None = None) -> type | None:
    """The record in a file: a tree anywhere but in data/ and frames/; None for a file that data/ does not know."""
    if path.suffix.lower() == ".md":
        return Page
    folder, *below = inside(path, root)
    if folder == "data":
        return DATA_FILES.get(path.stem) if len(below) == 1 else None
    return Frame if folder == "frames" else Tree


def folder_of(kind: type | None) -> str:
    """The folder where files of a kind stand."""
    return {Tree: "trees", Frame: "frames", Page: "docs"}.get(kind, "data")  # type: ignore[call-overload]
