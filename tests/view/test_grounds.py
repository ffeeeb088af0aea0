"""The kind of ground under a task follows from what it names."""

from __future__ import annotations

import pytest

from helpers import own_tree, tree, tree_files
from wegwijzer.view.grounds import ORDER, grounds

SOURCES = """
sources:
  gids: {title: Gids, kind: praktijk}
  wet: {title: Een wet, kind: wet}
  nota: {title: Een nota}
  wij: {title: Wij, kind: redactie}
parts:
  G-1: {source: gids, title: Een onderzoek in de gids, kind: onderzoek}
  G-2: {source: gids, title: Een ander deel}
"""
CHOICES = """
title: Keuzes
start: zicht
questions:
  zicht:
    text: Verberg je het?
    default: ja
    answers:
      ja: {text: Jawel, sources: [gids]}
      nee: {text: Liever niet, sources: [nota]}
      nog-niet-beslist: {text: Nog niet beslist}
    to: toon
  toon:
    text: Noem je de regel?
    default: ja
    answers: {ja: {text: Jawel, sources: [gids]}, nee: {text: Liever niet, sources: [wij]}}
    to: klaar
actions:
  klaar: {title: Klaar, steps: [Klaar.]}
"""
TREE = """
title: B
start: a
uses: [keuzes]
actions:
  a:
    title: A
    sources: [wij]
    steps:
      - {text: Een., sources: [wij, G-2, wet]}
      - {text: Twee., sources: [G-1]}
      - {text: Drie., sources: [{id: gids, part: Deel 9}]}
      - text: Vier.
      - {text: Vijf., sources: [nota]}
      - {text: Zes., sources: [gids], when: {all: [keuzes.zicht.ja]}}
      - {text: "Zeven: $keuzes.zicht.", sources: [gids]}
      - {text: Acht., sources: [gids], when: {all: [keuzes.toon.ja]}}
"""


def test_the_kind_of_ground_follows_from_the_sources_and_the_choices():
    """The firmest ground comes first; a part can be another kind than its source; a task without sources has those of its
    action; and it is disputed when it follows a choice of which two sides rest on sources.
    """
    compiled = tree(TREE, sources=SOURCES, keuzes=CHOICES)
    action = compiled.tree.actions["a"]
    assert [
        ("wet", "praktijk", "redactie"),
        ("onderzoek",),
        ("praktijk",),
        ("redactie",),
        ("document",),
        ("praktijk", "betwist"),
        ("praktijk", "betwist"),
        ("praktijk",),
    ] == [grounds(compiled, task, action) for task in action.steps]


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_every_task_and_reply_of_the_project_has_a_kind_of_ground(name):
    """No task, and no action with a reply, rests on nothing or on a document of which the kind is not told."""
    compiled = own_tree(name)
    for action in compiled.tree.actions.values():
        for task in action.steps:
            found = grounds(compiled, task, action)
            assert found, (action.title, task)
            assert set(found) <= {*ORDER, "betwist"} - {"document"}, (action.title, task)
        if action.reply:
            assert action.sources or all(task.sources for task in action.steps), action.title
