"""The letters of everything that is drawn: Public Sans, made ready by `wegwijzer.supplies.fonts`. Diagrams are measured and
painted with the same files, so that what fits here fits everywhere; no letter of the machine is ever looked at.
"""

from __future__ import annotations

import os
from pathlib import Path

from wegwijzer.locale import say
from wegwijzer.workplace import built

REGULAR, BOLD, ITALIC = "PublicSans-Regular", "PublicSans-Bold", "PublicSans-Italic"


def folder() -> Path:
    """Where the build puts them."""
    return built() / "fonts/draw"


def environment(letters: Path | None = None) -> dict[str, str]:
    """The environment in which Graphviz knows only our letters, and no language or settings of the machine."""
    letters = letters or folder()
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C.UTF-8",
        "FONTCONFIG_FILE": str(there(letters / "fonts.conf")),  # without it, fontconfig silently takes the machine's
        "XDG_CACHE_HOME": str(letters.parent / "cache"),
    }


def there(file: Path) -> Path:
    """The file, which must exist."""
    if not file.is_file():
        raise SystemExit(say("site.no_letters", file=file))
    return file
