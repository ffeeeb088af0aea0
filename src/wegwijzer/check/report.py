"""The checker's findings for people, programs and GitHub: several reports over one result."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict

from wegwijzer.locale import say
from wegwijzer.problems import Problem, level_word, one_line

GITHUB_LEVEL = {"error": "error", "warning": "warning", "advice": "notice"}
LEVELS = ("error", "warning", "advice")
COLOUR = {"error": "1;31", "warning": "1;33", "advice": "1;36"}
WIDEST = 100
Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file by the path that problems show; empty when they cannot be read."""


def as_text(problems: Sequence[Problem], files: int, *, lines: Lines | None = None, colour: bool = False) -> str:
    """Per problem its place and words, the line itself with a caret below (when `lines` gives it), and its hint.

    Ends with a summary. `colour` adds the codes that make a terminal show colours.
    """
    paint = _painted if colour else _plain
    shown = []
    for p in problems:
        place = paint(f"{_path(p)}:{p.line}:{p.column}:", "1")
        shown.append(f"{place} {paint(f'{level_word(p.level)} {p.code}', COLOUR[p.level])} {one_line(p.message)}")
        shown += _excerpt(p, lines(p.path) if lines else (), paint)
        if p.hint:
            shown.append(f"    → {one_line(p.hint)}")
    shown.append(summary(problems, files))
    if lines and problems:
        shown.append(say("report.explain", code=problems[0].code))
    return "\n".join(shown)


def summary(problems: Sequence[Problem], files: int) -> str:
    """One line with how many files there were and how many problems of each kind."""
    counts: Counter[str] = Counter(p.level for p in problems)
    found = [_counted(level, counts[level]) for level in LEVELS if counts[level]]
    return say("report.checked", files=_counted("file", files), found=", ".join(found) or say("report.fine"))


def _counted(what: str, count: int) -> str:
    return say(f"report.{what}") if count == 1 else say(f"report.{what}_many", count=count)


def as_json(problems: Sequence[Problem], files: int) -> str:  # noqa: ARG001 - the reports share one shape
    """A list of `{path, line, column, code, level, message, hint}`."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem], files: int) -> str:
    """Annotations for a pull request."""
    lines = [
        f"::{GITHUB_LEVEL[p.level]} file={_property(p.path)},line={p.line},col={p.column},title={p.code}::"
        + _data(" ".join(text for text in (p.message, p.hint) if text))
        for p in problems
    ]
    return "\n".join([*lines, say("report.github", files=files, problems=len(problems))])


REPORTS = {"text": as_text, "json": as_json, "github": as_github}


def _excerpt(problem: Problem, lines: Sequence[str], paint: Callable[[str, str], str]) -> list[str]:
    """The line of a problem with a caret under its column; a long line is cut around it."""
    if not 0 < problem.line <= len(lines) or not lines[problem.line - 1].strip():
        return []
    line, column = lines[problem.line - 1].replace("\t", " "), problem.column - 1
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    piece = line[start : start + WIDEST]
    bar = "…" if start else " "
    margin = len(str(problem.line))
    return [
        paint(f"    {problem.line} |{bar}{_visible(piece)}", "2"),
        f"    {' ' * margin} | {' ' * min(column - start, len(piece))}{paint('^', COLOUR[problem.level])}",
    ]


def _visible(text: str) -> str:
    """A line of a file without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _path(problem: Problem) -> str:
    """A path in front of a line; one that begins as an order to the machine that runs the check does not."""
    path = one_line(problem.path)
    return f"./{path}" if path.startswith(":") else path


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, code: str) -> str:  # noqa: ARG001 - stands in for _painted
    return text


def _data(text: str) -> str:
    """A text as GitHub reads it back: its own escapes for what ends a line, visible ones for the rest."""
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
