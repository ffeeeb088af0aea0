"""Which files hold content, and whether their names can be: one pattern, and no two that differ in capitals alone."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from wegwijzer.kinds.files import DATA_FILES, FOLDERS, folder_of, kind_of
from wegwijzer.kinds.kind import YAML
from wegwijzer.kinds.markdown import Page
from wegwijzer.load.characters import odd_name
from wegwijzer.locale import say
from wegwijzer.model.names import inside, wrong_file
from wegwijzer.problems import Problem, nearest


def content_of(path: Path, root: Path | None) -> list[Path]:
    """The files with content in a folder: of a whole project those of its folders; a file is itself."""
    if path.is_file():
        return [path]
    if (path / "trees").is_dir():
        return [file for name in FOLDERS for file in content_of(path / name, path)]
    suffixes = FOLDERS.get(inside(path, root)[0] if path != root else "", YAML)
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in suffixes) if path.is_dir() else []


def shown_path(path: Path, base: Path) -> str:
    """A path as messages show it, from the folder where the user stands."""
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()


def wrong_names(files: Iterable[Path], root: Path | None, base: Path, *, named: Container[Path]) -> dict[Path, Problem]:
    """What is wrong with the names of files. Of two that clash one is told, with both names: one that
    the user named, and the last.

    A file that somebody names and that stands outside the folders of the project clashes with nothing.
    """
    found: dict[Path, Problem] = {}
    first: dict[tuple[str, str], Path] = {}
    for file in files:
        told = _wrong_name(file, root)
        if told:
            found[file] = _problem(file, base, *told)
        if root is None or inside(file, root)[0] not in FOLDERS or kind_of(file, root) is None:
            continue
        key = _address(file, root)
        other = first.setdefault(key, file)
        if other == file:
            continue
        alone = other in named and file not in named
        blamed = other if alone or (other in found and other in named) else file
        first[key] = other if blamed == file else file
        both = say("words.and").join(sorted((shown_path(other, base), shown_path(file, base))))
        hint = say("file.rename_or_remove")
        found[blamed] = _problem(blamed, base, "W014", say("file.same_name", name=key[1], both=both), hint)
    return found


def _wrong_name(file: Path, root: Path | None) -> tuple[str, str, str] | None:
    kind = kind_of(file, root)
    if kind is None:
        below = inside(file, root)[1:]
        message = say("file.no_folder_in_data", path="/".join(below))
        return "W013", message, nearest(file.stem, DATA_FILES)
    if kind is Page and (root is None or inside(file, root)[0] != "docs"):
        return None
    parts = inside(file, root)[1:-1] if kind is Page else ()
    for name in (*parts, file.stem):
        wrong = wrong_file(name)
        if wrong:
            odd = odd_name(name)
            message = say("file.wrong_name", name=name, message=wrong.message) + (
                say("file.odd_in_name", odd=odd) if odd else ""
            )
            return "W014", message, wrong.hint
    if file.suffix not in (".md", *YAML):
        return "W014", say("file.capital_ending", name=file.name), say("file.write_ending", ending=file.suffix.lower())
    return None


def _address(file: Path, root: Path) -> tuple[str, str]:
    """Where the content of a file is found on the site: two files cannot have the same place."""
    kind = kind_of(file, root)
    if kind is not Page:
        return folder_of(kind), file.stem.casefold()
    place = file.relative_to(root / "docs").with_suffix("").as_posix().casefold()
    return "docs", place.removesuffix("/index")


def _problem(file: Path, base: Path, code: str, message: str, hint: str) -> Problem:
    return Problem(shown_path(file, base), 1, 1, code, "error", message, hint)
