"""Where the names of a project are written: those of steps, answers and marks of trees, and those of what data files hold.

A name is a tuple that says whose it is: `("step", tree, name)` of a question, an action or an entry, `("answer", tree, question,
name)`, `("mark", tree, name)`, `("chapter", tree, name)`, and of what stands in a register `(key of the register, name)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.markdown import ADDRESS, CALL, TEXT, running_lines
from wegwijzer.kinds.types import record_of, shorthand_of, type_in, type_of
from wegwijzer.load.nodes import Node
from wegwijzer.load.project import LoadedFile
from wegwijzer.model import (
    Action,
    Answer,
    Case,
    Chapter,
    ChartRow,
    Entry,
    Fact,
    NodeRef,
    Part,
    PolicyName,
    Question,
    SourceId,
    Task,
    TaskName,
    Tree,
    TreeId,
    Where,
)
from wegwijzer.model.text import INNER_LINK, LINKED, PLACEHOLDER
from wegwijzer.problems import BREAK

Name = tuple[str, ...]
SOURCES = ("sources", "parts")
"""Where the name of a source may stand: of a whole one, or of a part."""
WHOLE: Mapping[tuple[Any, str], Callable[[Where, str, str], Name]] = {
    **dict.fromkeys(
        [(Chapter, "start"), (ChartRow, "action"), (ChartRow, "entry"), (Case, "ends_in")],
        lambda _, tree, text: ("step", tree, text),
    ),
    **dict.fromkeys(
        [(Entry, "answers"), (Case, "answers")], lambda where, tree, text: ("answer", tree, _fourth(where), text)
    ),
    (Case, "given"): lambda where, _, text: ("answer", *_policy(_fourth(where)), text),
    (Question, "default"): lambda where, tree, text: ("answer", tree, str(where[1]), text),
    (Answer, "marks"): lambda _, tree, text: ("mark", tree, text),
    (Action, "contacts"): lambda *given: ("contacts", given[-1]),
    (Task, "use"): lambda *given: ("steps", given[-1]),
    (Part, "source"): lambda *given: ("sources", given[-1]),
}
"""What the value of a field is the name of, where its type does not say so: from its place, its tree and its text."""
KEYS: Mapping[tuple[Any, str], Callable[[Where, str, str], Name]] = {
    **dict.fromkeys(
        [(Tree, "questions"), (Tree, "actions"), (Tree, "entries"), (Entry, "answers"), (Case, "answers")],
        lambda _, tree, text: ("step", tree, text),
    ),
    (Tree, "marks"): lambda _, tree, text: ("mark", tree, text),
    (Tree, "chapters"): lambda _, tree, text: ("chapter", tree, text),
    (Question, "answers"): lambda where, tree, text: ("answer", tree, str(where[1]), text),
}
"""And what the keys in a field are the names of."""
GROUPS = ("questions", "actions", "entries")
"""Where the steps of a tree stand."""


@dataclass(frozen=True)
class Mention:
    """A name in a file: in the value at `where`, or with `key` in its key, from one character of it to another."""

    where: Where
    name: Name
    start: int
    end: int
    key: bool = False


@dataclass(frozen=True)
class _Value:
    """A single value: its type, and the field of the record that holds it, perhaps deeper."""

    node: Node
    where: Where
    kind: Any
    field: tuple[Any, str]
    key: bool = False


def mentions(file: LoadedFile) -> Iterator[Mention]:
    """The names in a file of YAML, but for those inside texts. Of parts that cannot be read nothing is known."""
    tree = file.name if file.kind is Tree else ""
    for value in _values(file.root, file.kind, (), (None, "")) if file.root else ():
        for name, start, end in _names(value, tree):
            yield Mention(value.where, name, start, end, key=value.key)


def called(file: LoadedFile, given: str) -> Where | None:
    """The place in a file of what somebody calls `vraag`, `vraag.antwoord`, or by its name in a register; None when there is none."""
    for each in mentions(file):
        own = each.name[2:] if len(each.name) > 2 else each.name[1:]  # noqa: PLR2004 - without what it is, and its tree
        if each.key and ".".join(own) == given and each.name[1] in {file.name, *own}:
            return each.where
    return None


def texts(file: LoadedFile) -> Iterator[tuple[Where, str]]:
    """All values of which the model says no more than that they are texts, but for those of invented situations."""
    values = _values(file.root, file.kind, (), (None, "")) if file.root else ()
    for value in values:
        if not value.key and type_of(value.kind) in {str, None, Any} and value.where[0] != "cases":
            yield value.where, value.node.value


def in_text(text: str, tree: str, policy_trees: Collection[str]) -> Iterator[tuple[Name, int, int]]:
    """The names in a text as it is written: what its placeholders and its links stand for, with where each stands.

    `tree` is where the text stands; empty for a text that several trees use.
    """
    for found in PLACEHOLDER.finditer(text) if "$" in text else ():
        first, second = found.group(1), found.group(2)
        if second and first in policy_trees:
            yield ("step", first, second), *found.span(2)
        elif first and tree:
            yield ("step", tree, first), *found.span(1)
    for link in LINKED.finditer(text) if "](" in text else ():
        inner = INNER_LINK.fullmatch(link.group(2))
        if inner:
            kind = KINDS.schemes.get(inner.group(1))
            begin = link.start(2)
            yield from ((name, begin + at, begin + end) for name, at, end in _linked(kind, inner))
        else:
            yield from _address(link.group(2), link.start(2))


def in_page(text: str, trees: Collection[str]) -> Iterator[tuple[Name, int, int]]:
    """The names in the text of a page: those that its macros are given, and those in its addresses."""
    begins = [0, *(found.end() for found in BREAK.finditer(text))]
    for number, line in running_lines(text):
        for name, start, end in _in_line(line, trees):
            yield name, begins[number - 1] + start, begins[number - 1] + end


def _in_line(line: str, trees: Collection[str]) -> Iterator[tuple[Name, int, int]]:
    for call in CALL.finditer(line):
        kind, tree, offset = KINDS.macros.get(call.group(1)), "", call.start(2)
        for index, given in enumerate(TEXT.finditer(call.group(2))):
            group = 1 if given.group(1) is not None else 2
            name, at = given.group(group), offset + given.start(group)
            owner, dot, choice = name.partition(".")
            if index and call.group(1) in KINDS.labelled:
                break
            if index and call.group(2)[: given.start()].endswith("="):
                yield ("step", tree, name), at, at + len(name)
            elif kind is None and dot and owner in trees:
                yield ("step", owner, choice), at + len(owner) + 1, at + len(name)
            elif kind is not None:
                tree = name
                yield from ((found, at + start, at + end) for found, start, end in _registered(kind, name))
    for link in ADDRESS.finditer(line):
        yield from _address(link.group(1), link.start(1))


def _address(href: str, at: int) -> Iterator[tuple[Name, int, int]]:
    """The step in an address that ends on `reactie/#reactie-boos`, or on the file of its page."""
    found = re.search(r"(?:^|[/.])([a-z0-9_-]+)(?:/|\.md)#(\1)-([a-z0-9_-]+)$", href)
    if found:
        yield ("step", found.group(1), found.group(3)), at + found.start(3), at + found.end(3)


def _linked(kind: Any, inner: re.Match[str]) -> Iterator[tuple[Name, int, int]]:
    if kind is TreeId and inner.group(3):
        yield ("step", inner.group(2), inner.group(3)), *inner.span(3)
    elif kind in KINDS.registers:
        yield (KINDS.registers[kind].key, inner.group(2)), *inner.span(2)


def _values(node: Node, kind: Any, where: Where, field: tuple[Any, str]) -> Iterator[_Value]:
    """Every single value and every key at any depth, each with what the model says of it."""
    if node.kind == "list":
        for index, item in enumerate(node.items):
            yield from _values(item, type_in(kind, index), (*where, index), field)
    elif node.kind == "map":
        record = record_of(kind)
        for key, item in node.entries():
            place = (*where, key.value)
            if record is None:
                yield _Value(key, place, type_in(kind, key.value), field, key=True)
            inner = (record, key.value) if record else field
            yield from _values(item, type_in(kind, key.value), place, inner)
    elif node.kind == "scalar" and node.value:
        while (short := shorthand_of(kind)) is not None:
            record = record_of(kind)
            kind, field = type_in(kind, short), (record, str(short)) if isinstance(short, str) else field
        yield _Value(node, where, kind, field)


def _fourth(where: Where) -> str:
    """The question that a walk answers: `entries`, a name, `answers`, and then the question."""
    return "".join(map(str, where[3:4]))


def _policy(name: str) -> tuple[str, str]:
    """The tree and the question of a local choice."""
    owner, _, question = name.partition(".")
    return owner, question


def _names(value: _Value, tree: str) -> Iterator[tuple[Name, int, int]]:
    """What a value, or a key, is the name of; a fact is that of a question and of its answer."""
    text, kind, field = value.node.value, type_of(value.kind), value.field
    if value.key:
        yield from _keys(value, tree)
    elif field in WHOLE:
        yield WHOLE[field](value.where, tree, text), 0, len(text)
    elif kind is Fact:
        yield from _fact(text, tree)
    elif kind is NodeRef and "/" not in text:
        yield ("step", tree, text), 0, len(text)
    elif kind is NodeRef or field == (Action, "see"):
        yield from _registered(TreeId, text)
    elif kind is PolicyName or field == (Question, "policy"):
        owner, question = _policy(text)
        yield ("step", owner, question), len(owner) + 1, len(text)
    else:
        yield from _registered(kind, text)


def _registered(kind: Any, text: str) -> Iterator[tuple[Name, int, int]]:
    """What a name of a register stands for; of a tree also the step behind it."""
    owner, slash, step = text.partition("/")
    if kind is SourceId:
        yield from ((((key, text), 0, len(text))) for key in SOURCES)
    elif kind is TaskName:
        yield ("steps", text), 0, len(text)
    elif kind is TreeId and slash:
        yield ("step", owner, step), len(owner) + 1, len(text)
    elif kind in KINDS.registers:
        yield (KINDS.registers[kind].key, text), 0, len(text)


def _keys(value: _Value, tree: str) -> Iterator[tuple[Name, int, int]]:
    text, (record, key), whole = value.node.value, value.field, (0, len(value.node.value))
    if value.field in KEYS:
        yield KEYS[value.field](value.where, tree, text), *whole
    elif value.field == (Case, "given"):
        owner, question = _policy(text)
        yield ("step", owner, question), len(owner) + 1, len(text)
    elif record in KINDS.by_record:
        kind = KINDS.by_record[record]
        if kind.register(key) and len(value.where) == 2:  # noqa: PLR2004 - right under the key of the register
            yield (key, text), *whole
        elif kind.tasks and record_of(value.kind) is Task:
            yield ("steps", text), *whole


def _fact(text: str, tree: str) -> Iterator[tuple[Name, int, int]]:
    """`merk`, `vraag.antwoord` or `beleid.vraag.antwoord`."""
    parts = text.split(".")
    if len(parts) == 1:
        yield ("mark", tree, text), 0, len(text)
        return
    owner, question, answer = (tree, *parts) if len(parts) == 2 else parts[:3]  # noqa: PLR2004 - in this tree, or in another
    end = len(text) - len(answer)
    yield ("step", owner, question), end - 1 - len(question), end - 1
    yield ("answer", owner, question, answer), end, len(text)
