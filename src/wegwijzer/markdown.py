"""What the checker sees of a page under docs/: what it refers to, the sources it names, and its running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from wegwijzer.guide import ExerciseId, OrganisationId, PracticeId, PublicationId, TermId, TreeId
from wegwijzer.model import FrameId, SourceId, SourceRef
from wegwijzer.problems import lines_of
from wegwijzer.references import Reference, Where

MACROS: dict[str, Any] = {
    "begrip": TermId,
    "boom": TreeId,
    "bron": SourceId,
    "frame": FrameId,
    "oefening": ExerciseId,
    "org": OrganisationId,
    "praktijk": PracticeId,
    "publicatie": PublicationId,
    "tree_page": TreeId,
    "tree_list": TreeId,
    "quiz": TreeId,
    "trainer_pakket": TreeId,
}
"""The macros that name something by id, and what they name. Of the texts that they are given, see `LABELLED`."""

LABELLED = {"begrip", "boom", "frame", "oefening", "org", "publicatie"}
"""Macros that name one thing; a second text is what the reader sees."""

CALL = re.compile(r"\{\{\s*(\w+)\(([^{}]*)\)\s*\}\}")
TEXT = re.compile(r'"([^"]*)"' + r"|'([^']*)'")
FENCE = re.compile(r"^\s*(```|~~~)")
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
MARKS = (  # each stops at what could begin it again, so that a line of many brackets takes no longer than another
    (re.compile(r"`[^`]*`"), "code"),
    (re.compile(r"<[^<>]*>"), " "),
    (LINK, r"\1"),
    (LINK, r"\1"),  # around an image
    (re.compile(r"\{[^{}]*\}"), " "),
    (re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)"), ""),
    (re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+\w+"), ""),
    (re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+"), ""),
    (re.compile(r"\|"), ". "),
)


@dataclass(frozen=True)
class Page:
    """`blocks` are the paragraphs, headings and items, without markup and macros."""

    references: tuple[Reference, ...] = field(default=(), metadata={"prose": False})
    sources: tuple[SourceRef, ...] = ()
    blocks: tuple[str, ...] = ()


def read_page(text: str) -> tuple[Page, dict[Where, tuple[int, int]]]:
    """The page in a Markdown text, and the line and column (from 1) of everything in it."""
    references: list[Reference] = []
    sources: list[SourceRef] = []
    blocks: list[str] = []
    places: dict[Where, tuple[int, int]] = {}
    for number, line in _running_lines(text):
        for match in CALL.finditer(line):
            kind = MACROS.get(match.group(1))
            for index, argument in enumerate(TEXT.finditer(match.group(2))):
                if kind is None or (index and match.group(1) in LABELLED):
                    break
                name = argument.group(1) or argument.group(2) or ""
                group, found = ("sources", sources) if kind is SourceId else ("references", references)
                where = (group, len(found))
                places[where] = (number, match.start(2) + argument.start() + 2)
                found.append(SourceRef(name) if kind is SourceId else Reference(where, kind, name))  # type: ignore[arg-type]
        words = _plain(line)
        if words:
            places["blocks", len(blocks)] = (number, 1)
            blocks.append(words)
    return Page(tuple(references), tuple(sources), tuple(blocks)), places


def _running_lines(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers, without front matter and code."""
    lines = list(enumerate(lines_of(text), 1))
    if lines and lines[0][1].strip() == "---":
        end = next((index for index, (_, line) in enumerate(lines[1:], 1) if line.strip() == "---"), 0)
        lines = lines[end + 1 :]
    kept, fenced = [], False
    for number, line in lines:
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            kept.append((number, line))
    return kept


def _plain(line: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        if match.group(1) not in LABELLED:
            return " "
        given = [a or b for a, b in TEXT.findall(match.group(2))]
        return given[-1] if len(given) > 1 else "dit"

    words = CALL.sub(spoken, line)
    for pattern, put in MARKS:
        words = pattern.sub(put, words)
    words = " ".join(words.split())
    return words if re.search(r"[A-Za-zÀ-ÿ]{2}", words) else ""
