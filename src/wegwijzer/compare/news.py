"""What a reader notices between two published versions of a site: which advice is new, renewed or gone, whom to call, which pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from wegwijzer.compare.changes import Change
from wegwijzer.compare.diff import TreeDiff, compare_tree
from wegwijzer.compare.report import went_and_came
from wegwijzer.compile.codec import decode
from wegwijzer.compile.compiled import Compiled
from wegwijzer.model.text import plain

How = Literal["new", "gone", "renewed", "moved", "unread"]
Part = Literal["tree", "contacts", "pages"]
LONGEST, MOST = 200, 5
"""Letters of a line, and lines of a text: a reader who wants all of it follows the link."""
PLACES = 5_000
"""So many places of a tree are looked at to find who is led elsewhere: examples of that are enough."""
UNSEEN = {"cases", "chart", "icon", "review", "short", "sources", "use"}
"""Fields of which a reader sees nothing, or that may change while an advice stays the same."""
INSIDE = {"marks", "uses"}
"""Those that only say where ways lead."""
PLACED = {"question", "action", "entry", "answer"}
WAYS = ("name", "phone", "email", "url")
"""What of a contact is told: how to reach it."""
UNREADABLE = (AttributeError, KeyError, NameError, RecursionError, TypeError, ValueError)
"""What goes wrong when a tree was written by a kit with another model."""


@dataclass(frozen=True)
class News:
    """One thing. `place` is a step of the tree, or a page, where there is one; `parts` are the keys of what changed;
    `before` and `after` the lines that went and came. Of readers who are led elsewhere (`moved`) those are titles of
    advices, in pairs.
    """

    how: How
    title: str
    place: str = ""
    parts: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """What changed in one tree (`id` is its name), in the contacts (`contacts`) or in the pages (`pages`)."""

    kind: Part
    id: str
    title: str
    news: tuple[News, ...]


def chapters(
    trees: tuple[Mapping[str, Any], Mapping[str, Any]], pages: tuple[Mapping[str, Any], Mapping[str, Any]]
) -> Iterator[Chapter]:
    """All that a reader notices. `trees` are compiled trees as JSON data, by name, before and now; `pages` by path, each
    its title and a digest of its text.
    """
    before, now = trees
    for name in dict.fromkeys([*now, *before]):
        if before.get(name) != now.get(name):
            title = (now.get(name) or before[name])["tree"]["title"]
            if news := tuple(_of_tree(before.get(name), now.get(name), title)):
                yield Chapter("tree", name, title, news)
    if news := tuple(_of_contacts(_contacts(before), _contacts(now))):
        yield Chapter("contacts", "contacts", "", news)
    if news := tuple(_of_pages(*pages)):
        yield Chapter("pages", "pages", "", news)


def _of_tree(old: Any, new: Any, title: str) -> Iterator[News]:
    if new is None or old is None:
        yield News("new" if new else "gone", title)
        return
    try:
        one, other = (_seen(decode(Compiled, data)) for data in (old, new))
        found = compare_tree(one, other, limit=PLACES)
    except UNREADABLE:
        yield News("unread", title)
        return
    if found:
        yield from _steps(found)
        yield from _moved(found)


def _steps(found: TreeDiff) -> Iterator[News]:
    """What changed in the steps, and in what stands around them: one thing a step, in order."""
    steps: dict[str, list[Change]] = {}
    for change in found.changes:
        if (
            change.kind != "renamed"
            and change.key not in INSIDE
            and (change.thing, change.kind) != ("tree", "reordered")
        ):
            node = change.id.partition(".")[0] if change.thing in PLACED else ""
            steps.setdefault(node, []).append(change)
    for node, changes in steps.items():
        whole = next((change for change in changes if change.thing in PLACED - {"answer"} and _comes(change)), None)
        if whole:
            yield News("new" if whole.kind == "added" else "gone", plain(whole.name), node)
            continue
        before, after = _lines(changes)
        parts = dict.fromkeys("answers" if change.thing == "answer" else change.key for change in changes)
        yield News("renewed", _title(found, node), node, tuple(filter(None, parts)), before, after)


def _comes(change: Change) -> bool:
    return change.kind in {"added", "removed"}


def _title(found: TreeDiff, node: str) -> str:
    """How a reader knows a step of the new tree, or the tree."""
    tree = found.new.tree if found.new else None
    if tree and node in tree.questions:
        return plain(tree.questions[node].text or node)
    if tree and node in tree.actions:
        return plain(tree.actions[node].title)
    return plain(tree.entries[node].text) if tree and node in tree.entries else found.title


def _lines(changes: Iterable[Change]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that went and came. The names of steps, to which a way leads, tell a reader nothing."""
    gone: list[str] = []
    came: list[str] = []
    for change in changes:
        if change.thing == "answer" and _comes(change):
            (came if change.kind == "added" else gone).append(change.name)
        elif change.kind not in {"rerouted", "reordered"}:
            went, new = went_and_came(change)
            gone += went
            came += new
    return _short(gone), _short(came)


def _short(lines: Iterable[str]) -> tuple[str, ...]:
    texts = [plain(line) for line in lines]
    return tuple(text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…" for text in texts[:MOST])


def _moved(found: TreeDiff) -> Iterator[News]:
    """Who is led to another advice than before: examples, of each advice before one."""
    if not found.old or not found.new:
        return
    one, other = found.old.tree.actions, found.new.tree.actions
    led: dict[str, str] = {}
    for moved in found.moved:
        if moved.before in one and moved.after in other:
            before, after = plain(one[moved.before].title), plain(other[moved.after].title)
            if before != after:
                led.setdefault(before, after)
    if led:
        yield News("moved", "", before=tuple(led)[:MOST], after=tuple(led.values())[:MOST])


def _seen(value: Any) -> Any:
    """A record without what a reader does not see, at any depth."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {
            item.name: _default(item) if item.name in UNSEEN else _seen(getattr(value, item.name))
            for item in fields(value)
        }
        return replace(value, **kept)
    if isinstance(value, tuple):
        return tuple(map(_seen, value))
    return {key: _seen(item) for key, item in value.items()} if isinstance(value, dict) else value


def _default(item: Field[Any]) -> Any:
    return item.default_factory() if item.default_factory is not MISSING else item.default


def _contacts(trees: Mapping[str, Any]) -> dict[str, Any]:
    return {name: contact for tree in trees.values() for name, contact in tree.get("contacts", {}).items()}


def _of_contacts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[News]:
    for _, one, other in _beside(old, new):
        if not one or not other:
            yield News("new" if other else "gone", (other or one)["name"])
        elif parts := [key for key in WAYS if one.get(key) != other.get(key)]:
            before, after = (tuple(filter(None, map(each.get, parts))) for each in (one, other))
            yield News("renewed", other["name"], before=before, after=after)


def _of_pages(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[News]:
    for path, one, other in _beside(old, new):
        if not one or not other:
            yield News("new" if other else "gone", (other or one)[0], path)
        elif one != other:
            yield News("renewed", other[0], path)


def _beside(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Every name with what it stands for before and now; None where it does not."""
    return ((name, old.get(name), new.get(name)) for name in dict.fromkeys([*new, *old]))
