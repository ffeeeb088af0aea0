"""What formats of extensions need in the page: their modules as source, with what those import of Python's own library.

The page has the modules that the engine imports, and no others (see `wegwijzer.supplies.runtime`). So what else a format
imports is followed here, and goes along in an archive that a page loads when a reader asks for such a format.
"""

from __future__ import annotations

import ast
import codecs
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TypeGuard

from wegwijzer.build import modules_in
from wegwijzer.formats import added
from wegwijzer.locale import DOMAINS, KIT, say, words_of
from wegwijzer.workplace import built

ENCODING = re.compile(r"[A-Za-z][\w-]{2,20}", re.ASCII)
OPTIONAL = {"ImportError", "ModuleNotFoundError"}
WORDS = DOMAINS[0]
"""The catalogue of what readers see."""


def more(language: str, _made_from: str) -> dict[str, bytes]:
    """The archive for the formats that the extensions of the project add, as a file. The runtime must have been made.

    Raises SystemExit that names each module which the page cannot have, with the place where it is imported.
    """
    homes = {form.home: Path(_origin(form.home)).parent for form in added()}
    packing = Packing(homes, Runtime.read(built() / "runtime", ("python", "take", "doubt")))
    packing.take(f"{form.home}.{form.make.partition(':')[0]}" for form in added())
    for home in homes:
        packing.add_words(home, language, WORDS)
    return {"runtime/more.zip": packing.archive()}


def programs() -> list[Path]:
    """The modules that make the formats which extensions add."""
    specs = [find_spec(f"{form.home}.{form.make.partition(':')[0]}") for form in added()]
    return [Path(spec.origin) for spec in specs if spec and spec.origin and spec.origin.endswith(".py")]


def _origin(package: str) -> str:
    spec = find_spec(package)
    return (spec and spec.origin) or ""


@dataclass(frozen=True)
class Runtime:
    """What the page has: `modules` that are there, and `library`, the source of all others of Python's own, by module."""

    modules: frozenset[str]
    library: dict[str, tuple[str, str]]

    @classmethod
    def read(cls, folder: Path, archives: Iterable[str]) -> Runtime:
        """As the build made it in a folder: what a page has that loaded these archives."""
        with zipfile.ZipFile(folder / "library.zip") as archive:
            library = {_module(file): (file, archive.read(file).decode()) for file in archive.namelist()}
        there = set((folder / "builtin.txt").read_text(encoding="utf-8").split())
        for name in archives:
            with zipfile.ZipFile(folder / f"{name}.zip") as archive:
                packed = map(_module, archive.namelist())
                # What is neither ours nor Python's own stands in for something, and does only what the engine needs.
                there |= {module for module in packed if module in library or module.partition(".")[0] == KIT}
        return cls(frozenset(there), library)


@dataclass
class Packing:
    """An archive under way. `homes` are the folders of the packages that it may take modules from, by name."""

    homes: dict[str, Path]
    runtime: Runtime
    files: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def take(self, modules: Iterable[str]) -> None:
        """Add modules of the packages, with the packages that they stand in and all that they import."""
        for module in modules:
            for name in _with_parents(module):
                self._own(name)

    def add_words(self, package: str, language: str, domain: str) -> None:
        """Add what a package says to readers or to who writes, as the module in which `say` finds it."""
        for folder in (f"{package}/locale", f"{package}/locale/{language}"):
            self.files.setdefault(f"{folder}/__init__.py", "")
        words = words_of(package, language, domain)
        self.files[f"{package}/locale/{language}/{domain}.py"] = f"WORDS = {words!r}\n"

    def archive(self) -> bytes:
        """All of it as a zip. Raises SystemExit that names each module which the page cannot have, and where it is imported."""
        if self.refused:
            raise SystemExit("\n".join(sorted(self.refused)))
        return zipped(self.files)

    def _own(self, module: str) -> bool:
        """Add one module of a package and what it imports; whether it is there."""
        stem = self.homes[module.partition(".")[0]].parent.joinpath(*module.split("."))
        file = next((place for place in (stem.with_suffix(".py"), stem / "__init__.py") if place.is_file()), None)
        if file is None:
            return False
        name = file.relative_to(self.homes[module.partition(".")[0]].parent).as_posix()
        if name not in self.files:
            source = self.files[name] = file.read_text(encoding="utf-8")
            code = ast.parse(source)
            for encoding in _encodings(code):
                self._library(f"encodings.{encoding}")
            inside = module if file.name == "__init__.py" else module.rpartition(".")[0]
            for node, needed in imports_of(code):
                sure, perhaps = modules_in(node, inside)
                for other in sure:
                    if not self._import(other) and needed:
                        self.refused.add(
                            say(
                                "site.not_in_page",
                                file=name,
                                line=node.lineno,
                                column=node.col_offset + 1,
                                module=other,
                            )
                        )
                for other in perhaps:
                    self._import(other)
        return True

    def _import(self, module: str) -> bool:
        """See to it that a module can be imported in the page; whether it can."""
        if module.partition(".")[0] in self.homes:
            return all(self._own(name) for name in _with_parents(module))
        return all(self._library(name) for name in _with_parents(module))

    def _library(self, module: str) -> bool:
        """The same for one that is no module of the packages. Python's own may try what is not there."""
        if module in self.runtime.modules:
            return True
        if module not in self.runtime.library:
            return False
        name, source = self.runtime.library[module]
        if name not in self.files:
            self.files[name] = source
            inside = module if name.endswith("/__init__.py") else module.rpartition(".")[0]
            for node in _at_once(ast.parse(source)):
                for modules in modules_in(node, inside):
                    for other in modules:
                        self._import(other)
        return True


def imports_of(code: ast.AST, *, needed: bool = True) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    """Every import in a module, and whether the module can do without: it tries, and knows what to do when it fails."""
    for node in ast.iter_child_nodes(code):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, needed
        elif isinstance(node, ast.Try) and any(_catches(handler) for handler in node.handlers):
            for part in node.body:
                yield from imports_of(ast.Module([part], []), needed=False)
            for other in (*node.handlers, *node.orelse, *node.finalbody):
                yield from imports_of(ast.Module([other], []), needed=needed)  # type: ignore[list-item]
        elif _for_types(node):
            yield from imports_of(ast.Module(node.orelse, []), needed=needed)
        else:
            yield from imports_of(node, needed=needed)


def _encodings(code: ast.AST) -> Iterator[str]:
    """The modules of the encodings that texts in a module name: Python loads one when somebody writes with it."""
    for node in ast.walk(code):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ENCODING.fullmatch(node.value):
            with suppress(LookupError):
                yield codecs.lookup(node.value).name.replace("-", "_")


def _catches(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or any(getattr(name, "id", "") in OPTIONAL for name in ast.walk(handler.type))


def _for_types(node: ast.AST) -> TypeGuard[ast.If]:
    return isinstance(node, ast.If) and any(
        "TYPE_CHECKING" in (getattr(name, "id", ""), getattr(name, "attr", "")) for name in ast.walk(node.test)
    )


def _at_once(code: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is imported: none in a function."""
    for node in ast.iter_child_nodes(code):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not _for_types(node):
            yield node
            yield from _at_once(node)


def _with_parents(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _module(file: str) -> str:
    return file.rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def zipped(files: dict[str, str]) -> bytes:
    """Texts as an archive, without times; uncompressed, so that the server's compression sees through it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), text.encode())
    return buffer.getvalue()
