"""YAML text to a tree of nodes that know their place. Every syntax problem is found here.

The tree is built from parser events with a stack of our own, so depth and size stay bounded whatever
a file holds, and nothing is evaluated: a node is a text, a list or a mapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.load.characters import HIDDEN, clean, conflict
from wegwijzer.load.pure import Pure
from wegwijzer.load.syntax import escaped, explain
from wegwijzer.locale import say
from wegwijzer.problems import BREAK, Problem, clipped, lines_of

Quick: Any = getattr(yaml, "CSafeLoader", None)
"""LibYAML, where it is. What it finds nothing wrong with, `Pure` reads the same; of the rest `Pure` tells what is wrong, everywhere."""
ODD = re.compile(r"\t|\?[ \n]*\Z|^[ -]*\?[ \n]|^(?:---|\.\.\.)", re.MULTILINE)
"""What the two do not read alike: a tab, a question mark that begins a key, and where nothing stands at the edge of a document."""
MAX_BYTES = 20_000_000
MAX_DEPTH = 40
MAX_PROBLEMS = 200
MAX_NODES = 1_000_000
SWALLOWED = re.compile(r"[^\s#][ \t]+#[^\s#!]")
"""What may be a text that lost its end: ` #1` starts a comment."""


def marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Where an event begins and ends. One that comes from a text has both; only those that a program makes have none."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]  # as said


@dataclass(slots=True, eq=False)
class Node:
    """One value. `kind` is `scalar`, `list` or `map`; lines and columns count from 1; `hash`: what stands behind a `#`
    where a value should have been; `kept`: the items of a list that came in the record, None when all did.
    """

    kind: str
    line: int
    column: int
    value: str = ""
    plain: bool = False
    hash: str = ""
    flow: bool = False
    items: list[Node] = field(default_factory=list)
    keys: list[Node] = field(default_factory=list)
    index: dict[str, int] | None = None
    kept: list[Node] | None = None

    def entries(self) -> Iterator[tuple[Node, Node]]:
        """The key and value nodes of a mapping, in file order."""
        return zip(self.keys, self.items, strict=True)

    def at(self, path: tuple[str | int, ...], *, key: bool = False) -> Node:
        """The node at a path of keys and indexes in the record, or the deepest one on the way that exists."""
        node, key_node = self, self
        for part in path:
            if node.kind == "map":
                if node.index is None:
                    node.index = {k.value: i for i, k in reversed(list(enumerate(node.keys)))}
                place = node.index.get(str(part))
                if place is None:
                    return key_node if key else node
                key_node, node = node.keys[place], node.items[place]
            elif (
                node.kind == "list"
                and isinstance(part, int)
                and part < len(items := node.items if node.kept is None else node.kept)
            ):
                key_node = node = items[part]
            else:
                return key_node if key else node
        return key_node if key else node


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file; a problem instead when it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [Problem(shown, 1, 1, "W001", "error", say("file.unreadable", reason=error.strerror))]
    return decoded(raw, shown)


def decoded(raw: bytes, shown: str) -> tuple[str, list[Problem]]:
    """The bytes of a file as text; a problem instead when they are no UTF-8, or too many."""
    if len(raw) > MAX_BYTES:
        return "", [Problem(shown, 1, 1, "W001", "error", say("file.too_large"), say("file.split_trees"))]
    said = _encoding(raw)
    if said:
        return "", [Problem(shown, 1, 1, "W001", "error", *said)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = raw.rfind(b"\n", 0, error.start) + 1
        line, column = raw.count(b"\n", 0, start) + 1, len(raw[start : error.start].decode()) + 1
        message = say("file.not_utf8", text=_latin(raw, error.start))
        return "", [Problem(shown, line, column, "W001", "error", message, say("file.save_as_utf8"))]
    return text, []


def _encoding(raw: bytes) -> tuple[str, str] | None:
    """What to say of a file that is no text in UTF-8 as a whole, from its first bytes."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or _is_wide(raw[:400]):
        return say("file.utf16"), say("file.save_as_utf8")
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"\x89PNG")):
        return (
            say("file.no_text"),
            say("file.put_in_text_file"),
        )
    return None


def _is_wide(head: bytes) -> bool:
    """Whether every other byte is zero, as in Latin text of two bytes a character."""
    return len(head) > 3 and max(head[::2].count(0), head[1::2].count(0)) > 0.4 * len(head)  # noqa: PLR2004


def _latin(raw: bytes, start: int) -> str:
    """The word around a byte as Windows would read it."""
    left = max(raw.rfind(b" ", 0, start), raw.rfind(b"\n", 0, start)) + 1
    return clipped(
        raw[max(left, start - 20) : start + 10].decode("cp1252", errors="replace").split("\n")[0].split(" ")[0]
    )


def parse(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document. Returns its root node (None when there is none to use) and the problems."""
    left = conflict(text, shown)
    if left:
        return None, left
    cleaned = clean(text, shown)
    root, problems = parsed(cleaned.text, shown)
    odd = {problem.line for problem in cleaned.problems}  # one fault, one message
    return root, cleaned.problems + [problem for problem in problems if problem.line not in odd]


def parsed(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The same for a text without characters that nobody sees."""
    if Quick and not ODD.search(text):
        root, problems = read_by(Quick, text, shown)
        if root is not None and not problems:
            return root, problems
    return read_by(Pure, text, shown)


def read_by(loader: Any, text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """The same with one of the loaders."""
    builder = _Builder(shown, text)
    try:
        builder.read(loader)
    except yaml.MarkedYAMLError as error:
        builder.stumble(explain(error, shown, text))
        return None, builder.problems
    if builder.root is None and not builder.problems:
        builder.problem(1, 1, "W002", say("file.empty"), say("file.begin_with_title"))
    return builder.root if not builder.stopped else None, builder.problems


def stumbled(part: str, shown: str, text: str, more: int) -> list[Problem] | None:
    """What stops the parser in a part of a text, from a line to the end; nothing when nothing does. `more` is how many lines lower
    that part stands in the text.
    """
    builder = _Builder(shown, part)
    try:
        builder.read(Pure)
    except yaml.MarkedYAMLError as error:
        error.problem_mark, error.context_mark = (
            _moved(mark, more) for mark in (error.problem_mark, error.context_mark)
        )
        builder.problems = [replace(problem, line=problem.line + more) for problem in builder.problems]
        builder.stumble(explain(error, shown, text))
        return builder.problems
    return None


def _moved(mark: yaml.Mark | None, more: int) -> yaml.Mark | None:
    return mark and yaml.Mark(mark.name, mark.index, mark.line + more, mark.column, None, 0)


class _Builder:
    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.text = text
        self.lines = lines_of(text) if "#" in text else []
        self.suspect = {number for number, line in enumerate(self.lines) if "#" in line and SWALLOWED.search(line)}
        self.count = 0
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[tuple[Node, dict[str, int]]] = []
        self.key: Node | None = None
        self.keys: list[Node | None] = []
        self.documents = 0
        self.stopped = False

    def read(self, loader: Any) -> None:
        """Take in the whole text. Raises yaml.MarkedYAMLError where the parser stops."""
        for event in yaml.parse(self.text, Loader=loader):
            self.take(event)
            if self.stopped:
                break

    def stumble(self, problem: Problem) -> None:
        """Tell where the parser stopped, unless something was told of that line: one fault, one message."""
        if all(told.line != problem.line for told in self.problems):
            self.problems.append(problem)

    def problem(self, line: int, column: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown, line, column, code, "error", message, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            self.stopped = True

    def take(self, event: yaml.Event) -> None:
        begin, _ = marks(event)
        line, column = begin.line + 1, begin.column + 1
        self.forbidden(event, line, column)
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event, line, column)
        elif isinstance(event, yaml.MappingStartEvent):
            self.open(Node("map", line, column, flow=bool(event.flow_style)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self.open(Node("list", line, column))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            self.key = self.keys.pop()
            if self.stack and self.stack[-1][0].kind == "map":
                self.key = None
        elif isinstance(event, yaml.AliasEvent):
            self.add(Node("alias", line, column))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:  # noqa: PLR2004 - the second document
                self.problem(
                    line,
                    column,
                    "W002",
                    say("file.more_documents"),
                    say("file.one_document"),
                )
                self.stopped = True

    def open(self, node: Node) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.problem(node.line, node.column, "W002", say("yaml.too_deep"), say("yaml.less_deep"))
            self.stopped = True
            return
        self.add(node, opens=True)
        self.stack.append((node, {}))
        self.keys.append(self.key)
        self.key = None

    def forbidden(self, event: yaml.Event, line: int, column: int) -> None:
        """Tell of what gives a text a second meaning: anchors, references and tags."""
        if getattr(event, "anchor", None):
            self.problem(line, column, "W005", say("yaml.anchor"), say("yaml.no_anchor"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.problem(
                line,
                column,
                "W005",
                say("yaml.tag", tag=clipped(tag.replace("tag:yaml.org,2002:", "!!"))),
                say("yaml.exclamation"),
            )

    def scalar(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        """One value. What is wrong with how it is written is told here, and left out of it."""
        begin, end = marks(event)
        node = Node("scalar", line, column, event.value, plain=not event.style and event.implicit[0])
        if event.style == '"':
            raw = self.text[begin.index : end.index]
            told = escaped(raw) if "\\" in raw else None
            if told:
                at, message, hint = told
                above = BREAK.split(raw[:at])
                place = (line, column + at) if len(above) == 1 else (line + len(above) - 1, len(above[-1]) + 1)
                self.problem(*place, "W002", message, hint)
                node.value = " ".join(HIDDEN.sub("", event.value).split())
        elif not event.style:
            node.hash = self.hash_after(event, end)
            if not event.value and (event.anchor or event.tag):  # told of already
                node.kind = "alias"
            elif event.value:
                self.swallowed_before(line, column)
            if end.line in self.suspect:
                self.swallowed(event, end)
        self.add(node)

    def swallowed_before(self, line: int, column: int) -> None:
        """Tell of a text whose first line became a comment: `text: #hashtag`, going on below it."""
        is_value = self.stack and (self.stack[-1][0].kind == "list" or self.key is not None)
        if not is_value or not 1 < line <= len(self.lines) or self.lines[line - 1][: column - 1].strip():
            return
        found = re.match(r"\s*(?:-\s+)*(?:[\w-]+:\s+)?(?<=\s)(#[^\s#!].*)", self.lines[line - 2])
        if found and self.lines[line - 2].strip() != found[1].strip():
            message = say("text.cut_by_hash", text=clipped(found[1]))
            hint = say("text.quote_whole_text")
            self.problem(line - 1, found.start(1) + 1, "W003", message, hint)

    def hash_after(self, event: yaml.ScalarEvent, end: yaml.Mark) -> str:
        """What stands behind a `#` where a value should have been."""
        if event.value or end.line >= len(self.lines):
            return ""
        found = re.match(r"\s*(#.*)", self.lines[end.line][end.column :])
        return found[1] if found else ""

    def swallowed(self, event: yaml.ScalarEvent, end: yaml.Mark) -> None:
        """Tell of a text whose end became a comment: `Vraag #1`."""
        line = self.lines[end.line]
        rest = line[end.column :]
        if event.value and re.match(r"\s+#[^\s#!]", rest):
            self.problem(
                end.line + 1,
                end.column + len(rest) - len(rest.lstrip()) + 1,
                "W003",
                say("text.cut_by_remark", text=clipped(rest.strip())),
                say("text.quote_or_remark", text=clipped(event.value + rest.rstrip(), 60)),
            )

    def add(self, node: Node, *, opens: bool = False) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            self.problems = []
            self.problem(node.line, node.column, "W001", say("file.too_many_values"), say("file.split_trees"))
            self.stopped = True
            return
        if not self.stack:
            self.root = self.root or node
            return
        parent, seen = self.stack[-1]
        if parent.kind == "list":
            parent.items.append(node)
        elif self.key is None:
            self.key = node
            if node.kind != "scalar":
                self.problem(
                    node.line,
                    node.column,
                    "W002",
                    say("key.not_a_name"),
                    say("yaml.name_value"),
                )
                self.stopped = True
            elif node.value in seen:
                self.problem(
                    node.line,
                    node.column,
                    "W004",
                    say("key.twice", key=clipped(node.value), line=seen[node.value]),
                    say("key.keep_one"),
                )
            else:
                seen[node.value] = node.line
        else:
            parent.keys.append(self.key)
            parent.items.append(node)
            if not opens:
                self.key = None
