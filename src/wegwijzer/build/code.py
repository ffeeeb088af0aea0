"""Which of our own files a program uses, read from its imports: a change in another file cannot change what it makes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

BY_NAME = "import_module"
"""What imports by a name in a text: that may stand in any expression."""
HOLD = ("body", "orelse", "handlers", "finalbody", "cases")
"""Where a statement has others in it."""


def files_used(programs: Iterable[Path], packages: tuple[Path, ...]) -> set[Path]:
    """These programs, and every file of the packages that they import, directly or by way of others.

    `packages` are the folders of our packages. An import inside a function counts as well; a module whose name is put
    together while the program runs does not, so name its file among the programs.
    """
    found: set[Path] = set()
    queue = list(programs)
    while queue:
        file = queue.pop()
        if file not in found:
            found.add(file)
            queue += imports(file, packages)
    return found


@cache
def imports(file: Path, packages: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files of the packages that one file imports itself, with those of the packages that they stand in."""
    if file.suffix != ".py":
        return ()
    home = next((home for home in packages if home in file.parents), None)
    inside = ".".join(file.parent.relative_to(home.parent).parts) if home else ""
    return tuple(place for name in _names(file, inside) for place in _places(name, packages))


@cache  # apart: reading the code is what takes long, and it is the same whoever asks
def _names(file: Path, inside: str) -> tuple[str, ...]:
    """The package in which a file stands, and all that may be a module in what it imports."""
    code = file.read_text(encoding="utf-8")
    walk = ast.walk if BY_NAME in code else statements
    names = {inside: None}
    for node in walk(ast.parse(code)):
        for modules in modules_in(node, inside):
            names.update(dict.fromkeys(modules))
    return tuple(names)


def statements(code: ast.AST) -> Iterator[ast.AST]:
    """A piece of code and every statement in it, however deep: a tenth of what it is made of."""
    yield code
    for name in HOLD:
        for inner in getattr(code, name, ()):
            yield from statements(inner)


def modules_in(node: ast.AST, package: str) -> tuple[list[str], list[str]]:
    """The modules that a piece of code in a module of `package` imports, and what may be one: of `from a import b`, `a.b`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names], []
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == BY_NAME:
        return [name.value for name in node.args if isinstance(name, ast.Constant) and isinstance(name.value, str)], []
    if not isinstance(node, ast.ImportFrom):
        return [], []
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    module = ".".join(filter(None, (*above, node.module)))
    return [module], [f"{module}.{alias.name}" for alias in node.names]


@cache  # most are imported by many
def _places(name: str, packages: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files of a module: its own, and those of the packages that it stands in."""
    package, *parts = name.split(".")
    stems = [
        home.joinpath(*parts[:length]) for home in packages if home.name == package for length in range(len(parts) + 1)
    ]
    return tuple(
        place for stem in stems for place in (stem.with_suffix(".py"), stem / "__init__.py") if place.is_file()
    )
