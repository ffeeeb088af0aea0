"""One file: its text, what it says, and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from wegwijzer.kinds.markdown import Page, read_page
from wegwijzer.kinds.references import references
from wegwijzer.load.blocks import read_again
from wegwijzer.load.build import MISSING_VALUE, Builder
from wegwijzer.load.characters import clean, conflict
from wegwijzer.load.nodes import Node, decoded, parse
from wegwijzer.load.rendered import with_elements
from wegwijzer.model import Question, Tree, Where, once, source_refs
from wegwijzer.model.parts import parts
from wegwijzer.problems import Problem, lines_of

LONGEST_TEXT = 60  # lines


class Unread:
    """Stands for the nodes of a text that is not parsed yet."""


@dataclass
class LoadedFile:
    """One file: `record` is None when it is too broken to use; `root` (of YAML) or `places` (of a page) know where
    every value stands.
    """

    path: Path
    shown: str
    kind: type | None
    record: Any = None
    nodes: Node | Unread | None = None
    problems: list[Problem] = field(default_factory=list)
    places: dict[Where, tuple[int, int]] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    wrong: Problem | None = None
    """What is wrong with its name."""
    built: dict[int, tuple[Node, Any]] = field(default_factory=dict, repr=False, compare=False)
    """What was built of its nodes (see `Builder`)."""
    good: LoadedFile | None = field(default=None, repr=False, compare=False)
    """The file itself when its text can be parsed, else as it was when that was so: what reading it again begins with."""

    @property
    def root(self) -> Node | None:
        """The nodes of the text. They are read when somebody asks: who has the record seldom does."""
        if isinstance(self.nodes, Unread):
            self.nodes = parse(self.text, self.shown)[0]
        return self.nodes

    @property
    def usable(self) -> bool:
        """Whether it has a record."""
        return self.record is not None

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self.text)

    @cached_property
    def refers(self) -> dict[Any, set[str]]:
        """The names that this file refers to, by kind."""
        found: dict[Any, set[str]] = {}
        for part in _parts(self.record):
            for kind, names in once(part, "refers", _refers).items():
                found.setdefault(kind, set()).update(names)
        return found

    @cached_property
    def cites(self) -> set[str]:
        """The sources, or the parts of one, that this file builds on."""
        return {name for part in _parts(self.record) for name in once(part, "cites", _cites)}

    @property
    def name(self) -> str:
        return self.path.stem

    def place(self, where: tuple[str | int, ...], *, at_key: bool = False, find: str = "") -> tuple[int, int]:
        """Line and column (from 1) of the value, or with `at_key` of its key, at a path of keys.

        With `find` it is the place where that piece begins in the value, a text of several lines perhaps.
        """
        if self.root is None:
            line, column = self.places.get(where, (1, 1))
        else:
            node = self.root.at(where, key=at_key)
            line, column = node.line, node.column
        if not find:
            return line, column
        first = _expression(find.split(maxsplit=1)[0])
        for number in range(line, min(line + LONGEST_TEXT, len(self.lines) + 1)):
            found = first.search(self.lines[number - 1], column - 1 if number == line else 0)
            if found:
                return number, found.start() + 1
        return line, column

    def left_out(self) -> set[str]:
        """The names that stand in a tree file but not in its record, because they are too broken to use.

        A left-out answer is named as a fact, `vraag.antwoord`.
        """
        names: set[str] = set()
        if not self.problems:
            return names
        kept = {**self.record.questions, **self.record.actions, **self.record.marks, **self.record.entries}
        for _, block in (
            self.root.entries() if self.root else ()
        ):  # also a second ‘questions:’, and one under a name that does not exist
            for key, item in block.entries() if block.kind == "map" else ():
                node = kept.get(key.value)
                answers = item.at(("answers",))
                if node is None:
                    names.add(key.value)
                elif isinstance(node, Question) and answers.kind == "map" and answers is not item:
                    names.update(f"{key.value}.{k.value}" for k in answers.keys if k.value not in node.answers)
        return names

    @cached_property
    def step_lines(self) -> dict[str, int]:
        """The line of every question and action of a tree, in file order."""
        lines = {
            name: self.place((group, name), at_key=True)[0]
            for group in ("questions", "actions")
            for name in getattr(self.record, group)
        }
        return dict(sorted(lines.items(), key=lambda item: item[1]))


def _parts(record: Any) -> Iterator[Any]:
    """A record as what stays the same in it when somebody changes one step of a tree."""
    if isinstance(record, Tree):
        yield from (part for _, part in parts(record))
    elif record is not None:
        yield record


def _refers(record: Any) -> dict[Any, set[str]]:
    found: dict[Any, set[str]] = {}
    for reference in references(record):
        found.setdefault(reference.kind, set()).add(reference.name.partition("/")[0])
    return found


def _cites(record: Any) -> set[str]:
    return {ref.part or ref.id for _, ref in source_refs(record)}


def _expression(word: str) -> re.Pattern[str]:
    """Finds a word where it stands alone: ‘u’ is not in ‘uit’."""
    left, right = (r"\b" if edge.isalnum() else "" for edge in (word[0], word[-1]))
    return re.compile(left + re.escape(word) + right)


def read_file(path: Path, shown: str, kind: type, text: str) -> LoadedFile:
    """One file of which the text is known, and nothing is wrong with its name."""
    return read(LoadedFile(path, shown, kind), text)


def again(file: LoadedFile, text: str) -> LoadedFile:
    """The same file with another text. Of a text in which little changed, little is read."""
    now = LoadedFile(file.path, file.shown, file.kind, wrong=file.wrong)
    text, problems = decoded(text.encode(), file.shown)
    good = file.good
    if problems or good is None or not isinstance(root := good.root, Node):
        return read(now, text, problems)
    found = read_again(good.text, root, text, file.shown)
    if found is None:
        now = read(now, text, problems)
        now.good = now.good or good
        return now
    now.text = text
    now.problems += [*filter(None, [now.wrong]), *found]
    if found:
        now.good = good
        return now
    now.nodes, now.good = root, now
    good.nodes, kept, good.built = Unread(), good.built, {}  # its own nodes are now those of the other text
    return _with_record(now, kept)


def read(loaded: LoadedFile, text: str, problems: Iterable[Problem] = ()) -> LoadedFile:
    """A file with what its text says, and all that is wrong with it; `problems` are those that keep it from being read."""
    loaded.text = text
    loaded.problems += [*filter(None, [loaded.wrong]), *problems]
    if problems or loaded.kind is None:
        return loaded
    if loaded.kind is Page:
        cleaned = clean(loaded.text, loaded.shown)
        loaded.problems += conflict(loaded.text, loaded.shown, heading=True) or cleaned.problems
        page, loaded.places = read_page(cleaned.text)
        loaded.record, problems = with_elements(page, loaded.places, cleaned.text, loaded.shown)
        loaded.problems += problems
        return loaded
    return _parsed(loaded)


def _parsed(loaded: LoadedFile) -> LoadedFile:
    """A file of YAML with what its text says, and all that is wrong with it."""
    loaded.nodes, problems = parse(loaded.text, loaded.shown)
    loaded.problems += problems
    loaded.good = None if problems else loaded
    return _with_record(loaded)


def _with_record(loaded: LoadedFile, kept: Mapping[int, tuple[Node, Any]] | None = None) -> LoadedFile:
    """The same with its record, when the text could be parsed; `kept` is what was built before of the same nodes."""
    if loaded.root is not None:
        builder = Builder(loaded.shown, kept)
        record = builder.build_file(loaded.kind, loaded.root, loaded.path.name)
        loaded.record = None if record is MISSING_VALUE else record
        loaded.problems += builder.problems
        loaded.built = builder.made
    if loaded.wrong:
        loaded.record = None
    return loaded
