"""Records to JSON and back: what the build writes, the browser reads."""

from __future__ import annotations

import json

import pytest

from helpers import tree_files
from wegwijzer.compile.codec import decode, encode
from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Action, Case, Condition, Route, Target, Task


@pytest.mark.parametrize(
    "record",
    [
        Action("Doe iets"),
        Action("Doe iets", steps=(Task("Eén", points=("a", "b")), Task(use="leg-vast")), to=Target((Route("x"),))),
        Condition(all=("a.b", Condition(any=("c", Condition(none=("d",)))))),
        Target((Route("a", Condition(any=("m",))), Route("b")), guarded=True),
        Case("Geval", "weg", given={"keuzes.zicht": "ja"}, answers={"a": "x", "b": ("y", "z"), "c": ""}),
    ],
    ids=lambda record: type(record).__name__,
)
def test_record_comes_back_as_it_went(record):
    """A record written as JSON is read as the same record."""
    assert record == decode(type(record), json.loads(json.dumps(encode(record))))


def test_what_has_its_default_is_left_out():
    """A field that says nothing takes no room."""
    assert {"title": "Doe iets", "steps": [{"text": "Eén"}]} == encode(Action("Doe iets", steps=(Task("Eén"),)))


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_own_trees_survive_the_journey(name, own_trees):
    """Each tree of the project comes out of its JSON as it went in."""
    compiled = own_trees[name]
    there = decode(Compiled, json.loads(json.dumps(encode(compiled))))
    assert compiled == there
    assert (compiled.numbers, compiled.version) == (there.numbers, there.version)
