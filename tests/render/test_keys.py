"""The page with every key is of one mind with the model and the schemas."""

from __future__ import annotations

import re
from dataclasses import is_dataclass

from municipal import records as guide
from wegwijzer import model
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.schema import schemas
from wegwijzer.model import Target, Tree, local, safety, search
from wegwijzer.render.keys import heading_of, keys_markdown

RECORDS = [
    kind
    for module in (model, guide, local, safety, search)
    for kind in vars(module).values()
    if is_dataclass(kind)
    and isinstance(kind, type)
    and kind.__module__.startswith(module.__name__)
    and kind is not Target
]


def test_every_key_of_the_model_is_on_the_page():
    """Each record has a heading, and each of its keys a row with its own description."""
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", keys_markdown(), re.MULTILINE | re.DOTALL))
    assert len(RECORDS) == len(sections)
    for record in RECORDS:
        rows = sections[heading_of(record)]
        for key, item in KINDS.keys_of(record).items():
            row = next(line for line in rows.splitlines() if line.startswith(f"| `{key}`"))
            assert item.says.replace("|", "&#124;") in row
            assert row.count("|") == 4


def test_every_key_of_the_model_has_the_same_description_in_a_schema():
    """The schemas for editors and the page tell the same."""
    definitions = {}
    for schema in schemas().values():
        definitions |= schema["$defs"]
    for record in RECORDS:
        definition = definitions[record.__name__]
        shown = (definition["anyOf"][1] if "anyOf" in definition else definition)["properties"]
        assert {key: item.says for key, item in KINDS.keys_of(record).items()} == {
            key: value["description"] for key, value in shown.items()
        }


def test_page_begins_with_the_tree():
    """An author meets the tree first."""
    assert keys_markdown().startswith(f"## {heading_of(Tree)}\n")
