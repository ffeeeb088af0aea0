"""YAML text to a tree of nodes that know their place. Every syntax problem is found here, in Dutch.

The tree is built from parser events with a stack of our own, so depth and size stay bounded whatever
a file holds, and nothing is evaluated: a node is a text, a list or a mapping.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from wegwijzer.problems import Problem

Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 20_000_000
MAX_DEPTH = 40
MAX_PROBLEMS = 200

UNKNOWN_SYNTAX = "Hier klopt de YAML niet"
SYNTAX = (  # a fragment of the parser's message → what to tell a contributor
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt die de tekst doormidden knipt",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
    ),
    (
        "did not find expected key",
        "Deze regel springt anders in dan zijn buren",
        "Zet de sleutels van één blok precies onder elkaar, met spaties.",
    ),
    ("could not find expected ':'", "Na deze naam ontbreekt een dubbele punt", "Schrijf ‘naam: waarde’."),
    (
        "found character that cannot start",
        "Dit teken kan hier niet vooraan staan",
        "Gebruik spaties in plaats van een tab, of zet de tekst tussen dubbele aanhalingstekens.",
    ),
    ("found a tab character", "Hier staat een tab", "Spring in met spaties."),
    (
        "unexpected end of stream",
        "Een aanhalingsteken gaat open, maar nergens weer dicht",
        "Sluit de tekst af met hetzelfde aanhalingsteken.",
    ),
    (
        "did not find expected '-'",
        "Een lijst en gewone sleutels lopen hier door elkaar",
        "Begin elk onderdeel van de lijst met ‘- ’.",
    ),
    ("did not find expected ',' or", "Een lijst tussen haken is niet afgesloten", "Zet er een ‘]’ of ‘}’ achter."),
)


@dataclass(slots=True, eq=False)
class Node:
    """One value. `kind` is `scalar`, `list` or `map`; lines and columns count from 1."""

    kind: str
    line: int
    column: int
    value: str = ""
    plain: bool = False
    items: list[Node] = field(default_factory=list)
    keys: list[Node] = field(default_factory=list)
    index: dict[str, int] | None = None

    def entries(self) -> Iterator[tuple[Node, Node]]:
        """The key and value nodes of a mapping, in file order."""
        return zip(self.keys, self.items, strict=True)

    def at(self, path: tuple[str | int, ...], *, key: bool = False) -> Node:
        """The node at a path of keys and indexes, or the deepest one on the way that exists."""
        node, key_node = self, self
        for part in path:
            if node.kind == "map":
                if node.index is None:
                    node.index = {k.value: i for i, k in reversed(list(enumerate(node.keys)))}
                place = node.index.get(str(part))
                if place is None:
                    return key_node if key else node
                key_node, node = node.keys[place], node.items[place]
            elif node.kind == "list" and isinstance(part, int) and part < len(node.items):
                key_node = node = node.items[part]
            else:
                return key_node if key else node
        return key_node if key else node


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file; a problem instead when it cannot be read as UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", [Problem(shown, 1, 1, "W001", "error", f"Dit bestand is niet te lezen: {error.strerror}")]
    if len(raw) > MAX_BYTES:
        return "", [
            Problem(shown, 1, 1, "W001", "error", "Dit bestand is groter dan 20 MB", "Deel het op in meer bomen.")
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return "", [
            Problem(
                shown,
                line,
                column,
                "W001",
                "error",
                "Dit bestand staat niet in UTF-8",
                "Bewaar het in je editor opnieuw met de tekenset UTF-8.",
            )
        ]
    return text, []


def parse(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML document. Returns its root node (None when there is none to use) and the problems."""
    odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if odd:
        line, column = text.count("\n", 0, odd.start()) + 1, odd.start() - text.rfind("\n", 0, odd.start())
        return None, [
            Problem(
                shown,
                line,
                column,
                "W002",
                "error",
                "Hier staat een teken dat niet in YAML mag",
                "Verwijder het onzichtbare teken en typ de tekst opnieuw.",
            )
        ]
    builder = _Builder(shown)
    try:
        for event in yaml.parse(text, Loader=Parser):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, shown, text))
        return None, builder.problems
    if builder.root is None and not builder.problems:
        builder.problem(1, 1, "W002", "Dit bestand is leeg", "Begin met ‘title:’.")
    return builder.root if not builder.stopped else None, builder.problems


def _syntax_problem(error: yaml.MarkedYAMLError, shown: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    if "\t" in (lines[line - 1][: (mark.column if mark else 0) + 1] if 0 < line <= len(lines) else ""):
        said = "found a tab character"
    known = ((message, hint) for fragment, message, hint in SYNTAX if fragment in said)
    message, hint = next(known, (UNKNOWN_SYNTAX, "Kijk of aanhalingstekens, haken en inspringing kloppen."))
    if "unexpected end of stream" in said and error.context_mark:
        mark = error.context_mark
        line = mark.line + 1
    return Problem(shown, line, mark.column + 1 if mark else 1, "W002", "error", message, hint)


class _Builder:
    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stack: list[tuple[Node, dict[str, int]]] = []
        self.key: Node | None = None
        self.keys: list[Node | None] = []
        self.documents = 0
        self.stopped = False

    def problem(self, line: int, column: int, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown, line, column, code, "error", message, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            self.stopped = True

    def take(self, event: yaml.Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if getattr(event, "anchor", None):
            self.problem(
                line,
                column,
                "W005",
                "Ankers (&) en verwijzingen (*) kunnen hier niet",
                "Schrijf de tekst voluit, of maak er een standaardstap van in data/steps.yml.",
            )
        if isinstance(event, yaml.ScalarEvent):
            self.add(Node("scalar", line, column, event.value, plain=not event.style and event.implicit[0]))
        elif isinstance(event, yaml.MappingStartEvent):
            self.open(Node("map", line, column))
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
                    "Dit bestand bevat meer dan één YAML-document",
                    "Verwijder de lijn ‘---’ of maak er twee bestanden van.",
                )
                self.stopped = True

    def open(self, node: Node) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.problem(node.line, node.column, "W002", "Dit blok zit te diep genest", "Haal een niveau weg.")
            self.stopped = True
            return
        self.add(node, opens=True)
        self.stack.append((node, {}))
        self.keys.append(self.key)
        self.key = None

    def add(self, node: Node, *, opens: bool = False) -> None:
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
                    "Hier hoort een naam te staan, geen lijst of blok",
                    "Schrijf ‘naam: waarde’.",
                )
                self.stopped = True
            elif node.value in seen:
                self.problem(
                    node.line,
                    node.column,
                    "W004",
                    f"De sleutel ‘{node.value}’ staat al op regel {seen[node.value]}",
                    "Houd er één over, of geef de tweede een andere naam.",
                )
            else:
                seen[node.value] = node.line
        else:
            parent.keys.append(self.key)
            parent.items.append(node)
            if not opens:
                self.key = None
