"""The parts that a reader gets, from licenses/parts.yml, and the versions that the lock files pin.

Reads files of the project alone, so a page can show the list in any environment; `text_of` also reads what is installed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import files as files_of_package
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.supplies import CHECKOUT

FOLDER = CHECKOUT / "licenses"
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """One part; `package` names what a lock file pins (`pypi:name`, `npm:name`), `inside` the part that it came with."""

    name: str
    license: str
    use: str
    text: str
    files: tuple[str, ...]
    package: str = ""
    inside: str = ""

    def covers(self, file: str) -> bool:
        """Whether this part is in a file of the site: a path from its root, with `/`."""
        return any(_pattern(pattern).fullmatch(file) for pattern in self.files)

    @property
    def version(self) -> str:
        """The version that is locked, or nothing for what is no package of its own."""
        return dict(locked())[self.package] if self.package else ""


@cache
def parts() -> tuple[Part, ...]:
    """Every part, in the order of the list. Raises TypeError or KeyError for an entry with other keys."""
    listed = yaml.safe_load((FOLDER / "parts.yml").read_text(encoding="utf-8"))
    return tuple(_part(entry) for entry in listed)


@cache
def locked() -> tuple[tuple[str, str], ...]:
    """Every package in requirements.lock and package-lock.json, with its version; one package may stand there twice."""
    python = PINNED.findall((CHECKOUT / "requirements.lock").read_text(encoding="utf-8"))
    return (
        *((f"pypi:{name}", version) for name, version in python),
        *((f"npm:{name}", entry["version"]) for name, entry in node_packages().items()),
    )


@cache
def node_packages() -> dict[str, dict[str, str]]:
    """Name of a package → what package-lock.json says of it."""
    lock = json.loads((CHECKOUT / "package-lock.json").read_text(encoding="utf-8"))
    return {path.rpartition("node_modules/")[2]: entry for path, entry in lock["packages"].items() if path}


def text_of(part: Part) -> str:
    """The licence of a part, in full. Raises FileNotFoundError when it is nowhere."""
    package, _, inside = part.text.partition("#")
    registry, _, name = package.partition(":")
    if not inside:
        place = FOLDER / part.text
    elif registry == "npm":
        place = CHECKOUT / "node_modules" / name / inside
    else:
        found = [file for file in files_of_package(name) or () if file.as_posix().endswith(f"/{inside}")]
        if len(found) != 1:
            raise FileNotFoundError(f"{part.name}: {len(found)} files of {name} end in {inside}")
        place = Path(found[0].locate())
    return "\n".join(line.rstrip() for line in place.read_text(encoding="utf-8").splitlines()).strip("\n")


def _part(entry: dict[str, Any]) -> Part:
    names = {"from": "package", "in": "inside"}
    told: dict[str, Any] = {
        names.get(key, key): tuple(value) if key == "files" else value for key, value in entry.items()
    }
    return Part(**told)


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    """Our globs as a pattern: `*` stays in its folder, `**/` goes through any number of them."""
    pieces = {"**/": "(?:.+/)?", "*": "[^/]*"}
    return re.compile("".join(pieces.get(piece, re.escape(piece)) for piece in re.split(r"(\*\*/|\*)", glob)))
