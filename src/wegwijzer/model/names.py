"""The one pattern of names: of files, and of everything in a file that is called by a name (questions, terms, chapters …).

A name becomes part of addresses, files, HTML and JSON, so it holds nothing that one of these could read in another way,
and two names never differ in capitals alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from wegwijzer.locale import say
from wegwijzer.model import NAME

SOURCE_NAME = r"[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*"
FACT_NAME = rf"{NAME}(?:\.{NAME}){{0,2}}"
STEP_NAME = rf"{NAME}(?:/{NAME})?"

ID = re.compile(NAME)
TAKEN = frozenset({"constructor"})
"""Names that every object of JavaScript has already."""
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that no file can have on Windows."""


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a name, and what to do."""

    message: str
    hint: str


def wrong_id(name: str) -> Wrong | None:
    """What is wrong with a name in a file; None when it is right."""
    if not ID.fullmatch(name):
        lower = ID.fullmatch(name.lower())
        hint = say("name.small_letters", name=name.lower()) if lower else say("name.hint")
        return Wrong(say("name.invalid"), hint)
    return Wrong(say("name.taken"), say("name.choose_other")) if name in TAKEN else None


def wrong_file(stem: str) -> Wrong | None:
    """What is wrong with the name of a file, without its ending; None when it is right."""
    if stem.split(".", maxsplit=1)[0].casefold() in DEVICES:
        return Wrong(say("name.device"), say("name.rename_file"))
    return wrong_id(stem)


def inside(path: PurePath, root: PurePath | None) -> tuple[str, ...]:
    """The parts of a path under the root of its project; those of its folder and name when it stands elsewhere."""
    return path.relative_to(root).parts if root and path.is_relative_to(root) else path.parts[-2:]
