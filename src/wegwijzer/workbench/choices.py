"""What one can pick from: the steps of a tree, its facts, and whatever a register of the project names.

The reply is `{items}`, each `{value, title, group, says}`: `says` is what else helps to find it. A form names the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wegwijzer.icons import drawings
from wegwijzer.kinds.icons import icons_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import say
from wegwijzer.model import NO_OUTCOME, Outcome, Tree
from wegwijzer.workbench.around import Around, scalar, told
from wegwijzer.workbench.desk import Desk

Items = Iterator[dict[str, str]]


def choices(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The list `options` of the file `path`. Raises KeyError for a list that no form names."""
    file = desk.file(asked["path"])
    if file is None:
        return {"items": []}
    around = Around(desk, file)
    name, _, more = asked["options"].partition(":")
    found = LISTS[name](around, more) if more else LISTS[name](around)
    return {"items": [*found]}


def _item(value: str, title: str, group: str = "", says: str = "") -> dict[str, str]:
    return {"value": value, "title": title, "group": group, "says": says}


def _nodes(around: Around, *kinds: str) -> Items:
    for group in kinds or ("questions", "actions"):
        for name in around.named(group):
            yield _item(name, around.nodes.get(name, name), say(f"label.{group}"), name)


def _actions(around: Around) -> Items:
    yield from _nodes(around, "actions")


def _ahead(around: Around) -> Items:
    """What an action can lead to: a step of this tree, or another tree, at its beginning or a way in."""
    yield from _nodes(around)
    for name, tree in around.library.trees.items():
        if name == around.file.name:
            continue
        if not tree.start.guarded:
            start = f"{name}/{tree.start.routes[0].to}"
            yield _item(start, told(tree.title), say("form.other_tree"), start)
        for key, entry in tree.entries.items():
            yield _item(f"{name}/{key}", told(f"{tree.title} {entry.text}"), say("form.other_tree"), f"{name}/{key}")


def _entries(around: Around) -> Items:
    for name, node in around.named("entries").items():
        yield _item(name, told(scalar(node, "text")) or name, "", name)


def _marks(around: Around) -> Items:
    for name in around.named("marks"):
        yield _item(name, around.fact(name)[0], say("label.marks"), name)


def _given(around: Around) -> Items:
    """Every answer to a question of this tree, as `question.answer`."""
    for name in around.named("questions"):
        for key, text in around.answers(name).items():
            yield _item(f"{name}.{key}", text, around.nodes[name], f"{name}.{key}")


def _typed(around: Around) -> Items:
    """The questions to which a reader types the answer."""
    for name, node in around.named("questions").items():
        if any(key.value == "fill" for key in node.keys):
            yield _item(f"{name}.", say("form.typed"), around.nodes[name], name)


def _policy_answers(around: Around) -> Items:
    """The answers to local choices that this tree looks at, as `beleid.question.answer`."""
    for name in around.uses:
        tree = around.library.trees.get(name)
        for key, question in tree.questions.items() if tree else ():
            for answer, record in around.library.answers(question).items():
                yield _item(
                    f"{name}.{key}.{answer}", told(record.text or answer), told(question.text or key), f"{name}.{key}"
                )


def _facts(around: Around) -> Items:
    """What a condition can look at: answers, marks, and local choices."""
    asked = {name for name, node in around.named("questions").items() if scalar(node, "policy")}
    yield from _marks(around)
    yield from (item for item in _given(around) if item["value"].partition(".")[0] not in asked)
    yield from _policy_answers(around)


def _policies(around: Around) -> Items:
    yield from _choices_of(around, around.uses)


def _decisions(around: Around) -> Items:
    yield from _choices_of(around, sorted(around.library.policy_trees()))


def _choices_of(around: Around, names: Any) -> Items:
    for name in names:
        tree = around.library.trees.get(name)
        for key, question in tree.questions.items() if tree else ():
            yield _item(f"{name}.{key}", told(question.text or key), told(tree.title) if tree else "", f"{name}.{key}")


def _groups(around: Around) -> Items:
    for name in around.library.options:
        yield _item(name, name)


def _answers(around: Around, question: str) -> Items:
    for key, text in around.answers(question).items():
        yield _item(key, text, "", key)


def _sources(around: Around) -> Items:
    for name in (*around.library.sources, *around.library.parts):
        yield _item(name, around.source(name), "", name)


def _see(around: Around) -> Items:
    """Other trees, ways into them, and pages of the site."""
    for name, tree in around.library.trees.items():
        yield _item(name, told(tree.title), say("register.trees.noun").capitalize(), name)
        for key, entry in tree.entries.items():
            yield _item(f"{name}/{key}", told(entry.text), told(tree.title), f"{name}/{key}")
    for page in around.library.pages:
        place = "/" + page.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
        yield _item(place.replace("//", "/"), _heading(around.library.pages[page]) or place, say("form.page"), place)


def _heading(text: str) -> str:
    return told(next((line[2:] for line in text.splitlines() if line.startswith("# ")), ""))


def _icons(around: Around) -> Items:
    """Those that the project shows already, first; then all others, as far as this place knows them."""
    used = icons_of(around.library)
    for name in (*sorted(used), *sorted(set(drawings()) - used)):
        yield _item(name, name, say("form.icons_used") if name in used else say("form.icons_other"))


def _register(around: Around, key: str) -> Items:
    register = next(each for each in KINDS.listed.values() if each.key == key)
    for name in around.library.group(key):
        if register.record is not Tree or name != around.file.name:
            yield _item(name, around.called(register, name), "", name)
    if register.record is Outcome:
        yield _item(NO_OUTCOME, say("form.no_outcome"))


LISTS: Mapping[str, Any] = {
    "nodes": _nodes,
    "actions": _actions,
    "ahead": _ahead,
    "entries": _entries,
    "marks": _marks,
    "facts": _facts,
    "given": lambda around: (*_given(around), *_typed(around)),
    "policy-answers": _policy_answers,
    "policies": _policies,
    "decisions": _decisions,
    "groups": _groups,
    "answers": _answers,
    "sources": _sources,
    "see": _see,
    "icons": _icons,
    "register": _register,
}
"""Every list by the name that a form gives it; what stands behind a colon in that name is given along."""
