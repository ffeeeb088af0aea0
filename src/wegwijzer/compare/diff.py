"""What changed between two versions of the content, tree by tree: steps, words, results, links.

Steps are compared by id. A step that disappeared while one with the same words came is called renamed. Trees are
compared as a reader meets them: standard steps and local choices filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from wegwijzer.compare.changes import Change, Kind, field_changes, named
from wegwijzer.compare.data import data_changes, page_changes, record_changes
from wegwijzer.compare.walks import LIMIT, Moved, moved_results
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.kinds.library import Library
from wegwijzer.model import Action, Entry, Question


@dataclass(frozen=True)
class TreeDiff:
    """What changed in one tree. `compared` is False when the results were too many to compare all of them."""

    id: str
    title: str
    kind: Kind
    changes: tuple[Change, ...] = ()
    moved: tuple[Moved, ...] = ()
    compared: bool = True
    lost_links: tuple[str, ...] = ()
    versions: tuple[str, str] = ("", "")
    old: Compiled | None = field(default=None, repr=False, compare=False)
    new: Compiled | None = field(default=None, repr=False, compare=False)

    @property
    def old_links(self) -> bool:
        """Whether links with answers in them will say that the tree changed."""
        return self.kind == "changed" and self.versions[0] != self.versions[1]


@dataclass(frozen=True)
class Diff:
    """`data` holds what changed outside the trees; `unread` names the files that could not, or not wholly, be read."""

    trees: tuple[TreeDiff, ...] = ()
    data: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.trees or self.data or self.unread)


def compare(
    old: Library, new: Library, pairs: Mapping[str, str] | None = None, *, only: set[str] | None = None
) -> Diff:
    """Everything that differs. `pairs` says which old tree is which new one, when their names differ.

    With `only` just those files are compared, named as `trees/reactie`.
    """
    renamed = dict(pairs or {})
    names = [renamed.get(name, name) for name in old.trees]
    back = {after: before for before, after in renamed.items()}
    found = []
    for name in dict.fromkeys([*names, *new.trees]):
        before = back.get(name, name)
        broken = f"trees/{before}" in old.broken or f"trees/{name}" in new.broken
        if not broken and (only is None or {f"trees/{name}", f"trees/{before}"} & only):
            told = compare_tree(
                compile_tree(before, old) if before in old.trees else None,
                compile_tree(name, new) if name in new.trees else None,
            )
            found += [told] if told else []
    damaged = old.broken | new.broken | old.partial | new.partial
    unread = sorted(name.removeprefix("trees/") for name in damaged if only is None or name in only)
    rest = (*data_changes(old, new, only), *record_changes(old, new, only), *page_changes(old, new, only))
    return Diff(tuple(found), rest, tuple(unread))


def compare_tree(old: Compiled | None, new: Compiled | None, *, limit: int = LIMIT) -> TreeDiff | None:
    """What changed between two versions of a tree; None when nothing did. `limit`: so many places are looked at to find the
    results that moved.
    """
    if new is None:
        lost = (*old.lines, *old.tree.entries) if old else ()
        return TreeDiff(old.id, old.tree.title, "removed", lost_links=lost, old=old) if old else None
    if old is None:
        return TreeDiff(new.id, new.tree.title, "added", new=new)
    found = (*_tree_words(old, new), *_steps(old, new))
    same = {change.id: change.after for change in found if change.kind == "renamed"}
    changes = tuple(change for change in found if not _same_way(change, same))
    versions = (old.version, new.version)
    if not changes and versions[0] == versions[1]:
        return None
    moved, compared = moved_results(old, new, same, limit) if versions[0] != versions[1] else ((), True)
    places = {*new.lines, *new.tree.entries}
    lost = tuple(name for name in (*old.lines, *old.tree.entries) if name not in places)
    return TreeDiff(new.id, new.tree.title, "changed", changes, moved, compared, lost, versions, old, new)


def _same_way(change: Change, renamed: Mapping[str, str]) -> bool:
    """Whether a route only follows a step to its new name."""
    if change.kind != "rerouted":
        return False
    return ", ".join(renamed.get(node, node) for node in change.before.split(", ")) == change.after


def _tree_words(old: Compiled, new: Compiled) -> Iterator[Change]:
    """Changes around the steps: title, closing, chapters, marks, cases …, and the order of the steps."""
    leave = ("questions", "actions", "entries")
    yield from field_changes("tree", new.id, old.tree, new.tree, leave=leave, reworded=True)
    orders = {"steps": ([*old.lines], [*new.lines]), "entries": ([*old.tree.entries], [*new.tree.entries])}
    for what, (before, after) in orders.items():
        if [name for name in before if name in after] != [name for name in after if name in before]:
            yield Change("reordered", "tree", new.id, new.tree.title, what)


def _steps(old: Compiled, new: Compiled) -> Iterator[Change]:
    yield from _group(old.tree.questions, new.tree.questions, "question", _question)
    yield from _group(old.tree.actions, new.tree.actions, "action", _action)
    yield from _group(old.tree.entries, new.tree.entries, "entry", _entry)


def _group(
    old: Mapping[str, Any], new: Mapping[str, Any], thing: str, inside: Callable[[str, Any, Any], Iterator[Change]]
) -> Iterator[Change]:
    """Changes between two sets of steps with an id."""
    gone = {name: node for name, node in old.items() if name not in new}
    came = {name: node for name, node in new.items() if name not in old}
    for name, node in gone.items():
        twin = next((other for other, found in came.items() if named(found) == named(node)), None)
        if twin is None:
            yield Change("removed", thing, name, named(node))
        else:
            came.pop(twin)
            yield Change("renamed", thing, name, named(node), after=twin)
            yield from inside(twin, node, new[twin])
    for name, node in came.items():
        yield Change("added", thing, name, named(node))
    for name, node in old.items():
        if name in new:
            yield from inside(name, node, new[name])


def _action(name: str, old: Action, new: Action) -> Iterator[Change]:
    return field_changes("action", name, old, new, reworded=True)


def _entry(name: str, old: Entry, new: Entry) -> Iterator[Change]:
    return field_changes("entry", name, old, new, reworded=True)


def _question(name: str, old: Question, new: Question) -> Iterator[Change]:
    yield from field_changes("question", name, old, new, leave=("answers",), reworded=True)
    for key, answer in old.answers.items():
        if key not in new.answers:
            yield Change("removed", "answer", f"{name}.{key}", answer.text or key)
    for key, answer in new.answers.items():
        if key not in old.answers:
            yield Change("added", "answer", f"{name}.{key}", answer.text or key)
        else:
            yield from field_changes("answer", f"{name}.{key}", old.answers[key], answer, reworded=True)
    kept = [key for key in old.answers if key in new.answers]
    if kept != [key for key in new.answers if key in old.answers]:
        yield Change("reordered", "question", name, named(new), "answers")
