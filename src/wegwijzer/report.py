"""The checker's findings for people, programs and GitHub: several reports over one result."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from wegwijzer.problems import DUTCH_LEVEL, Problem

GITHUB_LEVEL = {"error": "error", "warning": "warning", "advice": "notice"}


def as_text(problems: Sequence[Problem], files: int) -> str:
    """One line a problem, its hint below, and a summary."""
    lines = []
    for p in problems:
        lines.append(f"{p.path}:{p.line}:{p.column}: {DUTCH_LEVEL[p.level]} {p.code} {p.message}")
        if p.hint:
            lines.append(f"    → {p.hint}")
    counts = Counter(p.level for p in problems)
    found = ", ".join(
        f"{counts[level]} {word}"
        for level, word in (("error", "fouten"), ("warning", "waarschuwingen"), ("advice", "adviezen"))
        if counts[level]
    )
    lines.append(f"{files} bestanden nagekeken: {found or 'alles klopt'}.")
    return "\n".join(lines)


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
    return "\n".join([*lines, f"{files} bestanden nagekeken, {len(problems)} meldingen."])


REPORTS = {"text": as_text, "json": as_json, "github": as_github}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
