"""The two versions that `wegwijzer diff` compares: a file, a folder, or a revision of git, unpacked for a moment; or two
files with choices of one who publishes the trees as its own.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from wegwijzer.cli.usage import UsageError, load, own_of, use_project_here
from wegwijzer.compare.own import OwnDiff, compare_own
from wegwijzer.kinds.files import FOLDERS, folder_of
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.settings import find_root
from wegwijzer.load.project import load_local
from wegwijzer.locale import say
from wegwijzer.model import Tree, key_of
from wegwijzer.model.names import inside

if TYPE_CHECKING:
    from wegwijzer.load import Loaded, LoadedFile

TOP_KEY = re.compile(rb"^([a-z]+):", re.MULTILINE)


@contextmanager
def version(name: str) -> Iterator[Loaded]:
    """The content that a path or a revision of git names. Raises UsageError when it is neither."""
    if Path(name).exists():
        yield load([Path(name)])
        return
    use_project_here()
    archive = _archive(name)
    with TemporaryDirectory() as folder:
        for each in ("trees", "data"):
            (Path(folder) / each).mkdir()
        with ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(folder)
        yield load([Path(folder)])


def are_own(old: str, new: str) -> bool:
    """Whether both are files with own choices, wherever they stand: those have a name and no title."""
    return all(Path(name).is_file() and _own_keys(Path(name)) for name in (old, new))


def _own_keys(place: Path) -> bool:
    found = set(TOP_KEY.findall(place.read_bytes()))
    return b"name" in found and found.isdisjoint((b"title", b"questions", b"actions"))


def own_diff(old: Path, new: Path) -> OwnDiff:
    """What changes in the project here when one file with own choices takes the place of another.

    Raises ContentError when one of them is not right.
    """
    root = find_root(Path.cwd())
    if root is None:
        raise UsageError(say("site.no_project"))
    loaded = load([root], local=new)
    one, other = (own_of(load_local(place, Path.cwd()), loaded) for place in (old, new))
    found = compare_own(other.trees, other.choices, one.decided, other.decided)
    differ = (
        key_of(each.name)
        for each in fields(one.record)
        if getattr(one.record, each.name) != getattr(other.record, each.name)
    )
    return replace(found, other=tuple(name for name in differ if name != "choices"))


def pairs(old: Loaded, new: Loaded) -> dict[str, str]:
    """Which old tree is which new one: two files named one by one belong together whatever they are called."""
    one, other = _named_trees(old), _named_trees(new)
    return {one[0]: other[0]} if len(old.named) == len(new.named) == 1 and one and other else {}


def named_files(old: Loaded, new: Loaded) -> set[str] | None:
    """The files to compare when the user named a single one on either side, as `trees/reactie`; None: all of them."""
    sides = [loaded for loaded in (old, new) if len(loaded.named) == 1]
    return {_called(file, loaded.root) for loaded in sides for file in loaded.own()} or None


def _called(file: LoadedFile, root: Path | None) -> str:
    if file.kind is Page:
        return "docs/" + "/".join(inside(file.path, root)[1:])
    return f"{folder_of(file.kind)}/{file.name}"


def _named_trees(loaded: Loaded) -> list[str]:
    return [file.name for file in loaded.files if file.kind is Tree and file.path in loaded.named]


def _archive(revision: str) -> bytes:
    """The folders with content at a revision, as a zip archive."""
    top = _git("rev-parse", "--show-toplevel")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") if top else None
    if not top or not commit:
        raise UsageError(say("cli.no_version", revision=revision))
    root, at = top.decode().strip(), commit.decode().strip()
    listed = (_git("ls-tree", "--name-only", at, cwd=root) or b"").decode().splitlines()
    present = [folder for folder in FOLDERS if folder in listed]
    if not present:
        raise UsageError(say("cli.no_folders", revision=revision))
    return _git("archive", "--format=zip", at, "--", *present, cwd=root) or b""


def _git(*arguments: str, cwd: str | None = None) -> bytes | None:
    """What a git command prints; None when it fails or there is no git."""
    try:
        return subprocess.run(["git", *arguments], check=True, capture_output=True, cwd=cwd).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
