"""What a project says of itself, in `wegwijzer.toml` at its root."""

from __future__ import annotations

import tomllib
from pathlib import Path

from wegwijzer.kinds.extensions import UnknownExtensionError, use
from wegwijzer.locale import say

SETTINGS = "wegwijzer.toml"


class SettingsError(Exception):
    """The settings cannot be followed; the message says why (Dutch)."""


def use_extensions(root: Path | None) -> None:
    """Let the extensions count that the project in a folder asks for. Raises SettingsError."""
    place = root / SETTINGS if root else None
    if place is None or not place.is_file():
        return
    try:
        names = tomllib.loads(place.read_text(encoding="utf-8")).get("extensions", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(say("settings.unreadable", file=SETTINGS, reason=error)) from None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise SettingsError(say("settings.no_names", file=SETTINGS))
    try:
        for name in names:
            use(name)
    except UnknownExtensionError as error:
        raise SettingsError(str(error)) from None
