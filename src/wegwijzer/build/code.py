"""Which of our own files a program uses, read from its imports: a change in another file cannot change what it makes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path


def files_used(programs: Iterable[Path], packages: tuple[Path, ...]) -> set[Path]:
    """These programs, and every file of the packages that they import, directly or by way of others.

    `packages` are the folders of our packages. An import inside a function counts as well, and `import_module("a.b")`; a module that is named only
    while the program runs does not, so name its file among the programs.
    """
    found: set[Path] = set()
    queue = list(programs)
    while queue:
        file = queue.pop()
        if file not in found:
            found.add(file)
            queue += imports(file, packages)
            queue += _around(file, packages)
    return found


@cache
def imports(file: Path, packages: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files of the packages that one file imports itself, with those of the packages that they stand in."""
    names = _names(ast.parse(file.read_text(encoding="utf-8"))) if file.suffix == ".py" else ()
    return tuple(place for name in names for place in _places(name, packages))


def _names(code: ast.AST) -> Iterator[str]:
    """Every module that may be meant: of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(code):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "import_module":
            yield from (
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def _around(file: Path, packages: tuple[Path, ...]) -> Iterator[Path]:
    """What says that the folders are packages in which a file stands: Python runs that first."""
    for home in packages:
        inside = [folder for folder in file.parents if folder == home or home in folder.parents]
        yield from (place for folder in inside if (place := folder / "__init__.py").is_file())


def _places(name: str, packages: tuple[Path, ...]) -> Iterator[Path]:
    """The files of a module: its own, and those of the packages that it stands in."""
    package, *parts = name.split(".")
    for home in packages:
        if home.name == package:
            for length in range(len(parts) + 1):
                stem = home.joinpath(*parts[:length])
                yield from (place for place in (stem.with_suffix(".py"), stem / "__init__.py") if place.is_file())
