"""What every command shares: exit statuses, the error of wrong use, loading named paths, the clock, the terminal."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from wegwijzer.load import Loaded, load_paths

OK, PROBLEMS, USAGE = 0, 1, 2
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UsageError(Exception):
    """The command cannot be carried out as given; the message says why (Dutch)."""


def load(paths: list[Path]) -> Loaded:
    """Read the paths that a user named. Raises UsageError for one that does not exist."""
    try:
        return load_paths(paths)
    except FileNotFoundError as error:
        raise UsageError(f"‘{error}’ bestaat niet. Noem een YAML-bestand of een map.") from None


def today() -> str:
    """The date of today, or that of SOURCE_DATE in the environment, so that a build can be repeated."""
    given = os.environ.get("SOURCE_DATE", "")
    if given and not DAY.fullmatch(given):
        raise UsageError(f"SOURCE_DATE is geen datum: ‘{given}’. Schrijf jaar-maand-dag, zoals 2026-01-31.")
    return given or datetime.now(UTC).date().isoformat()


def in_colour() -> bool:
    """Whether to print colours: only to a terminal, and never against NO_COLOR."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
