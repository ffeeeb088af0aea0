"""The style sheets that are written in parts: each is published as one file, so that a phone asks for one.

What stands in `docs/assets/css/gids/` is published as `assets/gids.css`; `docs/assets/css/wegwijzer/` likewise.
"""

from __future__ import annotations

import re
from pathlib import Path

PARTS = Path(__file__).resolve().parent.parent / "docs/assets/css"
SHEETS = {
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
    "gids": ("page", "frames", "folds", "reasoning", "tables", "cards", "entries", "sources", "print"),
}
"""The sheets, each with its parts in the order in which their rules count: of two that are as specific, the last one."""
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n+", re.MULTILINE | re.DOTALL)


def sheets(*_made_from: str) -> dict[str, bytes]:
    """Every sheet that is written in parts, as files."""
    return {f"styles/{name}.css": sheet(name).encode() for name in SHEETS}


def sheet(name: str) -> str:
    """One sheet, whole. What its parts say to who writes them stays behind: a reader pays for every letter."""
    parts = ((PARTS / name / f"{part}.css").read_text(encoding="utf-8") for part in SHEETS[name])
    return COMMENT.sub("", "\n".join(parts))
