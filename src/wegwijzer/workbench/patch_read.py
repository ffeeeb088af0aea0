"""Reads a patch as `git format-patch`, `git diff` or a workbench writes it, also when it was packed to travel by mail."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass, field

from wegwijzer.workbench.changes import NoProposalError
from wegwijzer.workbench.patch import SENDER, Message, lines_of

MAIL = re.compile(r"^From [0-9a-f]{40} .*\n", re.MULTILINE)
HEADER = re.compile(r"(?:[\w-]+:.*\n(?:[ \t].*\n)*)+(?=\n)")
NAMED = re.compile(r"^(From|Subject|Content-Transfer-Encoding):[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE | re.IGNORECASE)
PACKED_WORD = re.compile(r"=\?utf-8\?([qb])\?([^?\s]*)\?=(?:\s+(?==\?))?", re.IGNORECASE)
TAG = re.compile(r"^(?:\[[^\]]*\]\s*)+")
RANGES = re.compile(r"@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@")
PIECE = re.compile(r"^(?:@@ -|diff --git |--- )", re.MULTILINE)
ESCAPED = re.compile(r"\\([0-7]{3}|.)")
LETTERS = {"n": b"\n", "t": b"\t", "r": b"\r", "a": b"\a", "b": b"\b", "f": b"\f", "v": b"\v"}
NOWHERE = "/dev/null"
MOST_HEADER, MOST_PIECES = 20_000, 5_000
"""Characters of a header, and of a patch lines with which a file or a piece begins."""


@dataclass
class Hunk:
    """A piece: the lines that it replaces and those that it puts there, lines around them included; `begin` is the line of the first
    (from 1), `around` how many lines at its begin and at its end stay.
    """

    begin: int
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    around: tuple[int, int] = (0, 0)


@dataclass
class Section:
    """What a patch does to one file: `before` and `after` are its paths, None when it comes or goes. A `binary` one cannot be read."""

    before: str | None
    after: str | None
    hunks: list[Hunk] = field(default_factory=list)
    binary: bool = False


def read_patch(text: str) -> tuple[Message, list[Section]]:
    """What a patch says of itself (the first, of several in one file) and what it does. Raises NoProposalError."""
    messages: list[Message] = []
    sections: list[Section] = []
    pieces = 0
    for mail in MAIL.split(text) if MAIL.match(text) else [text]:
        message, body = _opened(mail)
        pieces += len(PIECE.findall(body))
        if pieces > MOST_PIECES:
            raise NoProposalError("large")
        found = list(_sections(lines_of(body)))
        if found:
            messages.append(message)
            sections += found
    if not sections:
        raise NoProposalError
    return messages[0], sections


def _opened(mail: str) -> tuple[Message, str]:
    """The message of a mail, and its text as it was before it was packed. Of plain lines a carriage return is of no meaning."""
    plain = mail.replace("\r\n", "\n")
    header = HEADER.match(plain, 0, MOST_HEADER)
    if not header:
        return Message(), plain
    named = {name.lower(): value for name, value in NAMED.findall(header[0])}
    body, packed = plain[header.end() + 1 :], named.get("content-transfer-encoding", "").strip().lower()
    try:
        if packed == "base64":
            body = a2b_base64(body).decode()
        elif packed == "quoted-printable":
            body = a2b_qp(body.encode()).decode()
    except (Error, UnicodeDecodeError):
        raise NoProposalError from None
    why = re.split(r"^(?:---|diff )", body, maxsplit=1, flags=re.MULTILINE)[0]
    title = TAG.sub("", _words(named.get("subject", "")))
    name, _, mail = _words(named.get("from", "")).rpartition(" ")
    return Message(title, why.strip(), name if SENDER in mail else f"{name} {mail}".strip()), body


def _words(value: str) -> str:
    """What a line of a header says, also when its letters were packed."""
    try:
        told = PACKED_WORD.sub(_unpacked, value)
    except (Error, UnicodeDecodeError):
        told = value
    return " ".join(told.split())


def _unpacked(word: re.Match[str]) -> str:
    raw = word[2].encode()
    return (a2b_base64(raw) if word[1] in "bB" else a2b_qp(raw, header=True)).decode()


def _sections(lines: list[str]) -> Iterator[Section]:
    now: Section | None = None
    at = 0
    while at < len(lines):
        line = lines[at].rstrip("\n")
        if line.startswith("diff --git "):
            if now:
                yield now
            now = Section(*_both(line[11:]))
        elif line.startswith("--- ") and at + 1 < len(lines) and lines[at + 1].startswith("+++ "):
            if now and now.hunks:
                yield now
                now = None
            before, after = _path(line[4:]), _path(lines[at + 1][4:].rstrip("\n"))
            now = now or Section(before, after)
            now.before, now.after = before, after
            at += 1
        elif now and line.startswith("@@ -"):
            hunk, at = _hunk(lines, at)
            now.hunks.append(hunk)
            continue
        elif now and not now.hunks:
            _told(now, line)
        at += 1
    if now:
        yield now


def _told(section: Section, line: str) -> None:
    """What stands between the names of a file and its pieces."""
    if line.startswith("new file mode"):
        section.before = None
    elif line.startswith("deleted file mode"):
        section.after = None
    elif line.startswith("rename from "):
        section.before = _unquoted(line[12:])
    elif line.startswith(("rename to ", "copy to ")):
        section.after = _unquoted(line.partition(" to ")[2])
    elif line.startswith(("GIT binary patch", "Binary files ")):
        section.binary = True


def _hunk(lines: list[str], at: int) -> tuple[Hunk, int]:
    """The piece that begins at a line, and the line after it."""
    ranges = RANGES.match(lines[at])
    if not ranges:
        raise NoProposalError("broken", at + 1)
    hunk, begin = Hunk(int(ranges[1])), at
    left = [int(ranges[2] or 1), int(ranges[3] or 1)]
    signs = ""
    at += 1
    while any(left) or (at < len(lines) and lines[at].startswith("\\")):
        line = lines[at] if at < len(lines) else ""
        sign, text = (line[:1], line[1:]) if line != "\n" else (" ", line)
        if sign == "\\" and signs:
            for side, belongs in ((hunk.old, " -"), (hunk.new, " +")):
                if signs[-1] in belongs:
                    side[-1] = side[-1].removesuffix("\n")
        elif sign in (" ", "-", "+") and line:
            for number, (side, belongs) in enumerate(((hunk.old, " -"), (hunk.new, " +"))):
                if sign in belongs:
                    side.append(text)
                    left[number] -= 1
            signs += sign
        else:
            raise NoProposalError("broken", begin + 1)
        if min(left) < 0:
            raise NoProposalError("broken", begin + 1)
        at += 1
    hunk.around = (len(signs) - len(signs.lstrip(" ")), len(signs) - len(signs.rstrip(" ")))
    return hunk, at


def _both(names: str) -> tuple[str | None, str | None]:
    """The two paths after `diff --git`: the same name twice, for a renamed file says its names itself."""
    half = names[: len(names) // 2]
    return _path(half), _path(names[len(names) // 2 + 1 :])


def _path(name: str) -> str | None:
    plain = _unquoted(name if name.startswith('"') else name.partition("\t")[0])
    if plain == NOWHERE:
        return None
    return plain[2:] if plain.startswith(("a/", "b/")) else plain


def _unquoted(name: str) -> str:
    """A path as it is, that git wrote between quotes."""
    inside = re.fullmatch(r'"(.*)"\s*', name)
    if not inside:
        return name
    pieces, end = [], 0
    for found in ESCAPED.finditer(inside[1]):
        code = found[1]
        pieces += [inside[1][end : found.start()].encode()]
        pieces += [bytes([int(code, 8) & 0xFF]) if len(code) > 1 else LETTERS.get(code, code.encode())]
        end = found.end()
    return b"".join([*pieces, inside[1][end:].encode()]).decode("utf-8", "replace")
