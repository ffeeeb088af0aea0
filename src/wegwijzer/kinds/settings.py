"""Where a project stands, and what it says of itself in `wegwijzer.toml` at its root."""

from __future__ import annotations

import tomllib
from pathlib import Path

from wegwijzer.kinds.extensions import UnknownExtensionError, use

SETTINGS = "wegwijzer.toml"


class SettingsError(Exception):
    """The settings cannot be followed; the message says why (Dutch)."""


def find_root(path: Path) -> Path | None:
    """The project folder that holds `path`: the nearest one with trees/ and data/, else the one whose trees/ it is in."""
    start = path.resolve()
    folders = (start, *start.parents)
    for folder in folders:
        if (folder / "trees").is_dir() and (folder / "data").is_dir():
            return folder
    for folder in folders:
        trees = folder / "trees"
        if trees.is_dir() and (folder == start or trees in folders):
            return folder
    return None


def use_extensions(root: Path | None) -> None:
    """Let the extensions count that the project in a folder asks for. Raises SettingsError."""
    place = root / SETTINGS if root else None
    if place is None or not place.is_file():
        return
    try:
        names = tomllib.loads(place.read_text(encoding="utf-8")).get("extensions", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{SETTINGS} is niet te lezen: {error}") from None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SettingsError(f'In {SETTINGS} is ‘extensions’ geen lijst van namen: schrijf extensions = ["naam"]')
    try:
        for name in names:
            use(name)
    except UnknownExtensionError as error:
        raise SettingsError(str(error)) from None
