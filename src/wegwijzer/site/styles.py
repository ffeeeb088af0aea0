"""The style sheets that are written in parts: each is published as one file, so that a phone asks for one.

What stands in `assets/css/wegwijzer/` is published as `assets/wegwijzer.css`; that of an extension likewise.
"""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from wegwijzer.kinds.extensions import extensions, offered_by
from wegwijzer.workplace import MAIN, SECOND, colours

SHEETS = {
    "theme": ("colours", "text", "page"),
    "wegwijzer": (
        "colours",
        "page",
        "wizard",
        "node",
        "question",
        "action",
        "casefile",
        "folds",
        "cards",
        "drawing",
        "map",
        "readers",
        "print",
    ),
    "offline": ("line", "keep", "away"),
}
"""The sheets of the kit, each with its parts in the order in which their rules count: of two that are as specific, the last one."""
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n+", re.MULTILINE | re.DOTALL)


def sheets(_made_from: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """Every sheet that is written in parts, as files."""
    return {f"styles/{name}.css": sheet(name).encode() for name in _sheets()}


def sheet_names() -> list[str]:
    """Every sheet that is written in parts."""
    return list(_sheets())


def sheet(name: str) -> str:
    """One sheet, whole, in the colours of the project. What its parts say to who writes them stays behind: a reader pays for every letter."""
    css = COMMENT.sub("", "\n".join(part.read_text(encoding="utf-8") for part in parts_of(name)))
    for ours, own in zip((MAIN, SECOND), colours(), strict=True):
        css = css.replace(f"#{ours.lower()}", f"#{own.lower()}")
    return css


def parts_of(name: str) -> list[Traversable]:
    """The files that a sheet is written in. Raises KeyError for a sheet that is not there."""
    package, parts = _sheets()[name]
    return [files(package) / f"assets/css/{name}/{part}.css" for part in parts]


def extra_sheets() -> list[str]:
    """The sheets that the extensions of the project bring (`STYLES` in their `site`)."""
    return [name for name in _sheets() if name not in SHEETS]


def _sheets() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name → the package that holds its parts, and their names."""
    own = {name: ("wegwijzer", parts) for name, parts in SHEETS.items()}
    return own | {
        name: (package, parts)
        for package in extensions()
        for name, parts in dict(offered_by(package, "site", "STYLES")).items()
    }
