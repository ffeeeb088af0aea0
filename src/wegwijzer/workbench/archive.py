"""Changed files as a zip archive, and what one holds that somebody brings: made by a workbench, or of any folder with texts."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from wegwijzer.kinds.files import FOLDERS
from wegwijzer.workbench.changes import Changed, NoProposalError
from wegwijzer.workbench.patch import Message, blob

TOLD = "proposal.json"
"""The file in the archive that says what it is: the message, `gone` (paths) and `was`, what git called each text before."""
MIDNIGHT = (1980, 1, 1, 0, 0, 0)
MOST_BYTES, MOST_FILES = 30_000_000, 5_000
"""Of all that an archive holds, unpacked."""


@dataclass(frozen=True)
class Held:
    """What an archive holds: contents by path, the message, paths of files that go, and of others the name of the text before."""

    files: dict[str, bytes]
    message: Message = Message()
    gone: list[str] = field(default_factory=list)
    was: dict[str, str] = field(default_factory=dict)


def as_zip(changes: Iterable[Changed], message: Message) -> bytes:
    """The changed files at their paths. The same texts give the same bytes."""
    listed = list(changes)
    told = {
        **asdict(message),
        "gone": [change.path for change in listed if change.after is None],
        "was": {change.path: blob(change.before) for change in listed},
    }
    files = {change.path: change.after for change in listed if change.after is not None}
    files[TOLD] = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            entry = zipfile.ZipInfo(path, MIDNIGHT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, text)
    return made.getvalue()


def read_zip(content: bytes) -> Held:
    """What an archive holds. Raises NoProposalError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise NoProposalError("large")
            files = _in_one_folder({entry.filename: archive.read(entry) for entry in entries})
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise error if isinstance(error, NoProposalError) else NoProposalError from None
    return _told(files)


def _in_one_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a project that was packed as a folder: its own paths begin below that."""
    tops = {path.partition("/")[0] for path in files}
    if len(tops) != 1 or tops & FOLDERS.keys() or any("/" not in path for path in files):
        return files
    return {path.partition("/")[2]: content for path, content in files.items()}


def _told(files: dict[str, bytes]) -> Held:
    """What the archive says of itself. Whatever is wrong with that, its files are what they are."""
    try:
        told: Any = json.loads(files.pop(TOLD, b"{}"))
        message = Message(*(_text(told.get(key)) for key in ("title", "why", "who")))
        gone = [path for path in told.get("gone", ()) if isinstance(path, str)]
        was = {path: name for path, name in told.get("was", {}).items() if isinstance(name, str)}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return Held(files)
    return Held(files, message, gone, was)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
