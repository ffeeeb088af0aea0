"""A comparison of two versions in words: plain text, Markdown for a merge request, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wegwijzer.compare.changes import Change
from wegwijzer.compare.diff import Diff, TreeDiff
from wegwijzer.compare.walks import Moved
from wegwijzer.compile.compiled import Compiled
from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import say

LONGEST, MOST, FEW = 160, 40, 5
THINGS = ("question", "answer", "action", "entry", "page")
PARTS = (
    "text",
    "title",
    "short",
    "example",
    "icon",
    "help",
    "summary",
    "reply",
    "argument",
    "points",
    "steps",
    "document",
    "closing",
    "sources",
    "contact",
    "forbids",
    "contacts",
    "urgency",
    "outcome",
    "marks",
    "see",
    "to",
    "default",
    "ask",
    "cases",
    "entries",
    "chapters",
    "review",
    "start",
    "uses",
    "answers",
    "fill",
)
"""The keys of YAML of which the catalogue says how people call what stands there."""
TEXT = {"heading": "{}", "item": "  - {}", "sub": "      {}", "strong": "{}", "code": "‘{}’"}
MARKDOWN = {"heading": "### {}\n", "item": "- {}", "sub": "  - {}", "strong": "**{}**", "code": "`{}`"}
VERBS = ("added", "removed", "renamed", "reworded", "rerouted", "reordered")


def as_text(diff: Diff) -> str:
    """The comparison for a terminal or a log."""
    return "\n".join(lines_of(diff, Form(**TEXT))) + "\n"


def as_markdown(diff: Diff) -> str:
    """The comparison as a comment on a merge request."""
    lines = [say("compare.heading"), ""]
    lines += lines_of(diff, Form(**MARKDOWN))
    return "\n".join(lines) + "\n"


def as_json(diff: Diff) -> str:
    """The comparison for programs."""
    data = {
        "trees": [tree_json(tree) for tree in diff.trees],
        "data": [_change_json(change) for change in diff.data],
        "unread": list(diff.unread),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def lines_of(diff: Diff, form: Form) -> Iterator[str]:
    """The comparison line by line, each as `form` writes it."""
    if diff.empty:
        yield say("compare.nothing")
    for name in diff.unread:
        yield form.item.format(say("compare.unreadable", file=form.code.format(name)))
    for tree in diff.trees:
        yield from form.tree(tree)
    if diff.data:
        yield form.heading.format(say("compare.data"))
        for change in diff.data:
            yield from form.change(change)


class Form:
    """How each kind of line looks."""

    def __init__(self, heading: str, item: str, sub: str, strong: str, code: str) -> None:
        self.heading, self.item, self.sub, self.strong, self.code = heading, item, sub, strong, code
        self.escaped = code == "`{}`"

    def quote(self, text: str) -> str:
        """A text from a file, on one line; in Markdown without marks of its own."""
        line = " / ".join(text.split("\n"))
        line = line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
        if self.escaped:
            line = line.replace("&", "&amp;")
            for mark in "\\`*_[]<>|#@~":
                line = line.replace(
                    mark, f"\\{mark}" if mark not in "<>@" else {"<": "&lt;", ">": "&gt;", "@": "@\u200b"}[mark]
                )
        return f"‘{line}’"

    def tree(self, tree: TreeDiff) -> Iterator[str]:
        state = {"added": say("compare.new"), "removed": say("compare.gone")}.get(tree.kind, "")
        yield self.heading.format(f"{self.quote(tree.title)[1:-1]} ({tree.id}){state}")
        if tree.kind == "added" and tree.new:
            count = tree.new.tree
            yield self.item.format(say("compare.size", questions=len(count.questions), actions=len(count.actions)))
        for change in tree.changes:
            yield from self.change(change)
        yield from self.moved(tree)
        yield from self.links(tree)
        yield ""

    def change(self, change: Change) -> Iterator[str]:
        verb = self.strong.format(say(f"change.{change.kind}" if change.kind in VERBS else "change.other"))
        what = f"{verb}: {_thing(change)} {self.code.format(change.id)} {self.quote(change.name)}"
        if change.kind == "renamed":
            yield self.item.format(say("compare.renamed", what=what, after=self.code.format(change.after)))
            return
        key = say(f"part.{change.key}") if change.key in PARTS else change.key
        yield self.item.format(what + (f", {key}" if change.key and change.key not in ("text", "title") else "") + ".")
        if change.kind == "rerouted":
            yield self.sub.format(
                say(
                    "compare.rerouted",
                    before=change.before or say("compare.none"),
                    after=change.after or say("compare.none"),
                )
            )
        elif change.kind == "reordered":
            yield self.sub.format(say("compare.same"))
        elif change.before != change.after:
            yield from self.words(change)

    def words(self, change: Change) -> Iterator[str]:
        """The lines of a text that went and came."""
        gone, came = went_and_came(change)
        shared = min((_shared(one, other) for one, other in zip(gone, came, strict=False)), default=0)
        for word, found in ((say("compare.was"), gone), (say("compare.is_now"), came)):
            for line in found[:MOST]:
                yield self.sub.format(f"{word}: {self.quote(_from(line, shared))}")
            if len(found) > MOST:
                yield self.sub.format(say("compare.more_lines", count=len(found) - MOST))
        if not gone and not came:
            yield self.sub.format(say("compare.same_lines"))

    def moved(self, tree: TreeDiff) -> Iterator[str]:
        if tree.moved:
            yield self.item.format(self.strong.format(say("compare.who")))
        before: dict[str, list[Moved]] = {}
        for moved in tree.moved:
            before.setdefault(moved.before, []).append(moved)
        for action, results in list(before.items())[:MOST]:
            was = self.quote(_result(tree.old, action))
            for moved in results[:FEW]:
                now = self.quote(_result(tree.new, moved.after))
                yield self.sub.format(say("compare.became", was=was, now=now, way=self.way(tree, moved)))
            if len(results) > FEW:
                yield self.sub.format(say("compare.became_more", was=was, count=len(results) - FEW))
        if len(before) > MOST:
            yield self.sub.format(say("compare.more_actions", count=len(before) - MOST))
        if not tree.compared:
            yield self.item.format(say("compare.not_all"))

    def way(self, tree: TreeDiff, moved: Moved) -> str:
        parts = [f"{node}: {answer if answer != '~' else say('compare.filled')}" for node, answer in moved.way]
        if len(parts) > 8:  # noqa: PLR2004 - more does not fit on a line
            parts = [*parts[:3], "…", *parts[-4:]]
        return self.code.format(" → ".join(parts)) if parts else say("compare.begin") if tree.old else ""

    def links(self, tree: TreeDiff) -> Iterator[str]:
        if tree.lost_links:
            names = ", ".join(self.code.format(f"#{tree.id}-{name}") for name in tree.lost_links[:MOST])
            rest = say("compare.more", count=len(tree.lost_links) - MOST) if len(tree.lost_links) > MOST else ""
            yield self.item.format(f"{self.strong.format(say('compare.lost'))} {names}{rest}.")
        if tree.old_links:
            yield self.item.format(say("compare.old_links", before=tree.versions[0], after=tree.versions[1]))


def went_and_came(change: Change) -> tuple[list[str], list[str]]:
    """The lines of a text that are no longer there, and those that are new."""
    before, after = change.before.split("\n"), change.after.split("\n")
    gone = [line for line in before if line and line not in after]
    return gone, [line for line in after if line and line not in before]


def _thing(change: Change) -> str:
    file, _, key = change.thing.partition("/")
    if change.thing in THINGS:
        return say(f"thing.{change.thing}")
    register = next((each for each in KINDS.listed.values() if each.thing == change.thing), None)
    return register.noun if register else say("compare.entry", key=key, file=file)


def _shared(one: str, other: str) -> int:
    """How many letters two lines begin with that are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _from(line: str, shared: int) -> str:
    """A long line from a little before where it differs."""
    return f"…{line[shared - LONGEST // 4 :]}" if len(line) > LONGEST and shared > LONGEST // 2 else line


def _result(compiled: Compiled | None, action: str) -> str:
    found = compiled.tree.actions.get(action) if compiled else None
    return found.title if found else say("compare.no_action")


def tree_json(tree: TreeDiff) -> dict[str, Any]:
    """What changed in a tree, for programs."""
    return {
        "id": tree.id,
        "title": tree.title,
        "kind": tree.kind,
        "changes": [_change_json(change) for change in tree.changes],
        "moved": [
            {
                "before": moved.before,
                "after": moved.after,
                "way": [list(node) for node in moved.way],
                "count": moved.count,
            }
            for moved in tree.moved
        ],
        "compared": tree.compared,
        "lost_links": [f"#{tree.id}-{name}" for name in tree.lost_links],
        "versions": list(tree.versions),
    }


def _change_json(change: Change) -> dict[str, str]:
    return {
        "kind": change.kind,
        "thing": change.thing,
        "id": change.id,
        "name": change.name,
        "key": change.key,
        "before": change.before,
        "after": change.after,
    }
