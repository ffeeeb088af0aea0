"""Put a finished folder in the place of the one that readers see, in one move."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fs.h


def replace_folder(new: Path, place: Path) -> None:
    """Make `new` stand at `place`; what stood there is gone. On Linux no moment passes without a folder there."""
    if not place.exists():
        new.rename(place)
        return
    if not _exchange(new, place):
        aside = new.with_name(f"{new.name}.old")
        shutil.rmtree(aside, ignore_errors=True)
        place.rename(aside)
        new.rename(place)
        new = aside
    shutil.rmtree(new)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places, where the system and the disk can."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    failed: int = rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE)
    return failed == 0
