"""What an editor offers where somebody types: all that may stand there, also while the text is no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Literal, get_origin

import pytest

from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.load import ranges
from wegwijzer.load.pure import Pure
from wegwijzer.model import Action, Condition, Fact, Id, NodeRef, SourceRef, Target, Where
from wegwijzer.workbench import spot
from wegwijzer.workbench.around import means
from wegwijzer.workbench.complete import complete
from wegwijzer.workbench.desk import Desk, put
from wegwijzer.workbench.spot import spots
from wegwijzer.workbench.text import Units
from wegwijzer.workbench.typed import bare, member

PATH = "trees/proef.yml"
TREE = """title: Proef
start: boos
questions:
  boos:
    text: "Ben je boos?"
    answers:
      ja: {text: Ja, to: ^1^klaar}
      nee:
        text: Nee ^2^dus
        to:
          - when: {all: [^3^boos.ja]}
            to: ^4^klaar
  twee:
    text: Twee?
    answers: {a: {text: A, to: klaar}}
actions:
  klaar:
    title: Klaar
    ^5^
    steps:
      - Doe iets
      - text: x
        ^6^
    urgency: ^7^later
    contacts:
      - ^8^
    help: >-
      Zie [framing](begrip:^9^
# ^0^
cases:
- title: a
  answers:
    ^A^
    boos: ^B^
"""


@pytest.fixture
def desk(one_desk) -> Desk:
    return one_desk


def at(name: str) -> tuple[str, int]:
    """The text, and the place in it of a mark."""
    begin, _, rest = TREE.partition(f"^{name}^")
    begin, rest = (re.sub(r"\^.\^", "", part) for part in (begin, rest))
    return begin + rest, len(begin)


def offered(desk, text: str, offset: int, path: str = PATH) -> dict[str, Any]:
    put(desk, {"path": path, "text": text})
    options = complete(desk, {"path": path, "at": Units(text).units(offset)})["options"]
    return {option["label"]: option for option in options}


@pytest.mark.parametrize(
    ("mark", "some", "none"),
    [
        ("1", {"boos", "klaar"}, {"ja", "text"}),
        ("2", set(), {"boos", "text"}),
        ("3", {"boos.ja", "boos.nee"}, {"boos"}),
        ("4", {"boos", "klaar"}, {"text"}),
        ("5", {"short", "reply", "outcome"}, {"title", "steps", "help", "answers"}),
        ("6", {"who", "when", "within"}, {"text", "title"}),
        ("7", {"meteen", "vandaag", "later"}, {"klaar"}),
        ("8", {"politie-101"}, {"klaar"}),
        ("9", {"framing"}, {"klaar"}),
        ("0", set(), {"title", "klaar"}),
        ("A", {"twee"}, {"boos", "klaar", "ja"}),
        ("B", {"ja", "nee"}, {"boos"}),
    ],
)
def test_what_may_stand_there_and_nothing_else(desk, mark, some, none):
    found = offered(desk, *at(mark)).keys()
    assert some <= found
    assert not none & found
    assert some or not found


@pytest.mark.parametrize("mark", ["1", "3", "5", "6", "7", "8"])
def test_it_does_not_mind_what_is_wrong_elsewhere(desk, mark):
    """A bracket that stays open above, and no YAML below: names that could be read before are still offered."""
    text, offset = at(mark)
    before = offered(desk, text, offset)
    broken = text[:offset].replace("Proef", "[Proef") + text[offset:] + "}\n"
    found = offered(desk, broken, offset + 1)
    assert desk.file(PATH).root is None
    assert before
    assert found == before


def test_a_key_says_what_it_is_for(desk):
    found = offered(desk, *at("5"))
    assert found["short"]["key"]
    assert found["short"]["info"].startswith(KINDS.keys_of(Action)["short"].says)
    assert found["short"]["detail"] != "short"
    assert not offered(desk, *at("7"))["later"]["key"]


def test_of_very_many_names_come_those_that_go_on_from_what_was_typed(desk):
    """There are thousands of icons."""
    text, offset = at("5")
    typed = text[:offset] + "x\nquestions:\n  a:\n    answers:\n      b: {icon: alert" + "}\n"
    put(desk, {"path": PATH, "text": typed})
    reply = complete(desk, {"path": PATH, "at": typed.index("alert") + 2})
    assert not reply["whole"]
    assert {option["label"] for option in reply["options"]} >= {"alert-triangle"}
    assert all("al" in option["label"] for option in reply["options"])


def test_a_file_of_no_kind_is_left_alone(desk):
    put(desk, {"path": "data/iets-anders.yml", "text": "a: "})
    assert complete(desk, {"path": "data/iets-anders.yml", "at": 3}) == {"options": [], "whole": True}


# -- all that people wrote in this project could have been chosen -------------------------------------------------------


def written(kind: Any, node: Any, where: Where, owner: Any = None, key: Any = None) -> Iterator[tuple[str, Any]]:
    """Every key and every name in a file: what stands there as (type of record, key), and its node."""
    kind = bare(kind)
    if is_dataclass(kind) and kind is not Target and node.kind == "map":
        for name, item in node.entries():
            each = KINDS.keys_of(kind)[name.value]
            yield f"{kind.__name__}:", name
            yield from written(each.kind, item, (*where, name.value), kind, each)
    elif node.kind in {"map", "list"}:
        members = ((name.value, item) for name, item in node.entries()) if node.kind == "map" else enumerate(node.items)
        for part, item in members:
            yield from written(Any if kind is Any else member(kind), item, (*where, part), owner, key)
    elif is_name(kind, owner, key):
        yield f"{owner.__name__}.{key.key}", node


def is_name(kind: Any, owner: Any, key: Any) -> bool:
    return (
        kind in {Target, NodeRef, SourceRef, Fact}
        or get_origin(kind) is Literal
        or (kind is not Any and bool(means(owner, key)))
        or owner is Condition
        or (kind is Id and key.key == "icon")
    )


FEW = 4
"""Of each sort of name in a file, so many are looked at: the first, the last, and some in between."""


@pytest.mark.slow
def test_all_that_was_written_is_offered(desk):
    """At every key and every name of this project, it is among what is offered there."""
    seen: set[str] = set()
    lacking = []
    for file in desk.loaded().files:
        if file.root is None:
            continue
        sorts: dict[str, list[Any]] = {}
        for sort, node in written(kind_of(file.path, desk.folder), file.root, ()):
            sorts.setdefault(sort, []).append(node)
        units = Units(file.text)
        for sort, nodes in sorts.items():
            seen.add(sort)
            for node in nodes[:: max(1, len(nodes) // FEW)]:
                if not (node.plain or sort.endswith(":")) or " " in node.value:  # a default may be a text of people
                    continue
                place = (
                    units.at(node.line, node.column) + len(node.value) - 1
                )  # of very many only those that go on are told
                options = complete(desk, {"path": file.shown, "at": place})["options"]
                if node.value not in {option["label"] for option in options}:
                    lacking.append((sort, file.shown, node.line, node.value))
    assert lacking == []
    assert len(seen) > 100
    assert {"Answer.to", "Condition.all", "Task.use", "Action.contacts", "Answer.icon", "Question.policy"} <= seen


@pytest.fixture(params=[ranges.Parser, Pure], ids=lambda loader: loader.__name__)
def parser(request, monkeypatch) -> None:
    """With the parser of this machine, and with the one of a page."""
    monkeypatch.setattr(spot, "Parser", request.param)


# -- where one types ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where", "is_key"),
    [
        ("^", (), True),
        ("a:\r\n  b:\r\n    ^c\r\n", ("a", "b"), True),
        ("a: {b: [x, {c: ^", ("a", "b", 1, "c"), False),
        ("a: {b: 1, ^", ("a",), True),
        ("a:\n- b: 1\n  ^", ("a", 0), True),
        ("a:\n  - - ^x", ("a", 0, 0), True),
        ("\ufeffa:\n  - b: ^", ("a", 0, "b"), False),
    ],
)
@pytest.mark.usefixtures("parser")
def test_the_path_to_a_caret(text, where, is_key):
    begin, _, rest = text.removeprefix("\ufeff").partition("^")
    found = next(spots(begin + rest, len(begin)))
    assert (found.where, found.is_key) == (where, is_key)


@pytest.mark.parametrize(
    "text",
    ["a: |\n  een ^", "a: >-\n  ^", 'a: "^', "a: een ^", "a: een\n  ^", "a: 'x\n  ^", "# ^", "a: 1 # ^", "a: (^"],
)
@pytest.mark.usefixtures("parser")
def test_in_a_text_of_people_nobody_types_a_name(text):
    begin, _, rest = text.partition("^")
    assert [*spots(begin + rest, len(begin))] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: ^\x00",
        "&a [*a, ^",
        "!!python/object ^",
        "{" * 3000 + "^",
        "- " * 2000 + "^",
        "a: " * 5000 + "^",
        "\ue000: \ue000^",
    ],
)
@pytest.mark.usefixtures("parser")
def test_whatever_stands_there_it_ends(text):
    begin, _, rest = text.partition("^")
    assert all(found.word == "" for found in spots(begin + rest, len(begin)))
