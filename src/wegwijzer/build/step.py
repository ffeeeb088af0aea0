"""One step of a build: a pure function, the values it gets, and the steps whose files it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Files = Mapping[str, bytes]
"""Path inside the folder of the build, with `/` → content."""


@dataclass(frozen=True)
class Step:
    """What makes some files.

    `make` is a function of a module, called with `arguments` in another process; it returns its files and looks at
    nothing but its arguments, the code, and the files of the steps it `reads`. Arguments are texts, bytes, numbers and
    tuples of those: they are what the files are made from, so a change in one of them makes the files anew.
    `code` is a digest of the programs that the step uses (see code.py). `size` orders what can be done at the same
    moment: the largest first.
    """

    name: str
    make: Callable[..., Files]
    arguments: tuple[Any, ...] = ()
    reads: tuple[str, ...] = ()
    size: int = 0
    code: str = ""

    def key(self, tools: str, read: Iterable[str]) -> str:
        """A digest of everything that decides the files: tools, code, arguments, and the files that are read."""
        return digest(tools, self.code, f"{self.make.__module__}.{self.make.__qualname__}", self.arguments, *read)


def digest(*values: Any) -> str:
    """A digest of texts, bytes, numbers and tuples of those: the same on every machine."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


def digest_of_files(root: Path, files: Iterable[Path]) -> str:
    """A digest of the names and the content of files; where `root` stands and when they were written do not count."""
    found = hashlib.sha256()
    for name, file in sorted((file.relative_to(root).as_posix(), file) for file in files):
        content = file.read_bytes()
        found.update(f"{len(name)} {name} {len(content)} ".encode() + content)
    return found.hexdigest()
