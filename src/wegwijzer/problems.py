"""What the checker finds: frozen records with a place, and the nearest known name for a hint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from wegwijzer.locale import say

MANY_NAMES = 500
MANY_LETTERS = 100
Level = Literal["error", "warning", "advice"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. `line` and `column` count from 1; `message` says what is wrong, `hint` what to write instead."""

    path: str
    line: int
    column: int
    code: str
    level: Level
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Finding:
    """What a rule yields: a place as a path of keys in the file, and words. The checker stamps the rest.

    With `find` the place is where that piece of the text stands.
    """

    where: tuple[str | int, ...]
    message: str
    hint: str = ""
    at_key: bool = False
    find: str = ""


def level_word(level: Level) -> str:
    """A level as people call it."""
    return say(f"level.{level}")


BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line of a file: no other character does, whatever other programs think of it."""


def lines_of(text: str) -> list[str]:
    """The lines of a file, numbered as an editor and the parser number them."""
    lines = BREAK.split(text)
    return lines if lines[-1] else lines[:-1]


def one_line(text: str) -> str:
    """A text on one line, with visible escapes for what could break a line or steer a terminal."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def clipped(text: str, most: int = 40) -> str:
    """A piece of a file for in a message: one line, and never too long."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most and len(text) <= 4 * most else line[: most - 1].rstrip() + "…"


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the known names most like `name`, or an empty text when none is near."""
    names = list(dict.fromkeys(known))
    name = name[:MANY_LETTERS]
    if len(names) > MANY_NAMES:  # only the likely ones: comparing with each takes too long
        names = [n for n in names if abs(len(n) - len(name)) <= 2 and (n[:2] == name[:2] or n[-2:] == name[-2:])]  # noqa: PLR2004
    close = get_close_matches(name, names, n=2, cutoff=0.6)
    if len(close) > 1:
        return say("hint.meant_either", one=close[0], other=close[1])
    if close:
        return say("hint.meant", word=close[0])
    if 0 < len(names) <= 8:  # noqa: PLR2004 - a list longer than this helps nobody
        return say("hint.choose_from", names=", ".join(names))
    return ""
