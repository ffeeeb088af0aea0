"""Another way to write the line in which something is wrong: with quotation marks, a space, a colon, or as two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from wegwijzer.language import of_language
from wegwijzer.language.prose import END, words
from wegwijzer.load.nodes import parse
from wegwijzer.problems import Problem
from wegwijzer.workbench.text import units_of

Edit = dict[str, Any]
ENTRY = re.compile(r"[\s\u00a0]*(?:-\s+)*(?:[\w-]+:\s+)?(?P<value>.*\S|)\s*")
GLUED = re.compile(r"[\s{,-]*[\w-]+:(?=[^\s:/])")
BARE = re.compile(r"\s*(?:-\s+)?[\w-]+\s*")
KEY = re.compile(r"[{,]\s*[\w-]+:\s+")
NEXT = re.compile(r"\s*(?:,\s*[\w-]+:(?:\s|$)|[}\]]\s*(?:[,}\]]|$)|$)")
WORD = re.compile(r"[^\s,\]}#][^,\]}#]*")
LEAST = 4
"""Words of a half of a sentence: a shorter one is better written anew."""


class Spot:
    """The place of a problem in a text."""

    def __init__(self, text: str, problem: Problem) -> None:
        self.text = text
        self.problem = problem
        self.units = units_of(text)
        begins = self.units.begins
        self.begin = begins[problem.line - 1] if problem.line <= len(begins) else len(text)
        self.offset = min(self.begin + problem.column - 1, len(text))

    @cached_property
    def line(self) -> str:
        return self.text[self.begin : _line_end(self.text, self.begin)]

    @cached_property
    def end_of_value(self) -> int:
        """Where the value ends that stands in the line: with the last line below it that stands further in."""
        indent = len(self.line) - len(self.line.lstrip(" -"))
        end = _line_end(self.text, self.begin)
        while end < len(self.text):
            begin = end + (2 if self.text.startswith("\r\n", end) else 1)
            following = self.text[begin : _line_end(self.text, begin)]
            if not following.strip() or len(following) - len(following.lstrip()) <= indent:
                break
            end = begin + len(following)
        return end

    def replaced(self, begin: int, end: int, insert: str) -> Edit:
        """The edit that puts something in the place of a piece of the text."""
        return {"op": "text", "from": self.units.units(begin), "to": self.units.units(end), "insert": insert}


def written(spot: Spot) -> Iterator[tuple[str, Edit]]:
    """Other ways to write the line, each with the name of what was done. Of a line that no parser understands only one that it does."""
    for name, begin, end, insert in _candidates(spot):
        if spot.problem.code != "W002" or _reads(spot, begin, end, insert):
            yield name, spot.replaced(begin, end, insert)
            return


def _candidates(spot: Spot) -> Iterator[tuple[str, int, int, str]]:
    line, begin, column = spot.line, spot.begin, spot.problem.column - 1
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        for width in (2, 4):
            yield "tab", begin, begin + len(indent), indent.replace("\t", " " * width)
    if spot.problem.code in ("W002", "W006") and (
        glued := GLUED.match(line, 0 if spot.problem.code == "W002" else column)
    ):
        yield "space", begin + glued.end(), begin + glued.end(), " "
    if spot.problem.code == "W002" and (bare := BARE.fullmatch(line)):
        end = begin + len(bare[0].rstrip())
        yield "colon", end, end, ":"
    if spot.problem.code != "W006":
        first, last = _value(spot)
        for quoted in _quoted(spot.text[first:last]):
            yield "quote", first, last, quoted


def _value(spot: Spot) -> tuple[int, int]:
    """Where the text stands that was meant as one value."""
    line, column = spot.line, spot.problem.column - 1
    if spot.problem.code == "W010" and (word := WORD.match(line, column)):
        return spot.begin + column, spot.begin + column + len(word[0].rstrip())
    if "{" in line[: column + 1] or ("[" in line[:column] and spot.problem.code != "W002"):
        begin = max((key.end() for key in KEY.finditer(line) if key.end() <= column), default=column)
        end = NEXT.search(line, max(begin, column))
        return spot.begin + begin, spot.begin + (end.start() if end else len(line))
    entry = ENTRY.match(line)
    value = spot.text[spot.begin + (entry.start("value") if entry else 0) : spot.end_of_value]
    begin = spot.begin + (entry.start("value") if entry else 0)
    return begin, begin + len(value.rstrip())


def _quoted(value: str) -> Iterator[str]:
    """A text between quotation marks; one that was opened and not closed is closed."""
    if not value:
        return
    mark = value[0]
    if mark in "\"'" and mark not in value[1:] and not value.startswith("'t "):
        yield value + mark
    if '"' not in value and "\\" not in value:
        yield f'"{value}"'
    else:
        yield "'" + value.strip('"').replace("'", "''") + "'"


def _reads(spot: Spot, begin: int, end: int, insert: str) -> bool:
    """Whether a parser understands the line after an edit, with what belongs to it."""
    first = spot.text.rfind("\n", 0, spot.begin - 1) + 1 if insert.isspace() and begin == spot.begin else spot.begin
    rest = spot.text[end : max(spot.end_of_value, end)]
    after = spot.text[first:begin] + insert + rest
    indents = [len(line) - len(line.lstrip()) for line in after.splitlines() if line.strip()]
    least = min(indents, default=0)
    root, problems = parse("\n".join(line[least:] for line in after.splitlines()) + "\n", "")
    return root is not None and not problems


def divided(spot: Spot) -> tuple[Edit, str] | None:
    """A sentence that begins at the problem, cut in two where a word joins its halves; and how the second one begins."""
    joining = getattr(of_language("sentences"), "JOINING", ())
    end = END.search(spot.text, spot.offset, spot.end_of_value)
    last = end.start() if end else spot.end_of_value
    sentence = spot.text[spot.offset : last]
    found = re.finditer(rf"(?:,(\s+)(?=(?:{'|'.join(joining)})\s)|;(\s+)(?=\w))(\w)", sentence) if joining else ()
    halves = [
        (abs(len(words(sentence[: cut.start()])) - len(words(sentence[cut.end() :]))), cut)
        for cut in found
        if min(len(words(sentence[: cut.start()])), len(words(sentence[cut.end() - 1 :]))) >= LEAST
    ]
    if not halves:
        return None
    _, cut = min(halves, key=lambda half: half[0])
    gap, letter = cut[1] or cut[2], cut[3].upper()
    begin = spot.offset + cut.start()
    edit = spot.replaced(begin, spot.offset + cut.end(), f".{gap}{letter}")
    return edit, " ".join((letter + sentence[cut.end() :]).split())


def _line_end(text: str, begin: int) -> int:
    found = re.compile(r"\r?\n|\r").search(text, begin)
    return found.start() if found else len(text)
