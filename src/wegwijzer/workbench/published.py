"""The files of a project as its site was made from them: with what they say, so that a page need not read them before anybody types.

The build writes this down (`known`), a page takes it over (`files_of`). Only what is right is written down, and only texts that are still
the same count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from wegwijzer.compile.codec import decode, encode
from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.markdown import Page
from wegwijzer.load.file import LoadedFile, Unread, read_file
from wegwijzer.load.project import Loaded
from wegwijzer.model import PolicyName, Tree
from wegwijzer.workbench.text import BEGIN


def known(loaded: Loaded) -> dict[str, Any]:
    """What is worth writing down of each file by its path: its record, what it refers to, which sources it cites, and where the steps
    of a tree stand; `text` is a checksum. A page is read when somebody looks at it.
    """
    found = {}
    for file in loaded.files:
        if file.record is None or file.problems:
            continue
        told: dict[str, Any] = {
            "text": crc32(file.text.encode()),
            "refers": {kind.__name__: sorted(names) for kind, names in file.refers.items()},
            "cites": sorted(file.cites),
        }
        if file.kind is not Page:
            told["record"] = encode(file.record)
        if file.kind is Tree:
            told["lines"] = file.step_lines
        found[file.path.relative_to(loaded.root or Path()).as_posix()] = told
    return found


def files_of(folder: Path, texts: Mapping[str, str], told: Mapping[str, Any]) -> Iterator[LoadedFile]:
    """The files with these texts of which everything was written down."""
    names = {
        kind.__name__: kind for kind in (*KINDS.registers, *KINDS.schemes.values(), *KINDS.macros.values(), PolicyName)
    }
    for path in texts.keys() & told.keys():
        place, text, about = folder / path, texts[path].removeprefix(BEGIN), told[path]
        if about["text"] != crc32(text.encode()):
            continue
        kind = kind_of(place, folder)
        if kind is Page:
            file: LoadedFile = UnreadPage(place, path, kind, text=text)
        else:
            file = LoadedFile(place, path, kind, decode(kind, about["record"]), Unread(), text=text)
            file.good = file
        vars(file).update(
            refers={names[name]: set(found) for name, found in about["refers"].items()},
            cites=set(about["cites"]),
            **({"step_lines": about["lines"]} if kind is Tree else {}),
        )
        yield file


class UnreadPage(LoadedFile):
    """A page that is right, read when somebody asks what stands in it."""

    usable = True

    @cached_property
    def _read(self) -> LoadedFile:
        return read_file(self.path, self.shown, Page, self.text)

    @property
    def record(self) -> Any:
        return self._read.record

    @record.setter
    def record(self, value: Any) -> None:
        """Nobody gives it another one."""

    @property
    def places(self) -> Any:
        return self._read.places

    @places.setter
    def places(self, value: Any) -> None:
        """As above."""
