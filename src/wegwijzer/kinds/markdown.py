"""What the checker sees of a page under docs/: what it refers to, the sources it names, and its running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.references import Reference
from wegwijzer.locale import say
from wegwijzer.model import SourceId, SourceRef, Where
from wegwijzer.problems import BREAK, lines_of

MACROS: Mapping[str, Any] = KINDS.macros
"""The macros that name something by id, and what they name. Of the texts that they are given, see `LABELLED`."""

BLOCKS: AbstractSet[str] = KINDS.blocks
"""The other macros: those that show something whole."""

LABELLED: AbstractSet[str] = KINDS.labelled
"""Macros that name one thing; a second text is what the reader sees."""

CALL = re.compile(r"\{\{\s*(\w+)\(([^{}]*)\)\s*\}\}")
TEXT = re.compile(r'"([^"]*)"' + r"|'([^']*)'")
_GIVEN = r"""(?:"[^"\\]*"|'[^'\\]*')"""
ARGUMENTS = re.compile(rf"\s*(?:{_GIVEN}(?:\s*,\s*(?:entry=)?{_GIVEN})*\s*)?")
"""What a macro may be given: texts, and nothing that the template would work out."""
NAMED = re.compile(r",\s*entry=")
"""Before the text that names a part of the first one: `wizard("reactie", entry="privegegevens")`."""
WITH_ENTRY = frozenset({"wizard"})
"""The macros that may be given one."""
FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
"""The lines at the top of a page that describe it. Who loads the page reads them (`wegwijzer.load`)."""
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
    (re.compile(r"^/{3,}\s*(?:details\s*\|)?"), ""),
    (re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+"), ""),
    (re.compile(r"\|"), ". "),
)


BEGINS = re.compile(r"^\s*(?:#{1,6}\s|>?\s*(?:[-*+]|\d+\.)\s|\||!!!|\?\?\?|/{3,})")
"""A line that begins a heading, an item, a row, a box or a fold."""
ALONE = re.compile(r"^\s*(?:#{1,6}\s|\||!!!|\?\?\?|/{3,})")
"""A line that no next line continues."""
ADDRESS = re.compile(r"\]\(\s*<?([^)>\s]+)")


MADE = {
    *("a", "blockquote", "br", "code", "details", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li"),
    *("ol", "p", "pre", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
"""The elements that Markdown makes."""


@dataclass(frozen=True)
class Element:
    """An element of the page that readers get. `typed` is one that the file writes as HTML.

    What no element is has a sign before its name (`/div` for a tag that does not fit, `!--` for a comment); `code` is
    a piece for the template, without a name.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    typed: bool = False
    code: str = ""


@dataclass(frozen=True)
class Page:
    """`blocks` are the lines of paragraphs, headings and items, without markup and macros.

    `begins` are the indexes of the blocks that begin a paragraph, `links` the addresses with the index of their block.
    `lang` is the language that the front matter names, if it does; `read` gives the elements. Both come from `wegwijzer.load`.
    """

    references: tuple[Reference, ...] = field(default=(), metadata={"prose": False})
    sources: tuple[SourceRef, ...] = ()
    blocks: tuple[str, ...] = ()
    begins: tuple[int, ...] = field(default=(), metadata={"prose": False})
    links: tuple[tuple[int, str], ...] = field(default=(), metadata={"prose": False})
    read: Callable[[], tuple[Element, ...]] = field(default=tuple, compare=False, metadata={"prose": False})
    lang: str = field(default="", metadata={"prose": False})

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What the page becomes: Markdown takes its time, and most who load a page need none of it."""
        return self.read()

    def paragraphs(self) -> Iterator[Paragraph]:
        """What a reader reads as one text, in order."""
        for first, after in pairwise((*self.begins, len(self.blocks))):
            links = tuple(href for index, href in self.links if first <= index < after)
            yield Paragraph(("blocks", first), " ".join(self.blocks[first:after]), links)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, item or row: where it begins, its words, and the addresses of the links in it."""

    where: Where
    text: str
    links: tuple[str, ...] = ()


def may_be_given(macro: str, given: str) -> bool:
    """Whether a macro can be given this: what stands between its brackets."""
    return bool(ARGUMENTS.fullmatch(given)) and (macro in WITH_ENTRY or not NAMED.search(given))


def read_page(text: str) -> tuple[Page, dict[Where, tuple[int, int]]]:
    """The page in a Markdown text, and the line and column (from 1) of everything in it."""
    references: list[Reference] = []
    sources: list[SourceRef] = []
    blocks: list[str] = []
    begins: list[int] = []
    links: list[tuple[int, str]] = []
    places: dict[Where, tuple[int, int]] = {}
    above = (0, "")
    for number, line in running_lines(text):
        for match in CALL.finditer(line):
            kind, first = MACROS.get(match.group(1)), ""
            for index, argument in enumerate(TEXT.finditer(match.group(2))):
                if kind is None or (index and match.group(1) in LABELLED):
                    break
                name = argument.group(1) or argument.group(2) or ""
                if index and match.group(2)[: argument.start()].endswith("="):
                    name = f"{first}/{name}"
                else:
                    first = name
                at = (number, match.start(2) + argument.start() + 2)
                if kind is SourceId:
                    places["sources", len(sources)] = at
                    sources.append(SourceRef(SourceId(name)))
                else:
                    where = ("references", len(references))
                    places[where] = at
                    references.append(Reference(where, kind, name))
        words = _plain(line)
        if words:
            places["blocks", len(blocks)] = (number, 1)
            links += [(len(blocks), href) for href in ADDRESS.findall(line)]
            if not blocks or not _continues(line, number, above):
                begins.append(len(blocks))
            blocks.append(words)
        above = (number, line)
    parts = tuple(references), tuple(sources), tuple(blocks), tuple(begins), tuple(links)
    return Page(*parts), places


def _continues(line: str, number: int, above: tuple[int, str]) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    before, upper = above
    quoted = line.lstrip().startswith(">") == upper.lstrip().startswith(">")
    return before == number - 1 and bool(upper.strip()) and quoted and not BEGINS.match(line) and not ALONE.match(upper)


def running_lines(text: str) -> list[tuple[int, str]]:
    """The lines with their numbers, without front matter and code."""
    text = BREAK.sub("\n", text)
    lines = lines_of(text)
    front = FRONT.match(text)
    above = front.group().count("\n") if front else 0
    kept, fenced = [], False
    for number, line in enumerate(lines[above:], above + 1):
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
        return given[-1] if len(given) > 1 else say("page.this")

    words = CALL.sub(spoken, line)
    for pattern, put in MARKS:
        words = pattern.sub(put, words)
    words = " ".join(words.split())
    return words if re.search(r"[A-Za-zÀ-ÿ]{2}", words) else ""
