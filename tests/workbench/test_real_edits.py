"""What a form asks for, in every tree of this project: only the lines of what it touches differ, and the file says what was asked."""

from __future__ import annotations

from functools import cache

import pytest
import yaml
from scribbled import into, replaced, says, told

from helpers import ROOT, each_tree
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.edit import edit

LONG = "Een zin die langer is dan wat op een regel past, met een dubbelpunt: en met een # erin, zodat ze gevouwen op twee regels staat."
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name):
    """The text of a tree, what it says, and its nodes."""
    text = (ROOT / f"trees/{name}.yml").read_text(encoding="utf-8")
    return text, says(text), yaml.compose(text, Loader=Loader)


def at(data, *where):
    for name in where:
        data = data[name] if isinstance(name, int) else dict(data)[name]
    return data


def question(data):
    """The largest question with answers of its own, and where those stand."""
    own = [
        (name, dict(each))
        for name, each in at(data, "questions")
        if "answers" in dict(each) and "policy" not in dict(each)
    ]
    name, found = max(own, key=lambda pair: len(pair[1]["answers"]))
    return ("questions", name), found


def action(data):
    """The action with the most tasks."""
    name, found = max(at(data, "actions"), key=lambda pair: len(dict(pair[1]).get("steps", [])))
    return ("actions", name), dict(found)


def edits(data):
    """What a form could ask for: the edit, the path of what it touches, and what the entries of that block become."""
    ask, asked = question(data)
    do, done = action(data)
    first, *_, last = [name for name, _ in asked["answers"]]
    answers = (*ask, "answers")
    words = dict(dict(asked["answers"])[first])

    def put(where, value):
        return (
            {"op": "set", "where": where, "value": value},
            where,
            lambda all_, i: [*all_[:i], replaced(all_[i], told(value)), *all_[i + 1 :]],
        )

    def add(where, value, after, key=""):
        entry = (key, told(value)) if key else told(value)
        named = {"key": key} if key else {}
        asked = {"op": "add", "where": where, "value": value, "after": after, **named}
        return asked, (*where, after), lambda all_, i: [*all_[: i + 1], entry, *all_[i + 1 :]]

    def drop(where):
        return {"op": "remove", "where": where}, where, lambda all_, i: [*all_[:i], *all_[i + 1 :]]

    def move(where, to):
        def moved(all_, i):
            rest = [*all_[:i], *all_[i + 1 :]]
            return [*rest[:to], all_[i], *rest[to:]]

        return {"op": "move", "where": where, "to": to}, where, moved

    yield put(("title",), "Een andere: titel")
    yield put(("title",), "Kort")
    yield put((*ask, "text"), "Wat kies je?")
    yield put((*ask, "text"), LONG)
    if "text" in words:
        yield put((*answers, first, "text"), "'t Is goed")
    yield add(answers, {"text": LONG, "to": do[1], "marks": ["een", "twee"]}, first, "nieuw-antwoord")
    yield add(answers, {"text": "Ja"}, last, "nieuw-antwoord")
    yield move((*answers, first), len(asked["answers"]) - 1)
    yield move((*answers, last), 0)
    yield drop((*answers, first))
    yield drop((*answers, last))
    yield add(
        ("questions",),
        {
            "text": "Nieuw?",
            "answers": {"ja": {"text": "Ja", "to": [{"when": {"any": ["a.b"]}, "to": "x"}, {"to": "y"}]}},
        },
        ask[1],
        "nieuw",
    )
    yield drop(ask)
    yield move(ask, 0)
    yield drop(do)
    if "sources" in done:
        yield put((*do, "sources"), ["redactie", "nieuw", "S1-2.3"])
    if len(done.get("steps", [])) > 1:
        yield add((*do, "steps"), {"text": "Doe dit: nu.", "who": "jij"}, 0)
        yield move((*do, "steps", 0), len(done["steps"]) - 1)
        yield drop((*do, "steps", 0))
        yield drop((*do, "steps", len(done["steps"]) - 1))
    if dict(data).get("cases"):
        yield add(
            ("cases",),
            {"title": "Nieuw", "post": LONG, "answers": {"a": "b"}, "ends_in": "c"},
            len(at(data, "cases")) - 1,
        )
        yield drop(("cases", 0))


def span(node, where):
    """The lines of an entry, from its key to the end of its value."""
    first = 0
    for name in where:
        if isinstance(node, yaml.MappingNode):
            key, node = next((key, item) for key, item in node.value if key.value == name)
            first = key.start_mark.line
        else:
            node = node.value[name]
            first = node.start_mark.line
    return first, node.end_mark.line


@pytest.mark.parametrize("name", each_tree(one=True))
def test_only_what_an_edit_touches_differs(name, tmp_path):
    text, data, root = read(name)
    path = f"trees/{name}.yml"
    desk, count = Desk(tmp_path), 0
    for asked, where, change in edits(data):
        desk.put(path, text)
        reply = edit(desk, {"path": path, "edit": {**asked, "where": list(asked["where"])}})
        assert "error" not in reply, (asked, reply)
        new = desk.texts[path]
        assert says(new) == into(data, where, change), asked
        first, last = span(root, where if asked["op"] != "move" else where[:-1])
        old, now = text.split("\n"), new.split("\n")
        while first and (not old[first - 1].strip() or old[first - 1].strip().startswith("#")):
            first -= 1
        assert now[:first] == old[:first], asked
        assert now[len(now) - len(old[last + 1 :]) :] == old[last + 1 :], asked
        if asked["op"] == "add":
            more = len(now) - len(old)
            assert any(now[:place] + now[place + more :] == old for place in (*range(first, last + 3), len(old) - 1)), (
                asked
            )
        count += 1
    assert count >= 15
