"""From a place in a text to a path of keys and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wegwijzer.load.nodes import Node
from wegwijzer.model import Where
from wegwijzer.workbench.desk import Desk, put
from wegwijzer.workbench.locate import locate
from wegwijzer.workbench.text import Units

PATH = "trees/proef.yml"
TEXT = """title: "Een 😀"\r
questions:\r
  boos:\r
    text: Ben je boos?\r
    answers:\r
      ja: {text: Ja, to: klaar}\r
\r
  # Een opmerking
  blij: {text: Ben je blij?}
cases:
- title: Eén
- title: Twee
  why: Daarom
"""


@pytest.fixture
def desk(one_desk) -> Desk:
    return one_desk


def there(desk, text: str, found: str) -> list[str | int]:
    """The path of what begins with these words."""
    put(desk, {"path": PATH, "text": text})
    return locate(desk, {"path": PATH, "at": Units(text).units(text.index(found))})["where"]


@pytest.mark.parametrize(
    ("found", "where"),
    [
        ("title: ", ["title"]),
        ("questions", ["questions"]),
        ("boos:", ["questions", "boos"]),
        ("Ja,", ["questions", "boos", "answers", "ja", "text"]),
        ("klaar", ["questions", "boos", "answers", "ja", "to"]),
        ("Ben je blij", ["questions", "blij", "text"]),
        ("- title: Twee", ["cases", 0, "title"]),
        ("title: Twee", ["cases", 1, "title"]),
        ("Daarom", ["cases", 1, "why"]),
    ],
)
def test_what_stands_there(desk, found, where):
    assert there(desk, TEXT, found) == where
    begin_end = locate(desk, {"path": PATH, "where": where})
    at = Units(TEXT).units(TEXT.index(found))
    assert begin_end["from"] <= at < begin_end["to"]


def test_a_place_is_found_back(desk):
    """Each value of the project begins where its own path leads, and ends where that of the next value begins."""
    for file in desk.loaded().files:
        if file.root is None or file.kind is None:
            continue
        units = Units(file.text)
        for where in list(paths(file.root))[::151]:
            begin_end = locate(desk, {"path": file.shown, "where": [*where]})
            assert begin_end["from"] < begin_end["to"]
            assert file.place(where, at_key=True) == units.place(begin_end["from"])
            found = tuple(locate(desk, {"path": file.shown, "at": begin_end["from"]})["where"])
            assert found[: len(where)] == where


def paths(node: Node, where: Where = ()) -> Iterator[Where]:
    members = [(key.value, item) for key, item in node.entries()] if node.kind == "map" else enumerate(node.items)
    for part, item in members:
        yield (*where, part)
        yield from paths(item, (*where, part))


@pytest.mark.parametrize(
    ("found", "step"), [("Ja,", ["questions", "boos"]), ("klaar", ["questions", "boos"]), ("Twee", ["cases", 0])]
)
def test_in_a_text_that_cannot_be_read_the_step_is_known(desk, found, step):
    assert there(desk, TEXT + "]\n", found) == step


def test_a_step_is_found_in_a_text_that_cannot_be_read(desk):
    text = TEXT + "]\n"
    put(desk, {"path": PATH, "text": text})
    place = locate(desk, {"path": PATH, "where": ["questions", "blij", "text"]})
    assert text.encode("utf-16-le")[2 * place["from"] :].decode("utf-16-le").startswith("blij: {text")


def test_a_place_that_is_not_there_is_as_near_as_can_be(desk):
    put(desk, {"path": PATH, "text": TEXT})
    near = locate(desk, {"path": PATH, "where": ["questions", "boos", "help"]})
    assert near == locate(desk, {"path": PATH, "where": ["questions", "boos"]})
    assert locate(desk, {"path": "trees/nergens.yml", "where": ["x"]})["from"] == 0
