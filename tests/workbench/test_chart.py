"""The map of a text that is being edited: what there is to draw, and where each node stands in the file."""

from __future__ import annotations

import re

import pytest

from wegwijzer.draw.diagrams import laid_out
from wegwijzer.workbench.chart import chart
from wegwijzer.workbench.desk import Desk, project, put

TREE = """title: Boom
start:
  - {when: {all: [soort.rest]}, to: klaar}
  - {to: soort}
questions:
  soort:
    text: Wat is het?
    answers:
      kritiek:
        text: Kritiek <b>
        to:
          - {when: {all: [soort.rest]}, to: klaar}
          - {to: bezig}
      rest: {text: De rest, to: weg}
actions:
  bezig:
    title: Bezig
    steps: [Stap.]
    to:
      - {when: {all: [soort.rest]}, to: klaar}
      - {to: klaar}
  klaar: {title: Klaar, steps: [Stap.]}
"""
PATH = "trees/boom.yml"


@pytest.fixture
def small(tmp_path):
    """A project with one small tree, in which one way leads nowhere yet."""
    desk = Desk(tmp_path)
    project(desk, {"files": {"wegwijzer.toml": 'language = "nl"\n', PATH: TREE}})
    return desk


def many(count):
    """A tree of so many questions in a row."""
    steps = "".join(
        f"  v{n}: {{text: Vraag {n}?, answers: {{ja: {{text: Ja, to: v{n + 1}}}}}}}\n" for n in range(1, count)
    )
    return f"title: Rij\nstart: v1\nquestions:\n{steps}actions: {{v{count}: {{title: Klaar, steps: [Stap.]}}}}\n"


def test_each_node_has_its_place_in_the_file(small):
    """A fork is the list of ways that it chooses from; a step that is not there yet has none."""
    found = chart(small, {"path": PATH, "where": ["questions", "soort", "text"]})
    assert (found["tree"], found["node"], found["good"]) == ("boom", "soort", True)
    assert found["places"] == {
        "start--": ["start"],
        "soort": ["questions", "soort"],
        "soort--kritiek": ["questions", "soort", "answers", "kritiek", "to"],
        "bezig": ["actions", "bezig"],
        "bezig--": ["actions", "bezig", "to"],
        "klaar": ["actions", "klaar"],
    }
    drawn = set(re.findall(r'\bid="([^"]+)", class="ww-node', found["dot"]))
    assert drawn == {found["prefix"] + name for name in [*found["places"], "weg"]}


def test_a_large_tree_opens_at_the_sheet_of_the_step(small):
    """Or at the one that somebody asks for."""
    put(small, {"path": PATH, "text": many(25)})
    found = chart(small, {"path": PATH, "where": ["questions", "v20"]})
    assert len(found["sheets"]) > 2
    assert "v20" in found["sheets"][found["at"]]["nodes"]
    assert '"kaart-boom-v20"' in found["dot"]
    assert sorted(name for sheet in found["sheets"] for name in sheet["nodes"]) == sorted(found["places"])
    first = chart(small, {"path": PATH, "where": ["questions", "v20"], "sheet": 0})
    assert (first["at"], '"kaart-boom-v20"' in first["dot"]) == (0, False)
    assert chart(small, {"path": PATH, "where": ["questions", "v20"], "sheet": 99})["at"] == 0
    assert chart(small, {"path": PATH, "where": ["title"]})["at"] == 0


def test_what_was_laid_out_is_finished(small):
    """As on the map of everybody; what people type never becomes markup."""
    found = chart(small, {"path": PATH, "where": []})
    html = chart(small, {"svg": laid_out(found["dot"]), "title": "Boom <i>"})["html"]
    assert html.count("<svg") == 1
    assert "Boom &lt;i&gt;" in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert f'id="{found["prefix"]}soort"' in html


def test_a_broken_text_leaves_the_last_map(small):
    before = chart(small, {"path": PATH, "where": []})
    put(small, {"path": PATH, "text": TREE.replace("title: Boom", "title: [")})
    assert chart(small, {"path": PATH, "where": []}) == {**before, "good": False}
    put(small, {"path": PATH, "text": None})
    put(small, {"path": "trees/ander.yml", "text": "title: [\n"})
    assert chart(small, {"path": "trees/ander.yml", "where": []}) == {
        "tree": None,
        "path": "trees/ander.yml",
        "good": False,
    }
    assert chart(small, {"path": "wegwijzer.toml", "where": []}) == {"tree": None, "good": True}
