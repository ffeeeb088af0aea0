"""A text of a file beside the same text in an editor: whatever ends its lines, only what somebody types changes."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from helpers import ROOT

MODULE = (ROOT / "src/wegwijzer/assets/workbench-lines.js").as_uri()
TOLD = f"""
import {{ Lines }} from "{MODULE}";
import {{ readFileSync }} from "node:fs";
const told = JSON.parse(readFileSync(0, "utf8")).map(([text, changes]) => {{
  const lines = new Lines(text), places = [...Array(lines.shown.length + 1).keys()];
  return {{
    shown: lines.shown,
    offsets: places.map((place) => lines.offset(place)),
    back: places.map((place) => lines.place(lines.offset(place))),
    within: [...Array(text.length + 2).keys()].map((offset) => lines.place(offset)),
    edited: lines.edited(changes),
  }};
}});
console.log(JSON.stringify(told));
"""
TEXTS = ["", "a", "\n", "\r\n", "\ufeff", "\ufeffa: 1\r\nb: 2\rc: 3\n\nd", "x\r\n", "\r\n\r\n😀\n\u2028é\n"]


def told(text: str, changes: Any = ()) -> dict[str, Any]:
    asked = json.dumps([[text, list(changes)]])
    done = subprocess.run(
        ["node", "--input-type=module", "-e", TOLD], input=asked, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)[0]


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_each_place_in_the_editor_is_one_in_the_text(text):
    """What stands before a place in the editor stands before its offset in the text, and the way back leads there again."""
    found = told(text)
    units = text.encode("utf-16-le")
    before = [units[: 2 * offset].decode("utf-16-le", "replace") for offset in found["offsets"]]
    shown = found["shown"].encode("utf-16-le")
    for place, begin in enumerate(before):
        plain = begin.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert plain == shown[: 2 * place].decode("utf-16-le", "replace")
    assert found["back"] == [*range(len(found["offsets"]))]
    assert found["within"] == sorted(found["within"])
    assert found["within"][-1] == len(found["offsets"]) - 1


@pytest.mark.parametrize(
    ("text", "changes", "after"),
    [
        ("a: 1\r\nb: 2", [{"from": 5, "to": 5, "insert": "x: 3\n"}], "a: 1\r\nx: 3\r\nb: 2"),
        ("\ufeffa: 1\nb: 2\n", [{"from": 0, "to": 0, "insert": "# "}], "\ufeff# a: 1\nb: 2\n"),
        ("a: 1\r\nb: 2\nc", [{"from": 4, "to": 5, "insert": ""}], "a: 1b: 2\nc"),
        ("a\r\nb\r\nc", [{"from": 0, "to": 1, "insert": "één"}, {"from": 4, "to": 5, "insert": "d"}], "één\r\nb\r\nd"),
    ],
)
def test_only_what_was_typed_changes(text, changes, after):
    """A new line ends as the first one of the text does."""
    assert told(text, changes)["edited"] == after
