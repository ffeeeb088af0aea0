"""Random small trees for the property tests: plain data in the shape of the YAML, and the same compiled."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds.library import Library
from wegwijzer.load.build import Builder
from wegwijzer.load.nodes import parse
from wegwijzer.model import Tree

MARKS = ("m1", "m2")
KEYS = ("x", "y", "z")
ONE, MANY, FILL = "keuzes.een", "keuzes.meer", "keuzes.vul"
OPTIONS = {ONE: ("x", "y", "nog-niet-beslist"), MANY: ("x", "y")}

CHOICES: dict[str, Any] = {
    "title": "Keuzes",
    "start": "een",
    "questions": {
        "een": {"text": "Welke?", "answers": {key: {"text": f"Optie {key}"} for key in OPTIONS[ONE]}, "to": "meer"},
        "meer": {"text": "Wat?", "choose": "many", "answers": {key: {"text": key} for key in KEYS[:2]}, "to": "vul"},
        "vul": {"text": "Hoe?", "fill": {"kind": "text"}, "to": "klaar"},
    },
    "actions": {"klaar": {"title": "Klaar", "steps": ["Klaar."]}},
}
"""A tree of local choices: one of a few, several, and one that is filled in."""


def compiled(tree: dict[str, Any], tree_id: str = "boom") -> Any:
    """The compiled tree of plain data, through the real parser and builder (JSON is YAML)."""
    library = Library()
    for name, data in ((tree_id, tree), ("keuzes", CHOICES)):
        root, problems = parse(json.dumps(data), name)
        builder = Builder(name)
        library.trees[name] = builder.build(Tree, root, name)
        assert [] == [*problems, *builder.problems]
    library.lines[tree_id] = {name: 1 for group in ("questions", "actions") for name in tree[group]}
    return compile_tree(tree_id, library)


def guards(facts: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A guard over these facts, at most three deep."""
    groups = st.sampled_from(("all", "any", "none"))
    flat = st.dictionaries(groups, st.lists(st.sampled_from(facts), min_size=1, max_size=2), min_size=1, max_size=2)
    return st.one_of(
        flat,
        flat,
        st.recursive(
            flat,
            lambda inner: st.dictionaries(groups, st.lists(inner, min_size=1, max_size=2), min_size=1, max_size=1),
            max_leaves=3,
        ),
    )


class _Maker:
    """Draws one tree. `local` allows local choices; with `several` the first question is one of several options."""

    def __init__(self, draw: Any, *, local: bool, several: bool) -> None:
        self.draw = draw
        policies = [ONE, FILL, *([MANY] if several else [])] if local else []
        self.questions = [f"q{i}" for i in range(draw(st.integers(1, 4)))]
        self.actions = [f"a{i}" for i in range(draw(st.integers(1, 3)))]
        kinds = st.sampled_from(("one", "one", "one", "many", "fill", *policies))
        self.kinds = {name: draw(kinds) for name in self.questions}
        if several:
            self.kinds["q0"] = MANY
        self.facts = [f"{name}.{key}" for name in self.questions if self.kinds[name] in ("one", "many") for key in KEYS]
        self.facts += [*MARKS, *(f"{name}.{key}" for name in policies for key in OPTIONS.get(name, ()))]
        self.steps = st.sampled_from(self.questions + self.actions)

    def sometimes(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def target(self, one_in: int) -> Any:
        """A step, or once in a while a guarded list."""
        if not self.sometimes(one_in):
            return self.draw(self.steps)
        count = self.draw(st.integers(1, 2))
        routes = [{"when": self.draw(guards(self.facts)), "to": self.draw(self.steps)} for _ in range(count)]
        return routes if self.sometimes(2) else [*routes, {"to": self.draw(self.steps)}]

    def answers(self, keys: tuple[str, ...], *, own: bool) -> dict[str, Any]:
        found: dict[str, Any] = {key: {"text": f"Antwoord {key}"} for key in keys}
        for answer in found.values():
            if own and self.sometimes(2):
                answer["to"] = self.target(2)
            if self.sometimes(4):
                answer["marks"] = [self.draw(st.sampled_from(MARKS))]
        return found

    def question(self, name: str) -> dict[str, Any]:
        kind, to = self.kinds[name], self.target(2)
        if kind in OPTIONS:
            return {"policy": kind, "answers": self.answers(OPTIONS[kind], own=kind == ONE), "to": to}
        if kind == FILL:
            return {"policy": kind, "to": to}
        if kind == "fill":
            return {"text": f"Wat is {name}?", "fill": {"kind": "text"}, "to": to}
        answers = self.answers(KEYS[: self.draw(st.integers(1, 3))], own=kind == "one")
        question = {"text": f"Hoe is {name}?", "answers": answers, "choose": kind, "to": to}
        if kind == "many":
            alone = [answer for answer in answers.values() if self.sometimes(5)]
            for answer in alone:
                answer["exclusive"] = True
            question["min"] = self.draw(st.integers(0, len(answers) - len(alone)))
        return question

    def action(self, name: str) -> dict[str, Any]:
        action = {"title": f"Actie {name}", "steps": ["Doe het."]}
        return action if name == "a0" or self.sometimes(2) else {**action, "to": self.target(2)}


@st.composite
def trees(draw: Any, *, local: bool = True, several: bool = False, listed: bool = False) -> dict[str, Any]:
    """A tree of at most four questions and three actions; routes lead anywhere, also back.

    `local` allows local choices, `several` asks one of several options; `listed` makes the start a guarded list.
    """
    maker = _Maker(draw, local=local, several=several)
    return {
        "title": "Boom",
        "uses": ["keuzes"],
        "start": maker.target(1) if listed else draw(maker.steps),
        "marks": {mark: {"text": f"het {mark} is"} for mark in MARKS},
        "questions": {name: maker.question(name) for name in maker.questions},
        "actions": {name: maker.action(name) for name in maker.actions},
    }
