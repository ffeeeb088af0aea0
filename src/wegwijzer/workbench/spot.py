"""Where in a file somebody types: the path of keys that leads there, also while the text is no YAML yet.

Of the text only what is needed stands: the lines that the line of the caret belongs under, which are indented less and less, and
that line itself. A parser reads those few, whatever is wrong elsewhere, and however long the file is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from wegwijzer.load.ranges import Parser
from wegwijzer.model import Where
from wegwijzer.problems import lines_of

CARET = "\ue000"
"""What stands for the word at the caret while the lines are read: a character that no text of people has."""
LONGEST_LINE = 5_000
WORD = re.compile(r"[\w./-]*\Z")
REST = re.compile(r"[\w./-]*")
OWN_LINE = re.compile(r"\s*(?:- +)*")
BEFORE_WORD = re.compile(r"(?:[\s{\[,]|\A)\Z")
KEY = re.compile(r" *(?:- +)*(?P<key>[\w-]+):(?=\s|\Z)")


@dataclass(frozen=True)
class Spot:
    """What is typed at a caret: the `word` so far, at the end of a path of keys.

    For a key the path is that of the block in which it will stand, and `beside` has the keys that stand there already.
    """

    where: Where
    is_key: bool
    word: str
    beside: frozenset[str] = frozenset()


def spots(text: str, at: int) -> Iterator[Spot]:
    """What the word that ends at an offset of the text can be: a key, a value, or either; nothing inside a text of several words."""
    lines = lines_of(text[:at] + "\n")
    tail, *below = lines_of(text[at:]) or [""]
    head = lines[-1]
    word = WORD.search(head)
    if word is None or len(head) + len(tail) > LONGEST_LINE:
        return
    before, rest = head[: word.start()], REST.sub("", tail, count=1)
    if not BEFORE_WORD.search(before):
        return
    above = lines[:-1]
    own = OWN_LINE.fullmatch(before)
    begun = _indent(before + CARET)
    parents = [*_parents(above, begun)]
    if own and not rest.strip():
        spot = _read([*parents, f"{before}{CARET}:"], word[0])
        if spot:
            yield _with_beside(spot, above, below, begun)
    spot = _read([*parents, f"{before}{CARET}{rest}"], word[0])
    if spot:
        yield spot


def _indent(line: str) -> tuple[int, bool]:
    """How far a line stands in, and whether it begins an item of a list: of two as far, the item stands deeper."""
    bare = line.lstrip(" ")
    return len(line) - len(bare), bare.startswith("- ") or bare == "-"


def _column(line: str) -> int:
    """Where the first key of a line stands, also behind the dashes of a list."""
    return len(line) - len(line.lstrip(" -"))


def _holds(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _parents(above: list[str], limit: tuple[int, bool]) -> list[str]:
    """The lines under which a line stands that is indented as `limit` says, the first one first."""
    found: list[str] = []
    for line in reversed(above):
        if limit == (0, False):
            break
        if _holds(line) and len(line) <= LONGEST_LINE and _indent(line) < limit:
            limit = _indent(line)
            found.append(line)
    return found[::-1]


def _with_beside(spot: Spot, above: list[str], below: list[str], begun: tuple[int, bool]) -> Spot:
    """The spot with the keys of the lines above and below that stand in the same block."""
    column, found = _column("".join([" " * begun[0], "- " * begun[1], CARET])), set(spot.beside)
    if not begun[1]:
        for line in _as_far(reversed(above), column, first=False):
            found.update(key["key"] for key in [KEY.match(line)] if key)
    for line in _as_far(iter(below), column, first=True):
        found.update(key["key"] for key in [KEY.match(line)] if key)
    return Spot(spot.where, spot.is_key, spot.word, frozenset(found))


def _as_far(lines: Iterator[str], column: int, *, first: bool) -> Iterator[str]:
    """The lines whose key stands in this column, until one that ends the block; upwards that is the item of a list itself."""
    for line in lines:
        if not _holds(line):
            continue
        indent, item = _indent(line)
        if indent < column and (first or not item or _column(line) != column):
            return
        if _column(line) == column:
            yield line
            if item:
                return


def _read(lines: list[str], word: str) -> Spot | None:
    """The spot of the caret in these lines; None when it stands in a remark, inside a longer text, or where nothing can be made of it."""
    way = _Way()
    try:
        for event in yaml.parse("\n".join(lines), Loader=Parser):
            if isinstance(event, yaml.ScalarEvent) and CARET in event.value:
                alone = event.value[0] == CARET and event.style not in {"|", ">"} and way.blocks
                return Spot(way.where(), way.at_key, word, frozenset(way.blocks[-1] or ())) if alone else None
            way.take(event)
    except yaml.YAMLError:
        pass
    return None


class _Way:
    """Follows the events of a parser: which blocks are open (the keys of each so far; None for a list), and how one got here."""

    def __init__(self) -> None:
        self.blocks: list[set[str] | None] = []
        self.path: list[str | int] = []
        self.at_key = False

    def where(self) -> Where:
        return tuple(self.path[:-1] if self.at_key else self.path)

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self.at_key = isinstance(event, yaml.MappingStartEvent)
            self.blocks.append(set() if self.at_key else None)
            self.path.append(0)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.blocks.pop()
            self.path.pop()
            self.valued()
        elif isinstance(event, yaml.NodeEvent):
            name = str(getattr(event, "value", ""))
            if self.at_key and (keys := self.blocks[-1]) is not None:
                keys.add(name)
                self.path[-1], self.at_key = name, False
            else:
                self.valued()

    def valued(self) -> None:
        """A value ended: in a block a key follows, in a list the next item."""
        if not self.blocks:
            return
        self.at_key = self.blocks[-1] is not None
        if not self.at_key:
            self.path[-1] = int(self.path[-1]) + 1
