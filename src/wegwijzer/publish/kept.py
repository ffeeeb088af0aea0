"""What earlier builds made of the same: results in a folder, each named by what it was made from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


class Kept:
    """Such a folder, for one build: what that does not ask for goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, make: Callable[[], bytes]) -> Path:
        """The file with a result: made now, when no build before did. What `make` raises leaves nothing behind."""
        self.asked.add(name)
        place = self.folder / name
        if not place.exists():
            half = place.with_name(f"{name}.new")  # never half a file under the good name
            half.write_bytes(make())
            half.replace(place)
        return place

    def drop_rest(self) -> None:
        """Remove what was not asked for."""
        for old in self.folder.iterdir():
            if old.name not in self.asked:
                old.unlink()
