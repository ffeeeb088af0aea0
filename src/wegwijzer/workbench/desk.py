"""The texts of a project while people change them: what was published, what stands there now, and what that says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.load.project import Loaded, LoadedFile, load_paths
from wegwijzer.workbench.text import sound


class Desk:
    """Texts by path from the root of the project, as `trees/reactie.yml`. They stand in a folder of their own, so that the loader
    reads them as it reads any project.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(mkdtemp())
        self.published: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        self.was = Loaded([], Library(), None)
        self._loaded: Loaded | None = None
        self._kept: dict[Path, LoadedFile] = {}

    def put(self, path: str, text: str | None) -> None:
        """Let a file hold this text from now on, or be gone. Raises ValueError for a path that leads out of the project."""
        place = (self.folder / path).resolve()
        if not place.is_relative_to(self.folder.resolve()):
            raise ValueError(path)
        if text is None:
            self.texts.pop(path, None)
            place.unlink(missing_ok=True)
        elif self.texts.get(path) != text or not place.exists():
            text = self.texts[path] = sound(text)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode())
        self._loaded = None

    def loaded(self) -> Loaded:
        """What the texts say now; files that did not change are not worked out again."""
        if self._loaded is None:
            self._loaded = load_paths([self.folder], cwd=self.folder, whole=True, kept=self._kept)
            self._kept = {file.path: file for file in self._loaded.files}
        return self._loaded

    def file(self, path: str) -> LoadedFile | None:
        """One file as it is now; None when there is none of that path."""
        return next((file for file in self.loaded().files if file.shown == path), None)


def project(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Begin with the published texts: `files`, text by path. What was there before is gone."""
    for path in desk.texts.keys() - asked["files"].keys():
        desk.put(path, None)
    for path, text in asked["files"].items():
        desk.put(path, text)
    desk.published = dict(desk.texts)
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
