"""Another name for something: everywhere in the project where it is called by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.load.moved import MOVED
from wegwijzer.load.project import LoadedFile
from wegwijzer.load.ranges import UnclearError, ranges
from wegwijzer.load.written import on_line
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Tree, Where
from wegwijzer.model.names import SOURCE_NAME, wrong_id
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.draft import Draft, EditError, Piece
from wegwijzer.workbench.mentions import GROUPS, SOURCES, Name, in_page, in_text, mentions, texts


def rename(desk: Desk, draft_of: Callable[[str], Draft], path: str, where: Where, new: str) -> Where:
    """Call what stands at a place `new`, in every file of the desk. Returns where it stands now.

    Raises EditError for what has no name, and for a name that cannot be.
    """
    loaded = desk.loaded()
    file = next((each for each in loaded.files if each.shown == path), None)
    name = next((each.name for each in mentions(file) if each.key and each.where == where), None) if file else None
    if name is None or not where:
        raise EditError(say("edit.no_name"))
    names = _one(loaded.library, name)
    _can_be(loaded.library, names, new)
    for each in loaded.files:
        try:
            _in_file(draft_of, each, loaded.library, names, new)
        except UnclearError:
            raise EditError(say("edit.unclear_file", path=each.shown)) from None
    _in_settings(desk, draft_of, names, new)
    _in_moved(desk, draft_of, names, new)
    return (*where[:-1], new)


def _one(library: Library, name: Name) -> set[Name]:
    """All names of one thing: an answer of a local choice, or a value, is an answer in every question that asks for it, and a
    mark of a tree counts in those that use it.
    """
    if name[0] == "mark":
        users = (key for key, tree in library.trees.items() if name[1] in tree.uses and name[2] not in tree.marks)
        return {name, *(("mark", key, name[2]) for key in users)}
    origin = _origin(library, name) if name[0] == "answer" else name
    if origin[0] != "answer" and origin[0] not in library.options:
        return {origin}
    asked = (
        ("answer", tree_id, question, name[-1])
        for tree_id, tree in library.trees.items()
        for question in tree.questions
    )
    return {origin, *(each for each in asked if _origin(library, each) == origin)}


def _origin(library: Library, name: Name) -> Name:
    """Where an answer comes from: a question, or the values."""
    _, tree_id, question_id, answer = name
    for _ in range(len(library.trees) + 1):
        tree = library.trees.get(tree_id)
        question = tree.questions.get(question_id) if tree else None
        if question and question.policy and answer in library.answers(question):
            tree_id, _, question_id = question.policy.partition(".")
        elif question and question.from_ and answer in library.options.get(question.from_, {}):
            return question.from_, answer
        else:
            break
    return "answer", tree_id, question_id, answer


def _can_be(library: Library, names: Collection[Name], new: str) -> None:
    """Raises EditError for a name that is no name, that has a meaning of its own, or that something else has."""
    old = next(iter(names))[-1]
    if UNDECIDED in {old, new} and any(name[0] == "answer" for name in names):
        raise EditError(say("edit.fixed_name", name=UNDECIDED))
    sources = any(name[0] in SOURCES for name in names)
    wrong = None if sources and re.fullmatch(SOURCE_NAME, new) else wrong_id(new)
    if wrong:
        raise EditError(f"‘{new}’ {wrong.message}. {wrong.hint}")
    if new != old and any(new in _beside(library, name) for name in names):
        raise EditError(say("edit.taken", name=new))


def _beside(library: Library, name: Name) -> Collection[str]:
    """The names that something of this sort has already."""
    kind, *owner = name
    if kind in SOURCES:
        return {*library.sources, *library.parts}
    tree = library.trees.get(owner[0]) if len(owner) > 1 else None
    if tree is None:
        return library.group(kind)
    if kind == "answer":
        question = tree.questions.get(owner[1])
        return library.answers(question) if question else ()
    groups = GROUPS if kind == "step" else (f"{kind}s",)
    return {each for group in groups for each in getattr(tree, group)}


def _in_file(
    draft_of: Callable[[str], Draft], file: LoadedFile, library: Library, names: Collection[Name], new: str
) -> None:
    old = next(iter(names))[-1]
    if old not in file.text:
        return
    if file.kind is Page:
        draft = draft_of(file.shown)
        places = [place for name, *place in in_page(draft.text, library.trees) if name in names]
        for start, end in reversed(places):
            draft.write(start, end, new)
    elif file.root is not None:
        pieces = [*_named(draft_of, file, names, new), *_told(draft_of, file, library, names, new)]
        if pieces:
            draft_of(file.shown).substitute(pieces)
    elif file.text:
        raise UnclearError


def _named(draft_of: Callable[[str], Draft], file: LoadedFile, names: Collection[Name], new: str) -> Iterator[Piece]:
    """The keys and values that are the name of it, or of something in it."""
    for each in mentions(file):
        if each.name in names:
            draft = draft_of(file.shown)
            block = draft.at(each.where[:-1])
            index = block.index(each.where[-1])
            node = draft.at(each.where) if not each.key or index is None else block.keys[index]
            begin = node.start + bool(node.style)
            says = node.value[: each.start] + new + node.value[each.end :]
            yield Piece(each.where, begin + each.start, begin + each.end, new, says, key=each.key)


def _told(
    draft_of: Callable[[str], Draft], file: LoadedFile, library: Library, names: Collection[Name], new: str
) -> Iterator[Piece]:
    """The places in texts where its value is filled in, and the links to it."""
    old = next(iter(names))[-1]
    tree = file.name if file.kind is Tree else ""
    policies = file.record.uses if isinstance(file.record, Tree) else library.policy_trees()
    for where, text in texts(file):
        places = [place for name, *place in in_text(text, tree, policies) if name in names] if old in text else []
        if places:
            says = text
            for start, end in reversed(places):
                says = says[:start] + new + says[end:]
            draft = draft_of(file.shown)
            node = draft.at(where)
            for name, start, end in in_text(draft.text[node.start : node.end], tree, policies):
                if name in names:
                    yield Piece(where, node.start + start, node.start + end, new, says)


def _in_settings(desk: Desk, draft_of: Callable[[str], Draft], names: Collection[Name], new: str) -> None:
    """The ways in that `wegwijzer.toml` names: those that stand on the first page."""
    for kind, *owner in names if SETTINGS in desk.texts else ():
        if kind != "step":
            continue
        draft = draft_of(SETTINGS)
        table = re.search(rf"^\[effort\.{re.escape(owner[0])}\](?:\n(?!\[).*)*", draft.text, re.MULTILINE)
        doors = re.compile(r"^doors\s*=\s*\[([^\]]*)\]", re.MULTILINE)
        found = doors.search(draft.text, *table.span()) if table else None
        listed = re.search(rf"([\"']){re.escape(owner[1])}\1", found.group(1)) if found else None
        if found and listed:
            begin = found.start(1) + listed.start() + 1
            draft.write(begin, begin + len(owner[1]), new)


def _in_moved(desk: Desk, draft_of: Callable[[str], Draft], names: Collection[Name], new: str) -> None:
    """Let the address of what was published lead on, and who leads there lead to the new one."""
    for name in names if MOVED in desk.texts else ():
        was, now = _address(name), _address((*name[:-1], new))
        if not was or not now:
            continue
        draft = draft_of(MOVED)
        root = ranges(draft.text)
        for key, item in reversed(list(zip(root.keys, root.items, strict=True))) if root else ():
            page = key.value.partition("#")[0]
            goal = item.value if not item.value.startswith("#") else page + item.value
            if key.value == now:
                found = re.compile(r"[^\n]*\n?").match(draft.text, key.start)
                draft.write(key.start, found.end() if found else item.end, "")
            elif goal == was:
                short = item.value.startswith("#")
                draft.write(item.start, item.end, on_line(_part(now) if short else now))
        if _was_published(desk, name):
            goal = _part(now) if was.partition("#")[0] == now.partition("#")[0] else now
            end = len(draft.text)
            begin = "" if not end or draft.text.endswith("\n") else draft.newline
            draft.write(end, end, f"{begin}{on_line(was)}: {on_line(goal)}{draft.newline}")


def _part(address: str) -> str:
    return f"#{address.partition('#')[2]}"


def _address(name: Name) -> str:
    """Where the site shows something with a name; empty for what has no address."""
    kind, *owner = name
    if kind == "step":
        return KINDS.listed[Tree].inside.format(*owner)
    register = next((each for each in KINDS.listed.values() if each.key == kind), None)
    return register.address.format(*owner) if register and "{0}" in register.address else ""


def _was_published(desk: Desk, name: Name) -> bool:
    """Whether readers may have the address: of a step that was only just made nobody has."""
    kind, *owner = name
    places = {"step": [f"trees/{owner[0]}.yml"]}.get(kind) or [
        f"{each.place}" for each in KINDS.listed.values() if each.key == kind
    ]
    text = next((desk.published[place] for place in places if place in desk.published), "")
    root = ranges(text) if text else None
    groups: Any = GROUPS if kind == "step" else (kind,)
    if root is None:
        return False
    found = (root.items[at] for group in groups if (at := root.index(group)) is not None)
    return any(block.index(owner[-1]) is not None for block in found)
