"""The texts of a project while people change them: what was published, what stands there now, and what that says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.settings import use_extensions
from wegwijzer.load.project import Loaded, LoadedFile, changed, load_paths
from wegwijzer.workbench.judging import Judge
from wegwijzer.workbench.published import files_of
from wegwijzer.workbench.text import sound


class Desk:
    """Texts by path from the root of the project, as `trees/reactie.yml`. They stand in a folder of their own, so that the loader
    reads them as it reads any project. `judge` keeps what was found in them, `proof` is the round along all files that is under way.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = (folder or Path(mkdtemp())).resolve()
        self.published: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.was = Loaded([], Library(), None)
        self.judge = Judge()
        self.proof: Any = None
        self._loaded: Loaded | None = None
        self._files: dict[str, LoadedFile] = {}
        self._changed: dict[Path, str] = {}

    def put(self, path: str, text: str | None) -> None:
        """Let a file hold this text from now on, or be gone. Raises ValueError for a path that leads out of the project."""
        place = (self.folder / path).resolve()
        if not place.is_relative_to(self.folder):
            raise ValueError(path)
        text = None if text is None else sound(text)
        if text == self.texts.get(path):
            return
        if text is None:
            del self.texts[path]
            place.unlink()
        else:
            self.texts[path] = text
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        if text is not None and path in self._files:
            self._changed[place] = text
        else:  # other files are there, or other settings count
            self._loaded = None

    def know(self, files: Iterable[LoadedFile]) -> None:
        """Take over files that were read before: those whose text is the same need not be read again."""
        self._files = {file.shown: file for file in files}
        self._loaded = None

    def loaded(self) -> Loaded:
        """What the texts say now; files that did not change are not worked out again. Raises SettingsError."""
        if self._loaded and self._changed:
            self._take(changed(self._loaded, self._changed))
        elif self._loaded is None:
            kept = {file.path: file for file in self._files.values()}
            self._take(load_paths([self.folder], cwd=self.folder, whole=True, kept=kept))
        assert self._loaded  # noqa: S101 - just taken
        return self._loaded

    def _take(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._files = {file.shown: file for file in loaded.files}
        self._changed.clear()

    def file(self, path: str) -> LoadedFile | None:
        """One file as it is now; None when there is none of that path."""
        self.loaded()
        return self._files.get(path)


def project(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Begin with the published texts: `files`, text by path; what was there before is gone. `known` is what the build wrote down of
    them, if it did.
    """
    for path in desk.texts.keys() - asked["files"].keys():
        desk.put(path, None)
    for path, text in asked["files"].items():
        desk.put(path, text)
    desk.published = dict(desk.texts)
    if asked.get("known"):
        use_extensions(desk.folder)  # their kinds are among the records
        desk.know(files_of(desk.folder, desk.texts, asked["known"]))
    desk.was = desk.loaded()
    return {"files": [_told(file) for file in desk.loaded().files if kind_of(file.path, desk.folder)]}


def put(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Take over the `text` of a `path` as it stands in the page, or nothing for a file that is gone."""
    desk.put(asked["path"], asked["text"])
    return {}


def _told(file: LoadedFile) -> dict[str, Any]:
    kind = KINDS.by_record[file.kind]
    title = getattr(file.record, "title", None) or file.name
    return {"path": file.shown, "title": title, "kind": kind.name, "folder": kind.folder}
