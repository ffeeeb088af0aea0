"""Which files to read for the paths a user names, and what they mean together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from wegwijzer.kinds.files import folder_of, kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.references import REGISTERS
from wegwijzer.kinds.settings import SETTINGS, SettingsFile, find_root, use_extensions
from wegwijzer.load.file import LoadedFile, read
from wegwijzer.load.folders import content_of, shown_path, wrong_names
from wegwijzer.load.nodes import read_text
from wegwijzer.model import Tree
from wegwijzer.model.local import LocalFile
from wegwijzer.model.names import inside
from wegwijzer.problems import Problem

__all__ = ["Loaded", "LoadedFile", "changed", "load_local", "load_paths"]


@dataclass
class Loaded:
    """Everything read: the files the user named, the files those refer to, and the library they form; `settings` are those of the project,
    `local` is what somebody who publishes it as its own says of itself (see `wegwijzer.model.local`).
    """

    files: list[LoadedFile]
    library: Library
    root: Path | None
    named: tuple[Path, ...] = ()
    settings: SettingsFile = SettingsFile()
    local: LoadedFile | None = None

    @property
    def problems(self) -> list[Problem]:
        return [problem for file in self.files for problem in file.problems]

    def own(self) -> list[LoadedFile]:
        """The files that the user named, or that stand in a folder that they named."""
        return [file for file in self.files if file.path in self.named]

    def unread(self) -> list[LoadedFile]:
        """Files that nobody named and that could not be read: what depends on them cannot be judged."""
        return [file for file in self.files if file.record is None and file.path not in self.named]

    def trees(self) -> list[LoadedFile]:
        return [file for file in self.files if file.kind is Tree]


def load_paths(
    paths: Iterable[Path],
    *,
    cwd: Path | None = None,
    whole: bool = False,
    kept: Mapping[Path, LoadedFile] | None = None,
    local: Path | None = None,
) -> Loaded:
    """Read the named files and folders, the trees they use and the data beside them; `whole`: all of their project.

    The paths are of one project. `kept` holds files of an earlier time, by their path: one whose text is still the same
    is not worked out again. `local` is a file with the choices of one who publishes it as its own. Raises FileNotFoundError for a path that does not exist, and
    SettingsError for settings that cannot be followed; content never raises, it gives
    problems.
    """
    base = (cwd or Path.cwd()).resolve()
    given = list(paths)
    for path in [*given, *filter(None, [local])]:
        if not path.exists():
            raise FileNotFoundError(path)
    root = next(filter(None, map(find_root, given)), None)
    settings = use_extensions(root)
    wanted = dict.fromkeys(file for path in given for file in content_of(path.resolve(), root))
    content = content_of(root, root) if root else []
    wrong = wrong_names(dict.fromkeys([*wanted, *content]), root, base, named=wanted)
    trees = {file.stem: file for file in content if kind_of(file, root) is Tree}
    files: dict[Path, LoadedFile] = {}
    queue = list(wanted)
    if root:
        queue += content if whole else [file for file in content if kind_of(file, root) not in (Tree, Page)]
    while queue:
        file = queue.pop(0)
        if file in files:
            continue
        loaded = files[file] = _load_file(file, root, shown_path(file, base), wrong.get(file), (kept or {}).get(file))
        if loaded.kind is Tree and loaded.record:
            queue += [trees[name] for name in _neighbours(loaded.record) if name in trees]
    ordered = sorted(files.values(), key=lambda f: f.shown)
    library = _library(ordered, root, wanted)
    library.complete = root is not None and all(file in files for file in content)
    library.whole = library.complete and not library.broken
    if root:
        settings = replace(settings, shown=shown_path(root / SETTINGS, base))
    own = load_local(local, base) if local else None
    return Loaded(ordered, library, root, tuple(wanted), settings, own)


def load_local(path: Path, base: Path) -> LoadedFile:
    """The file of one who publishes the trees as its own, wherever it stands; `base` is where the user does."""
    path = path.resolve()
    loaded = LoadedFile(path, shown_path(path, base), LocalFile)
    return read(loaded, *read_text(path, loaded.shown))


def _neighbours(tree: Tree) -> Iterable[str]:
    yield from tree.uses
    for action in tree.actions.values():
        yield from (see.partition("/")[0] for see in action.see if not see.startswith("/"))
        for route in action.to.routes if action.to else ():
            if "/" in route.to:
                yield route.to.split("/")[0]


def changed(loaded: Loaded, now: Mapping[Path, LoadedFile]) -> Loaded:
    """The same project, in which these files became others of the same names."""
    files = [now.get(file.path, file) for file in loaded.files]
    library = _library(files, loaded.root, loaded.named)
    library.complete = loaded.library.complete
    library.whole = library.complete and not library.broken
    return replace(loaded, files=files, library=library)


def _load_file(path: Path, root: Path | None, shown: str, wrong: Problem | None, kept: LoadedFile | None) -> LoadedFile:
    """One file. With a name that cannot be its problems are told, but it counts as one that could not be read."""
    loaded = LoadedFile(path, shown, kind_of(path, root), wrong=wrong)
    text, problems = read_text(path, shown) if loaded.kind else ("", [])
    if kept and (kept.shown, kept.text, kept.wrong) == (shown, text, wrong) and not problems:
        return kept
    return read(loaded, text, problems)


def _library(files: list[LoadedFile], root: Path | None, named: Container[Path]) -> Library:
    """What the files say together. A file that was named by itself goes before one of the project with the same name."""
    library = Library(has_data=root is not None and (root / "data").is_dir())
    for file in sorted(files, key=lambda file: file.path in named):
        if file.problems and file.usable:
            library.partial.add(f"{folder_of(file.kind)}/{file.name}")
        if not file.usable:
            library.broken.add(f"{folder_of(file.kind)}/{file.name}")
        elif file.kind is Page:
            library.pages["/".join(inside(file.path, root)[1:])] = file.text
        elif file.kind is Tree:
            library.trees[file.name] = file.record
            library.files[file.name] = file.shown
            library.lines[file.name] = file.step_lines
        elif KINDS.by_record[file.kind].single:
            library.add_data(file.name, file.record)
        else:
            library.add(file.name, file.record)
    library.referred = cache(lambda: _referred(files))
    library.cited = cache(lambda: {name for file in files for name in file.cites})
    return library


def _referred(files: Iterable[LoadedFile]) -> dict[Any, set[str]]:
    """The names that some file refers to, by kind; those of a register to itself do not count."""
    found: dict[Any, set[str]] = {}
    for file in files:
        for kind, names in file.refers.items():
            register = REGISTERS.get(kind)
            if register is None or register.data_file != file.name or file.kind is Page:
                found.setdefault(kind, set()).update(names)
    return found
