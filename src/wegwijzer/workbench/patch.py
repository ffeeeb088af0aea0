"""Changed files as a patch that `git am` takes: a message with a title and a reason, and the lines that went and came.

As git does, a line ends with a newline alone. A text with other ends of lines is written in quoted-printable, for of plain lines
git takes a carriage return away.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from wegwijzer.locale import say
from wegwijzer.workbench.changes import Changed

NONE, MODE = "0" * 40, "100644"
SENDER = "werkplaats@wegwijzer.invalid"
"""The address of who gives none: of a domain that nobody can have."""
PERSON = re.compile(r"(?P<name>[^<>]*)<(?P<mail>[^\s<>@]+@[^\s<>@]+)>")
STEERS = re.compile(
    r"^(?=---|diff |index: |>?from |(?:from|subject|date|content-[\w-]+):|\[patch)", re.IGNORECASE | re.MULTILINE
)
"""A line of a reason that git would not take as a part of it."""
CONTEXT = 3
MOST_WORK = 10_000_000
"""Lines before times lines after: of more than this the whole piece is replaced, for to find what stayed takes too long."""
NO_END = "\n\\ No newline at end of file\n"
SPECIAL = {"\n": "n", "\t": "t", "\r": "r", '"': '"', "\\": "\\"}


@dataclass(frozen=True)
class Message:
    """What a proposal says of itself: what it is, why, and who made it (a name, `Name <address>`, or nothing)."""

    title: str = ""
    why: str = ""
    who: str = ""


def as_patch(changes: Iterable[Changed], message: Message) -> str:
    """The patch, with what git asks of a mail."""
    body = "".join(map(file_patch, changes))
    why = STEERS.sub(" ", message.why.replace("\r\n", "\n").replace("\r", "\n").strip())
    text = f"{why}\n---\n\n{body}" if why else f"---\n\n{body}"
    plain = "\r" not in text
    head = [
        f"From {NONE} Mon Sep 17 00:00:00 2001",
        f"From: {_person(message.who)}",
        f"Subject: [PATCH] {_line(message.title)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        f"Content-Transfer-Encoding: {'8bit' if plain else 'quoted-printable'}",
        "",
        "",
    ]
    return "\n".join(head) + (text if plain else _quoted_printable(text))


def file_patch(change: Changed) -> str:
    """What changed in one file, as git writes it."""
    before, after = change.before, change.after
    one, other = quoted(f"a/{change.path}"), quoted(f"b/{change.path}")
    mode = f" {MODE}"
    head = [f"diff --git {one} {other}"]
    if before is None:
        head, mode, one = [*head, f"new file mode {MODE}"], "", "/dev/null"
    if after is None:
        head, mode, other = [*head, f"deleted file mode {MODE}"], "", "/dev/null"
    head.append(f"index {blob(before)}..{blob(after)}{mode}")
    pieces = list(hunks(before or "", after or ""))
    if pieces:
        head += [f"--- {_spaced(one)}", f"+++ {_spaced(other)}"]
    return "".join(f"{line}\n" for line in head) + "".join(pieces)


def hunks(before: str, after: str) -> Iterator[str]:
    """The pieces that differ, each with three lines around it."""
    old, new = lines_of(before), lines_of(after)
    for group in _Found(_compared(old, new)).get_grouped_opcodes(CONTEXT):
        (_, old_from, _, new_from, _), (_, _, old_to, _, new_to) = group[0], group[-1]
        told = [f"@@ -{_range(old_from, old_to)} +{_range(new_from, new_to)} @@\n"]
        for tag, from_old, to_old, from_new, to_new in group:
            if tag == "equal":
                told += [" " + line for line in old[from_old:to_old]]
            else:
                told += ["-" + line for line in old[from_old:to_old]] + ["+" + line for line in new[from_new:to_new]]
        yield "".join(line if line.endswith("\n") else line + NO_END for line in told)


def lines_of(text: str) -> list[str]:
    """The lines of a text as git counts them, each with its end."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def blob(text: str | None) -> str:
    """The name that git gives to a file with this text."""
    if text is None:
        return NONE
    content = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def quoted(path: str) -> str:
    """A path as git writes it: between quotes when it holds more than plain letters and spaces."""
    if all(" " <= letter <= "~" and letter not in '"\\' for letter in path):
        return path
    return '"' + "".join(map(_special, path)) + '"'


def _special(letter: str) -> str:
    if letter in SPECIAL:
        return "\\" + SPECIAL[letter]
    return letter if " " <= letter <= "~" else "".join(f"\\{byte:03o}" for byte in letter.encode())


def _spaced(path: str) -> str:
    return f"{path}\t" if " " in path and not path.startswith('"') else path


class _Found(SequenceMatcher[str]):
    """A comparison that was made already; the library puts its pieces together."""

    def __init__(self, found: list[Any]) -> None:
        super().__init__()
        self.found = found

    def get_opcodes(self) -> Any:
        return self.found


def _compared(old: list[str], new: list[str]) -> list[Any]:
    """What stayed, what went and what came; where texts begin and end alike is found first, for most changes are small."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(one) * len(other) > MOST_WORK:
        middle: list[Any] = [("replace", 0, len(one), 0, len(other))]
    else:
        middle = SequenceMatcher(None, one, other).get_opcodes()
    found: list[Any] = [("equal", 0, head, 0, head)] if head else []
    found += [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in middle]
    if tail:
        found.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return found


def _range(begin: int, end: int) -> str:
    """Lines as a hunk names them: of none the one before."""
    return f"{begin + (end > begin)},{end - begin}"


def _person(who: str) -> str:
    found = PERSON.search(_line(who))
    name = (found["name"] if found else who).translate(dict.fromkeys(map(ord, '<>"@,;()')))
    return f"{_line(name) or say('proposal.nobody')} <{found['mail'] if found else SENDER}>"


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted_printable(text: str) -> str:
    plain = set(map(chr, range(ord(" "), ord("~") + 1))) - {"="} | {"\n"}
    packed = ("".join(f"={byte:02X}" for byte in letter.encode()) if letter not in plain else letter for letter in text)
    return "".join(packed).replace(" \n", "=20\n")
