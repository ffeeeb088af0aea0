"""What the kit brings along so that a site works: letters, Python for the page, libraries, and whose all that is.

A wheel holds these files in `made/`. A checkout makes them, from what package-lock.json pins (see `make`); Node.js and the
packages of Node are needed there alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wegwijzer.build import Files, digest_of_files
from wegwijzer.workplace import KIT

MADE = KIT / "supplies/made"
CHECKOUT = KIT.parents[1]
"""Where the kit stands when it was not installed from a wheel."""
NAMES = ("fonts", "runtime", "vendor", "notices")
"""The folders of a build that are filled by what the kit brings along."""


@dataclass(frozen=True)
class Supply:
    """What fills one folder of the build: a function, what it is called with, and the files that decide what it gives."""

    name: str
    make: Callable[..., Files]
    arguments: tuple[str, ...]
    programs: tuple[Path, ...] = ()
    size: int = 0


def supplies(language: str) -> Iterator[Supply]:
    """What fills those folders, for a site in a language."""
    if MADE.is_dir():
        for name in NAMES:
            yield Supply(name, brought, (name, language, digest_of_files(MADE, files_of(name, language).values())))
    else:
        from wegwijzer.supplies.make import made_here  # noqa: PLC0415 - a wheel has no need of what makes things

        yield from made_here(language)


def brought(name: str, language: str, _digest: str) -> dict[str, bytes]:
    """What a wheel holds for one folder of the build."""
    return {path: file.read_bytes() for path, file in files_of(name, language).items()}


def files_of(name: str, language: str) -> dict[str, Path]:
    """Path in the folder of the build → the file in the wheel: what every language needs, and what this one does."""
    return {
        file.relative_to(place).as_posix(): file
        for place in (MADE / "all", MADE / language)
        for file in sorted((place / name).rglob("*"))
        if file.is_file()
    }


def told_parts(build: Path) -> list[dict[str, str]]:
    """The parts of which a site is made, as the build wrote them down: name, version, use, licence, what it came in."""
    listed: list[dict[str, str]] = json.loads((build / "notices/parts.json").read_text(encoding="utf-8"))
    return listed
