"""Which record a YAML file holds: by its folder and name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from wegwijzer.guide import (
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
from wegwijzer.markdown import Page
from wegwijzer.model import ContactsFile, SourcesFile, StepsFile, Tree, ValuesFile
from wegwijzer.safety import SafetyFile

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


def kind_of(path: PurePath) -> type | None:
    """The record in a file: a tree anywhere but in data/ and frames/; None for a file that data/ does not know."""
    if path.suffix == ".md":
        return Page
    if path.parent.name == "data":
        return DATA_FILES.get(path.stem)
    return Frame if path.parent.name == "frames" else Tree
