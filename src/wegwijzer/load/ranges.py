"""Where every value of a YAML text stands, to the character: what a change goes by that leaves all the rest as it is.

Only what somebody looks at is parsed: a file is cut in entries by its lines, at the keys that stand farthest left and those
right under them, and an entry is parsed when it is asked for. Where lines alone leave a doubt, the whole text is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, overload

import yaml

from wegwijzer.load.nodes import MAX_DEPTH, MAX_NODES, Quick, marks
from wegwijzer.load.pure import Pure
from wegwijzer.load.syntax import CLOSED

Parser: Any = Quick or Pure
"""What tells where a piece of a text has its values: of what is written as usual, both say the same."""
MOST = 150_000
"""How many characters a text may have of which the lines leave a doubt: a page parses no more in a second."""
UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What a parser refuses, or takes for the end of a line that no editor shows."""
NAME = re.compile(
    r"""("(?:[^"\\\n\r]|\\.)*"|'(?:[^'\n\r]|'')*'|[^\s\-?:,\[\]{}#&*!|>'"%@`][^\n\r:#]*?)[ \t]*:(?=[ \t\r\n]|$)"""
)
"""A key of a block, where it begins."""
OPENED = re.compile(
    r"""^[ ]*(?:-[ ]+)*(?:(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s#"'\[{-][^\r\n]*?):[ ]+)?"""
    r"""(?=["'\[{])(?!"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|\[[^"'\[\]{}\r\n]*\]|\{[^"'\[\]{}\r\n]*\})(.)[^\r\n]*""",
    re.MULTILINE,
)
"""A line on which a quoted text or a list between brackets begins that does not end there at first sight."""
FILLED = re.compile(r"^([ ]*)(?=[^\s#])([^\r\n]*)", re.MULTILINE)
"""A line that holds more than a remark."""
LONE = re.compile(r"\r(?!\n)")
"""What ends a line for a parser, and for nobody else any more."""
REST = re.compile(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?:\r\n|\n)")
"""The end of a line on which nothing stands behind the colon of a key."""
FLOW = re.compile(r"""(?<=[\[{,:\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[\[\]{}]""", re.DOTALL)


class UnclearError(Exception):
    """The text cannot be read here, or holds what has a second meaning: nothing in it can be changed by its place."""


@dataclass(slots=True, eq=False)
class Range:
    """A value: `kind` is `scalar`, `list` or `map`; `start` and `end` are offsets in the text, without what stands around it.

    `column` (from 0) is where its keys or dashes stand; `style` is empty for a plain text, and otherwise the sign it begins
    with. `heads`: where each entry of a block begins, at its key or its dash.
    """

    kind: str
    start: int
    column: int
    value: str = ""
    style: str = ""
    flow: bool = False
    keys: list[Range] = field(default_factory=list)
    items: Sequence[Range] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    stop: int | None = None

    @property
    def end(self) -> int:
        """Where it ends: behind its last character that is no space, and before a remark."""
        if self.stop is None:  # a block that was cut by its lines
            self.stop = self.items[-1].end
        return self.stop

    def index(self, name: str | int) -> int | None:
        """The position of an entry by its key, or of an item by its number; None when it is not there."""
        if self.kind == "map":
            return next((at for at, key in enumerate(self.keys) if key.value == str(name)), None)
        return name if self.kind == "list" and isinstance(name, int) and 0 <= name < len(self.items) else None

    def data(self) -> Any:
        """What it says: a text, a list, or pairs of a key and what stands there. A text is without spaces around it."""
        if self.kind == "scalar":
            return self.value.strip()
        values = [item.data() for item in self.items]
        return values if self.kind == "list" else list(zip((key.value for key in self.keys), values, strict=True))


class _Entries(Sequence[Range]):
    """The values of a block that was cut by its lines, each parsed when somebody asks for it."""

    def __init__(self, text: str, places: list[tuple[int, int]], read: Callable[[int, int], Range]) -> None:
        self.text = text
        self.places = places
        self._read = read
        self._known: dict[int, Range] = {}

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Range: ...
    @overload
    def __getitem__(self, index: slice) -> list[Range]: ...
    def __getitem__(self, index: int | slice) -> Range | list[Range]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self.places))[index]
        if at not in self._known:
            self._known[at] = self._read(*self.places[at])
        return self._known[at]

    def written(self, index: int) -> str:
        """The lines of an entry."""
        begin, end = self.places[index]
        return self.text[begin:end]


def same(one: Range, index: int, other: Range, position: int) -> bool:
    """Whether an entry of one block and an entry of another say the same; if they are written the same nobody parses them."""
    mine, its = one.items, other.items
    if isinstance(mine, _Entries) and isinstance(its, _Entries) and mine.written(index) == its.written(position):
        return True
    return bool(mine[index].data() == its[position].data())


def ranges(text: str) -> Range | None:
    """The root of a file; None when it holds nothing. Raises UnclearError, now or when an entry is asked for."""
    found = kept_ranges(text)
    if isinstance(found, UnclearError):
        raise found
    return found


@lru_cache(maxsize=8)
def kept_ranges(text: str) -> Range | UnclearError | None:
    """The same, with the error given back, so that what cannot be read is not read again either."""
    text = UNREADABLE.sub(" ", text)
    open_ended = None if LONE.search(text) else _open_ended(text)
    try:
        cut = None if open_ended is None else _cut(text, (0, len(text)), -1, 2, open_ended)
        if cut is None and len(text) > MOST:
            return UnclearError()
        return cut or parsed(text, 0, len(text))
    except UnclearError as error:
        return error


def _cut(text: str, place: tuple[int, int], above: int, deep: int, open_ended: list[tuple[int, int]]) -> Range | None:
    """The block in these lines, cut at its keys or dashes, if they stand right of the column `above`; None in case of doubt."""
    begin, end = place
    lines = _lines(text, begin, end)
    first = next(lines, None)
    if first and above < 0 and first[2].rstrip() == "---":
        begin = first[0] + len(first[2])
        first = next(lines, None)
    if first is None:
        return None
    _, column, line = first
    listed = _is_dash(line)
    heads = _heads(text, (begin, end), column, listed=listed) if column >= above + (not listed) else None
    inside = (each for each in open_ended if begin <= each[0] < end)
    if heads is None or any(next(_lines(text, *each, column), None) for each in inside):
        return None  # perhaps a text or a list goes on where a line could be taken for a key
    begins = [head - column for head in heads]

    def read(first: int, last: int) -> Range:
        name = NAME.match(text, first + column) if deep > 1 and not listed else None
        line = REST.match(text, name.end()) if name else None
        nested = _cut(text, (line.end(), last), column, deep - 1, open_ended) if line else None
        if nested:
            return nested
        whole = parsed(text, first, last)
        if whole is None or len(whole.items) != 1 or (whole.kind == "list") != listed:
            raise UnclearError
        return whole.items[0]

    entries = _Entries(text, list(zip(begins, [*begins[1:], end], strict=True)), read)
    keys = [] if listed else [_key(name, column) for head in heads if (name := NAME.match(text, head))]
    kind = "list" if listed else "map"
    return Range(kind, heads[0], column, keys=keys, items=entries, heads=heads)


def _heads(text: str, place: tuple[int, int], column: int, *, listed: bool) -> list[int] | None:
    """Where the keys or dashes of a block stand; None when a line is neither."""
    heads: list[int] = []
    for at, indent, line in _lines(text, *place, column):
        if not listed and heads and indent == column and _is_dash(line):
            continue  # the dashes of a list may stand as far left as its key
        if indent < column or not (_is_dash(line) if listed else NAME.match(text, at)):
            return None
        heads.append(at)
    return heads


def _lines(text: str, begin: int, end: int, most: int | None = None) -> Iterator[tuple[int, int, str]]:
    """The lines that hold more than a remark: where the first letter stands, its column, and what stands from there.

    With `most` only those that stand no further to the right.
    """
    lines = FILLED if most is None else _up_to(most)
    return ((line.start(2), len(line[1]), line[2]) for line in lines.finditer(text, begin, end))


@cache
def _up_to(column: int) -> re.Pattern[str]:
    return re.compile(rf"^([ ]{{0,{column}}})(?=[^\s#])([^\r\n]*)", re.MULTILINE)


def _is_dash(line: str) -> bool:
    return line[:1] == "-" and not line[1:2].strip()


def _key(name: re.Match[str], column: int) -> Range:
    raw = name.group(1)
    start, end = name.span(1)
    if raw[0] in "\"'":
        whole = parsed(name.string, start, end)
        if whole is None:
            raise UnclearError
        return whole
    return Range("scalar", start, column, raw, stop=end)


def _open_ended(text: str) -> list[tuple[int, int]] | None:
    """The quoted texts and lists between brackets of several lines: where the first line ends, and where they do; None when one
    has no end, or when they stand in each other many times.
    """
    places: list[tuple[int, int]] = []
    looked = 0
    for found in OPENED.finditer(text):
        close = _closing(text, found.start(1))
        looked += (close or len(text)) - found.start(1)
        if close is None or looked > 4 * len(text):  # lists in lists without end
            return None
        if close > found.end():
            places.append((found.end(), close))
    return places


def _closing(text: str, begin: int) -> int | None:
    """Where a text in quotes or a list between brackets ends; None when it does not."""
    if text[begin] in CLOSED:
        whole = CLOSED[text[begin]].match(text, begin)
        return whole.end() if whole else None
    depth = 0
    for found in FLOW.finditer(text, begin):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return None


def parsed(text: str, begin: int, end: int) -> Range | None:
    """The value in a piece of a text, parsed as a whole. Raises UnclearError for one that cannot be read."""
    piece = text[begin:end]
    reader = _Reader(text, begin)
    try:
        for event in yaml.parse(piece, Loader=Parser):
            reader.take(event)
    except yaml.YAMLError as error:
        raise UnclearError from error
    return reader.root


class _Reader:
    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.count = 0
        self.documents = 0
        self.root: Range | None = None
        self.stack: list[Range] = []
        self.key: list[Range | None] = []

    def take(self, event: yaml.Event) -> None:
        mark, last = marks(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
        elif isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
            self.add(Range(kind, self.base + mark.index, mark.column, flow=bool(event.flow_style)))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self.stack.pop()
            self.key.pop()
            done.stop = self.base + last.index if done.flow else max([done.start, *(i.end for i in done.items[-1:])])
        if self.documents > 1 or isinstance(event, yaml.AliasEvent) or self.marked(event):
            raise UnclearError

    @staticmethod
    def marked(event: yaml.Event) -> bool:
        return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))

    def scalar(self, event: yaml.ScalarEvent) -> None:
        begin, end = marks(event)
        start, stop = self.base + begin.index, self.base + end.index
        stop = start + len(self.text[start:stop].rstrip()) if event.style in {"|", ">"} else stop
        self.add(Range("scalar", start, begin.column, event.value, event.style or "", stop=stop))

    def add(self, node: Range) -> None:
        self.count += 1
        if self.count > MAX_NODES or len(self.stack) > MAX_DEPTH:
            raise UnclearError
        opens = node.kind != "scalar"
        if not self.stack:
            self.root = node
        else:
            self.put(self.stack[-1], node)
        if opens:
            self.stack.append(node)
            self.key.append(None)

    def put(self, parent: Range, node: Range) -> None:
        items = parent.items
        if parent.kind == "list":
            if not parent.flow:
                parent.heads.append(self.dash(parent, node))
        elif self.key[-1] is None:
            if node.kind != "scalar" or (not parent.flow and node.column != parent.column):
                raise UnclearError  # no name, or one behind a question mark
            self.key[-1] = node
            return
        else:
            parent.keys.append(self.key[-1])
            parent.heads.append(self.key[-1].start)
            self.key[-1] = None
        items.append(node)  # type: ignore[attr-defined]  # a list while it is being filled

    def dash(self, parent: Range, node: Range) -> int:
        """Where the dash of an item stands: right before it, or on a line of its own above."""
        if not parent.items:
            return parent.start
        for place, indent, line in _lines(self.text, parent.items[-1].end, node.start + 1):
            if indent == parent.column and _is_dash(line):
                return place
        raise UnclearError
