"""What the numbered text says to who does not know an answer: against every way that stands in the text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_shared_generated import trees_with_tasks

from generated import compiled as generated
from helpers import each_tree, own_tree, tree
from wegwijzer.compile.compiled import is_final
from wegwijzer.doubt.anyway import AnywayOf
from wegwijzer.render.anyway import anyway_lines
from wegwijzer.render.text import tree_text
from wegwijzer.render.text_page import text_page

TREE = """
title: B
start: kleur
questions:
  kleur: {text: Welke kleur?, answers: {rood: {text: Rood, to: maat}, blauw: {text: Blauw, to: vorm}}}
  maat: {text: Welke maat?, answers: {groot: {text: Groot, to: a}, klein: {text: Klein, to: b}}}
  vorm: {text: Welke vorm?, answers: {rond: {text: Rond, to: c}, recht: {text: Recht, to: tussen}}}
  stof: {text: Welke stof?, answers: {wol: {text: Wol, to: d}, linnen: {text: Linnen, to: d}}}
actions:
  a: {title: A, urgency: meteen, steps: [Bel de chef., Schrijf het op.]}
  b: {title: B, steps: [Schrijf het op., {text: Was het., if: kleur.rood}]}
  c: {title: C, steps: [Schrijf het op., Plak een etiket.]}
  tussen: {title: Tussen, steps: [Plak een etiket., Schrijf het op.], to: stof}
  d: {title: D, contact: none, steps: [Vouw het.]}
"""


def names(told):
    return [task.text for task in told.tasks]


def test_what_all_ways_share_is_sure_and_what_is_asked_first_is_not():
    """Writing down is on every way; a label on every way from shape; what holds only for red is nowhere sure."""
    found = AnywayOf(tree(TREE))
    assert ["Schrijf het op."] == names(found.at("kleur"))
    assert ["Schrijf het op."] == names(found.at("maat"))
    assert {"Schrijf het op.", "Plak een etiket."} == set(names(found.at("vorm")))
    assert ("d", ("a",), True) == (found.at("stof").only, found.at("kleur").urgent, found.at("vorm").no_contact)
    assert not found.at("maat").no_contact


def test_the_text_says_so_below_the_question():
    """The plain text and the page with the whole text, with numbers where those lead."""
    compiled = tree(TREE)
    plain = " ".join(tree_text(compiled).split())
    assert "Weet je het niet? Ga naar 9: elke weg van hier komt daar uit." in plain
    assert "Weet je het niet? Doe dit in elk geval: Schrijf het op. Kan ook nodig zijn, en dan meteen: 5." in plain
    assert all(line in text_page(compiled) for line in anyway_lines(compiled).values())


def a_way(compiled, node, rng):
    """The actions on one way from a node that stands in the text, to an ending; none when it goes round for long."""
    met = []
    for _ in range(200):
        if node in compiled.tree.actions:
            met.append(node)
            if is_final(compiled.tree.actions[node]):
                return met
        targets = [target for _, target in compiled.exits(node)]
        goals = [route.to for target in targets for route in target.routes]
        if not goals:
            return []
        node = rng.choice(goals)
        if node not in compiled.lines:
            return []
    return []


def agree(compiled, seed):
    """Along many ways: what is sure is met and never forbidden, what is urgent is told, and the one ending is the end."""
    rng = random.Random(seed)  # noqa: S311 - the ways of a test
    found, walked = AnywayOf(compiled), 0
    actions = compiled.tree.actions
    for question in compiled.tree.questions:
        told = found.at(question)
        for _ in range(20):
            met = a_way(compiled, question, rng)
            if not met:
                continue
            walked += 1
            steps = {task.use or task.text for name in met for task in actions[name].steps if task.when is None}
            barred = {each for name in met for each in actions[name].forbids}
            assert {task.use or task.text for task in told.tasks} <= steps - barred
            assert set(told.contacts) <= {each for name in met for each in actions[name].contacts}
            assert {name for name in met if actions[name].urgency == "meteen"} <= set(told.urgent)
            assert told.no_contact or all(actions[name].contact != "none" for name in met)
            assert told.only in {"", met[-1]}
    return walked


@pytest.mark.parametrize("name", each_tree())
def test_it_holds_on_every_way_of_our_own_trees(name):
    """Whatever is asked before a way, for every question."""
    assert agree(own_tree(name), 7) > 20


@given(trees_with_tasks(), st.integers(0, 99))
def test_it_holds_on_every_way_of_generated_trees(made, seed):
    """Guards, loops, interim actions and forks included."""
    agree(generated(made), seed)
