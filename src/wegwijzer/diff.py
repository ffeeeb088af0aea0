"""What changed between two versions of the content, tree by tree: steps, words, results, links.

Steps are compared by id. A step that disappeared while one with the same words came is called renamed. Trees are
compared as a reader meets them: standard steps and local choices filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

from wegwijzer.compiled import Compiled, compile_tree
from wegwijzer.diffwalk import Moved, moved_results
from wegwijzer.inline import texts
from wegwijzer.library import Library
from wegwijzer.model import Action, Question, Target, key_of

Kind = Literal["added", "removed", "renamed", "reworded", "rerouted", "changed"]
Thing = Literal["question", "answer", "action", "tree", "source", "part", "contact", "step", "value"]
WORDS = {
    "text",
    "title",
    "short",
    "help",
    "summary",
    "reply",
    "argument",
    "why",
    "points",
    "steps",
    "document",
    "closing",
}


@dataclass(frozen=True)
class Change:
    """One change. `id` is `vraag` or `vraag.antwoord`; `key` the field that changed, with its texts."""

    kind: Kind
    thing: Thing
    id: str
    name: str
    key: str = ""
    before: str = ""
    after: str = ""


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
    """`unread` names the files that were too broken to compare."""

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

    With `only` just those trees are compared, and no data.
    """
    renamed = dict(pairs or {})
    names = [renamed.get(name, name) for name in old.trees]
    back = {after: before for before, after in renamed.items()}
    found = []
    for name in dict.fromkeys([*names, *new.trees]):
        before = back.get(name, name)
        broken = f"trees/{before}" in old.broken or f"trees/{name}" in new.broken
        if not broken and (only is None or {name, before} & only):
            told = compare_tree(
                compile_tree(before, old) if before in old.trees else None,
                compile_tree(name, new) if name in new.trees else None,
            )
            found += [told] if told else []
    unread = sorted(name for name in old.broken | new.broken if only is None or name.removeprefix("trees/") in only)
    return Diff(tuple(found), tuple(_data(old, new)) if only is None else (), tuple(unread))


def compare_tree(old: Compiled | None, new: Compiled | None) -> TreeDiff | None:
    """What changed between two versions of a tree; None when nothing did."""
    if new is None:
        lost = tuple(old.lines) if old else ()
        return TreeDiff(old.id, old.tree.title, "removed", lost_links=lost, old=old) if old else None
    if old is None:
        return TreeDiff(new.id, new.tree.title, "added", new=new)
    found = (*_tree_words(old, new), *_steps(old, new))
    same = {change.id: change.after for change in found if change.kind == "renamed"}
    changes = tuple(change for change in found if not _same_way(change, same))
    versions = (old.version, new.version)
    if not changes and versions[0] == versions[1]:
        return None
    moved, compared = moved_results(old, new, same) if versions[0] != versions[1] else ((), True)
    lost = tuple(name for name in old.lines if name not in new.lines)
    return TreeDiff(new.id, new.tree.title, "changed", changes, moved, compared, lost, versions, old, new)


def _same_way(change: Change, renamed: Mapping[str, str]) -> bool:
    """Whether a route only follows a step to its new name."""
    if change.kind != "rerouted":
        return False
    return ", ".join(renamed.get(step, step) for step in change.before.split(", ")) == change.after


def _tree_words(old: Compiled, new: Compiled) -> Iterator[Change]:
    for key in ("title", "summary", "closing"):
        before, after = _words(getattr(old.tree, key)), _words(getattr(new.tree, key))
        if before != after:
            yield Change("reworded", "tree", new.id, new.tree.title, key, before, after)


def _steps(old: Compiled, new: Compiled) -> Iterator[Change]:
    yield from _group(old.tree.questions, new.tree.questions, "question", _question)
    yield from _group(old.tree.actions, new.tree.actions, "action", _fields)


def _group(
    old: Mapping[str, Any], new: Mapping[str, Any], thing: Thing, inside: Callable[[str, Any, Any], Iterator[Change]]
) -> Iterator[Change]:
    """Changes between two sets of steps with an id."""
    gone = {name: step for name, step in old.items() if name not in new}
    came = {name: step for name, step in new.items() if name not in old}
    for name, step in gone.items():
        twin = next((other for other, found in came.items() if named(found) == named(step)), None)
        if twin is None:
            yield Change("removed", thing, name, named(step))
        else:
            came.pop(twin)
            yield Change("renamed", thing, name, named(step), after=twin)
            yield from inside(twin, step, new[twin])
    for name, step in came.items():
        yield Change("added", thing, name, named(step))
    for name, step in old.items():
        if name in new:
            yield from inside(name, step, new[name])


def _question(name: str, old: Question, new: Question) -> Iterator[Change]:
    yield from _fields(name, old, new, leave=("answers",))
    for key, answer in old.answers.items():
        if key not in new.answers:
            yield Change("removed", "answer", f"{name}.{key}", answer.text or key)
    for key, answer in new.answers.items():
        if key not in old.answers:
            yield Change("added", "answer", f"{name}.{key}", answer.text or key)
        else:
            yield from _fields(f"{name}.{key}", old.answers[key], answer, thing="answer")


def _fields(
    name: str, old: Any, new: Any, *, thing: Thing | None = None, leave: tuple[str, ...] = ()
) -> Iterator[Change]:
    """Changes in the fields of one step: of words, of the way on, or of something else."""
    thing = thing or ("action" if isinstance(new, Action) else "question")
    for item in fields(new):
        before, after = getattr(old, item.name), getattr(new, item.name)
        if before == after or item.name in leave:
            continue
        key = key_of(item.name)
        if key in WORDS:
            if _words(before) != _words(after):
                yield Change("reworded", thing, name, named(new), key, _words(before), _words(after))
            elif before != after:
                yield Change("changed", thing, name, named(new), key)
        elif key == "to":
            yield Change("rerouted", thing, name, named(new), key, _way(before), _way(after))
        else:
            yield Change("changed", thing, name, named(new), key, _words(before), _words(after))


def named(step: Any) -> str:
    """The words under which a reader knows a step, an answer or a record of data."""
    return getattr(step, "title", None) or getattr(step, "text", None) or getattr(step, "name", None) or ""


def _words(value: Any) -> str:
    """The texts in a value, one a line."""
    if value is None:
        return ""
    if isinstance(value, (str, int, bool)):
        return str(value)
    if isinstance(value, tuple) and value and is_dataclass(value[0]) and hasattr(value[0], "text"):
        return "\n".join(filter(None, (_words_of(part) for part in value)))
    return "\n".join(text for _, text in texts(value))


def _words_of(part: Any) -> str:
    points = "".join(f" · {point}" for point in getattr(part, "points", ()))
    return (part.text or "") + points


def _way(target: Target | None) -> str:
    return ", ".join(route.to + (" (als …)" if route.when else "") for route in target.routes) if target else ""


def _data(old: Library, new: Library) -> Iterator[Change]:
    """Changes in the files under data/. A standard step is told of once, though many trees use it."""
    groups: tuple[tuple[Thing, Any, Any], ...] = (
        ("source", old.sources, new.sources),
        ("part", old.parts, new.parts),
        ("contact", old.contacts, new.contacts),
        ("step", old.steps, new.steps),
        ("value", old.options.get("values", {}), new.options.get("values", {})),
    )
    if not (old.has_data and new.has_data):
        return
    for thing, before, after in groups:
        for name in dict.fromkeys([*before, *after]):
            if name not in after:
                yield Change("removed", thing, name, named(before[name]))
            elif name not in before:
                yield Change("added", thing, name, named(after[name]))
            elif before[name] != after[name]:
                yield Change("changed", thing, name, named(after[name]), "", _words(before[name]), _words(after[name]))
