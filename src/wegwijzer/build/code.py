"""Which of our own files a program uses, read from its imports: a change in another file cannot change what it makes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path


def files_used(programs: Iterable[Path], roots: tuple[Path, ...]) -> set[Path]:
    """These programs, and every file under `roots` that they import, directly or by way of others.

    `roots` are the folders where Python looks for our modules. An import inside a function counts as well; a module that
    is named only while the program runs does not, so name its file among the programs.
    """
    found: set[Path] = set()
    queue = list(programs)
    while queue:
        file = queue.pop()
        if file not in found:
            found.add(file)
            queue += imports(file, roots)
    return found


@cache
def imports(file: Path, roots: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files under `roots` that one file imports itself, with those of the packages that they stand in."""
    names = _names(ast.parse(file.read_text(encoding="utf-8"))) if file.suffix == ".py" else ()
    return tuple(place for name in names for place in _places(name, roots))


def _names(code: ast.AST) -> Iterator[str]:
    """Every module that may be meant: of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _places(name: str, roots: tuple[Path, ...]) -> Iterator[Path]:
    """The files of a module: its own, and those of the packages that it stands in."""
    parts = name.split(".")
    for root in roots:
        for length in range(1, len(parts) + 1):
            stem = root.joinpath(*parts[:length])
            yield from (place for place in (stem.with_suffix(".py"), stem / "__init__.py") if place.is_file())
