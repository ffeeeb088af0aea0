"""What a proposal that somebody brings makes of the published texts. Whatever does not fit is told, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from wegwijzer.kinds.files import FOLDERS, kind_of
from wegwijzer.locale import say
from wegwijzer.model.names import wrong_file
from wegwijzer.problems import Level, clipped
from wegwijzer.workbench.archive import read_zip
from wegwijzer.workbench.changes import NoProposalError
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.fitting import fit
from wegwijzer.workbench.patch import Message, blob, hunks
from wegwijzer.workbench.patch_read import Section, read_patch

MOST_BYTES, MOST_PACKED, MOST_NAMED = 4_000_000, 10_000_000, 5
LEVELS: dict[str, Level] = {"not": "error", "nearly": "warning", "already": "advice"}


@dataclass
class Received:
    """The texts that a proposal changes (None: the file goes), what it says of itself, and what to say of it."""

    message: Message = Message()
    files: dict[str, str | None] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)

    def say(self, level: Level, key: str, path: str = "", line: int = 0, lines: str = "", **values: object) -> None:
        """Add what is to be told: `proposal.key` with its hint, and the `lines` that the proposal has there."""
        message, hint = say(f"proposal.{key}", path=path, line=line, **values), say(f"proposal.{key}_hint")
        told = {"path": path, "line": line, "level": level, "message": message, "hint": hint, "lines": lines}
        self.problems.append(told)

    def told(self) -> dict[str, Any]:
        return {**vars(self.message), "files": self.files, "problems": self.problems}


def refused(error: ValueError) -> Received:
    """What to say of a file that is no proposal, or that cannot be read."""
    made = Received()
    if isinstance(error, NoProposalError):
        made.say("error", error.why, line=error.line)
    else:
        made.say("error", "none")
    return made


def of_patch(desk: Desk, content: bytes) -> Received:
    """What a patch makes of the texts. Raises ValueError for a file that is none."""
    message, sections = read_patch(content.decode("utf-8-sig"))
    made, strange = Received(message), []
    for section in sections:
        if _is_ours(desk, section):
            _take(desk, section, made)
        else:
            strange.append(section.after or section.before or "")
    _skip(strange, made)
    return _only_changes(desk, made)


def of_zip(desk: Desk, content: bytes) -> Received:
    """What an archive makes of the texts: each file is taken as it is. Raises ValueError for a file that is none."""
    held = read_zip(content)
    made, strange = Received(held.message), []
    for path, raw in held.files.items():
        if not belongs(desk, path):
            strange.append(path)
            continue
        try:
            made.files[path] = raw.decode()
        except UnicodeDecodeError:
            made.say("error", "no_text", path)
    made.files.update({path: None for path in held.gone if path in desk.published})
    for path, name in held.was.items():
        text = desk.published.get(path)
        if path in made.files and text != made.files[path] and blob(text) != name:
            made.say("warning", "moved_on", path)
    _skip(strange, made)
    return _only_changes(desk, made)


def belongs(desk: Desk, path: str) -> bool:
    """Whether a path is one of the texts here, or of one that can come to stand beside them."""
    if path in desk.published:
        return True
    place = PurePosixPath(path)
    folder, *below = place.parts or ("",)
    return (
        place.suffix in FOLDERS.get(folder, ())
        and bool(below)
        and str(place) == path
        and not any(wrong_file(part) for part in (*below[:-1], place.stem))
        and kind_of(place, PurePosixPath()) is not None
    )


def _is_ours(desk: Desk, section: Section) -> bool:
    paths = [path for path in (section.before, section.after) if path]
    return bool(paths) and not section.binary and all(belongs(desk, path) for path in paths)


def _take(desk: Desk, section: Section, made: Received) -> None:
    """Do what a patch does to one file, to the text that earlier parts of the same proposal left."""
    before, after = section.before, section.after
    path = after or before or ""
    now = {**desk.published, **made.files}
    text = now.get(before) if before else ""
    if text is None:
        made.say("advice" if after is None else "error", "gone" if after is None else "missing", before or "")
        return
    there = now.get(path)
    text, fitted = fit(text, section.hunks)
    if before is None and there is not None:
        if there != text:
            made.say("error", "exists", path)
        return
    if after is None and text:
        made.say("error", "kept", path)
        return
    for piece in fitted:
        if piece.fits != "fits":
            shown = "".join(hunks("".join(piece.hunk.old), "".join(piece.hunk.new))).partition("\n")[2]
            made.say(LEVELS[piece.fits], f"piece_{piece.fits}", path, piece.line, shown)
    if before and before != after:
        made.files[before] = None
    if after:
        made.files[after] = text


def _skip(paths: Iterable[str], made: Received) -> None:
    """Say once which files are none of ours."""
    names = list(dict.fromkeys(map(clipped, paths)))
    if names:
        more = say("proposal.and_more", count=len(names) - MOST_NAMED) if len(names) > MOST_NAMED else ""
        made.say("warning", "strange", files=", ".join(names[:MOST_NAMED]) + more)


def _only_changes(desk: Desk, made: Received) -> Received:
    made.files = {path: text for path, text in made.files.items() if text != desk.published.get(path)}
    if not made.files and not made.problems:
        made.say("advice", "nothing")
    return made
