"""The texts of a project while people change them: what was published, what stands there now, and what that says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from wegwijzer.icons import know
from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.settings import SETTINGS, SettingsError, use_extensions
from wegwijzer.load.file import LoadedFile, again
from wegwijzer.load.project import Loaded, changed, load_paths
from wegwijzer.locale import say
from wegwijzer.problems import Problem
from wegwijzer.workbench.judging import Judge
from wegwijzer.workbench.published import files_of
from wegwijzer.workbench.text import BEGIN, sound

LONGEST, MOST_SIGNS = 1_000_000, 90_000
"""Characters of a text, and signs in it that separate values. The largest tree here has less than half of each."""


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
        self.refused: Problem | None = None
        self._loaded: Loaded | None = None
        self._last: Loaded | None = None
        self._files: dict[str, LoadedFile] = {}
        self._changed: set[str] = set()

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
            self._changed.add(path)
        else:  # other files are there, or other settings count
            self._loaded = None

    def know(self, files: Iterable[LoadedFile]) -> None:
        """Take over files that were read before: those whose text is the same need not be read again."""
        self._files = {file.shown: file for file in files}
        self._loaded = None

    def loaded(self) -> Loaded:
        """What the texts say now; files that did not change are not worked out again. As long as nobody can follow the settings, those
        of before count, and `refused` says what is wrong with them. Raises SettingsError when there were none.
        """
        if self._changed and self._loaded is not None:
            now = {self.folder / path: self._read(self._files[path]) for path in self._changed}
            self._take(changed(self._loaded, now))
        elif self._loaded is None:
            kept = {file.path: file for file in self._files.values()}
            kept |= {self.folder / path: self._too_large(path) for path, text in self.texts.items() if is_heavy(text)}
            try:
                self._take(load_paths([self.folder], cwd=self.folder, whole=True, kept=kept))
                self.refused = None
            except SettingsError as error:
                if self._last is None:
                    raise
                self.refused = Problem(SETTINGS, 1, 1, "W016", "error", str(error))
                self._take(self._last)
        return self._take(self._loaded)

    def _take(self, loaded: Loaded | None) -> Loaded:
        assert loaded  # noqa: S101 - read by now
        self._loaded = self._last = loaded
        self._files = {file.shown: file for file in loaded.files}
        self._changed.clear()
        return loaded

    def _read(self, file: LoadedFile) -> LoadedFile:
        text = self.texts[file.shown]
        return self._too_large(file.shown) if is_heavy(text) else again(file, text)

    def _too_large(self, path: str) -> LoadedFile:
        """A file that is not read, so that all others are: reading it would take a page too long."""
        place = self.folder / path
        told = Problem(path, 1, 1, "W001", "error", say("file.too_large"), say("file.split_trees"))
        text = self.texts[path].removeprefix(BEGIN)
        return LoadedFile(place, path, kind_of(place, self.folder), problems=[told], text=text)

    def file(self, path: str) -> LoadedFile | None:
        """One file as it is now; None when there is none of that path."""
        self.loaded()
        return self._files.get(path)


def project(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Begin with the published texts: `files`, text by path; what was there before is gone. `known` is what the build wrote down of
    them, if it did, and `icons` the names of those that can be drawn.
    """
    if asked.get("icons"):
        know(asked["icons"])
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
    if file.kind is Page:
        title = next((line[2:].strip() for line in file.text.splitlines() if line.startswith("# ")), file.name)
    else:
        title = getattr(file.record, "title", None) or file.name
    return {"path": file.shown, "title": title, "kind": kind.name, "folder": kind.folder}


def day_of(asked: Mapping[str, Any]) -> str:
    """The day by which a request judges: `today`, as `2027-11-01`, or that of the clock here."""
    return asked.get("today") or datetime.now(UTC).date().isoformat()


def is_heavy(text: str) -> bool:
    """Whether reading a text would take a page seconds: it is very long, or has very many values."""
    return len(text) > LONGEST or sum(map(text.count, "\n,:[{-")) > MOST_SIGNS
