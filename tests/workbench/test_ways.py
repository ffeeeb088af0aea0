"""How the workbench leads to a node: a shortest walk, with the local choices that it takes."""

from __future__ import annotations

import pytest

from helpers import tree
from wegwijzer.proof.situations import prove
from wegwijzer.view.opened import opened
from wegwijzer.workbench import ways
from wegwijzer.workbench.ways import way_to

POLICIES = """
title: Beleid
start: hard
questions:
  hard:
    text: Hard optreden?
    default: nee
    answers: {ja: {text: Ja, to: klaar}, nee: {text: Nee, to: klaar}}
actions: {klaar: {title: Klaar, steps: [Stap.]}}
"""
TREE = """
title: Boom
uses: [beleid]
start: soort
questions:
  soort:
    text: Wat is het?
    answers:
      kritiek: {text: Kritiek, to: wie}
      scheldpartij:
        text: Een scheldpartij
        to:
          - {when: {all: [beleid.hard.ja]}, to: verwijder}
          - {to: klaar}
  wie: {text: Wie?, choose: many, min: 2, to: naam, answers: {a: {text: A}, b: {text: B}, c: {text: C}}}
  naam: {text: Hoe heet die?, fill: {kind: text, label: Naam}, to: [{when: {all: [wie.c]}, to: diep}, {to: klaar}]}
actions:
  verwijder: {title: Verwijder, steps: [Stap.]}
  diep: {title: Diep, steps: [Stap.]}
  klaar: {title: Klaar, steps: [Stap.]}
  los: {title: Nergens, steps: [Stap.]}
"""


@pytest.fixture
def boom():
    return tree(TREE, beleid=POLICIES)


def reached(compiled, node):
    way = way_to(compiled, node)
    return opened(compiled, {"fragment": way.address, "given": way.given})


@pytest.mark.parametrize("node", ["soort", "wie", "naam", "diep", "klaar"])
def test_a_walk_leads_there(boom, node):
    """Past several answers of which a number is needed, past a text that is typed, and by the answer that a guard asks for."""
    now = reached(boom, node)
    assert (now.walker.node, now.walker.start, now.notice) == (node, None, "")
    assert way_to(boom, node).given == {}


def test_the_shortest_one_is_taken(boom):
    assert way_to(boom, "klaar").address.split(";")[1] == "soort.scheldpartij"


def test_a_choice_that_nobody_asks_comes_along(boom):
    """Where only a local choice leads to a node, it counts as made."""
    assert way_to(boom, "verwijder").given == {"beleid.hard": "ja"}
    now = reached(boom, "verwijder")
    assert (now.walker.node, now.walker.start) == ("verwijder", None)


def test_what_nobody_reaches_is_opened_in_the_middle(boom, monkeypatch):
    assert way_to(boom, "los").address == "x-los".replace("x", boom.id)
    assert reached(boom, "los").walker.start == "los"
    monkeypatch.setattr(ways, "LIMIT", 1)
    assert way_to(boom, "diep").address == f"{boom.id}-diep"


def test_every_node_of_every_tree_is_reached(own_trees):
    """Each that anybody reaches, by a walk from the start."""
    for compiled in own_trees.values():
        for node in {name for name, _, _ in prove(compiled).situations}:
            now = reached(compiled, node)
            assert (now.walker.node, now.walker.start, now.notice) == (node, None, ""), (compiled.id, node)
