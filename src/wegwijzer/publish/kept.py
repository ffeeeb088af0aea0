"""What earlier builds made of the same: results in a folder, each named by what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

SUM = hashlib.sha256().digest_size
"""In a file, so many bytes that tell whether the rest is still what was written."""


class Kept:
    """Such a folder, for one build: what that does not ask for goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A result: made now, when no build before did or when its file is damaged. What `make` raises leaves nothing behind."""
        self.asked.add(name)
        place = self.folder / name
        written = place.read_bytes() if place.is_file() else b""
        if written[:SUM] == hashlib.sha256(written[SUM:]).digest():
            return written[SUM:]
        content = make()
        half = place.with_name(f"{name}.new")  # never half a file under the good name
        half.write_bytes(hashlib.sha256(content).digest() + content)
        half.replace(place)
        return content

    def drop_rest(self) -> None:
        """Remove what was not asked for."""
        for old in self.folder.iterdir():
            if old.name not in self.asked:
                old.unlink()
