"""Which answers led to an advice: left out one at a time, on the walks of all cases."""

from __future__ import annotations

import random

import pytest

from helpers import own_tree, tree, tree_files
from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.why import answers_of, mattering, otherwise
from wegwijzer.walk.alternatives import case_walk
from wegwijzer.walk.walker import Walker

WALKS = 200


def walks():
    """The walks of the cases of all trees, in an order of no meaning."""
    found = [
        (name, index)
        for name in (file.stem for file in tree_files())
        for index in range(len(own_tree(name).tree.cases))
    ]
    random.Random(1).shuffle(found)  # noqa: S311 - a sample, not a secret
    return found[:WALKS]


def ends(walker, live, known):
    """Where somebody can end who gives these answers."""
    return set(ahead(Walker(walker.compiled, walker.given), live, known).endings)


@pytest.mark.parametrize("count", [40, pytest.param(WALKS, marks=pytest.mark.slow)])
def test_each_answer_that_matters_is_needed_and_the_others_are_not(count):
    """With the answers that matter alone a walk ends where it did; with one of those left out it can end elsewhere."""
    lives = {}
    for name, index in walks()[:count]:
        compiled = own_tree(name)
        walker = case_walk(compiled, compiled.tree.cases[index])
        live = lives.setdefault(name, live_of(compiled))
        given, told = answers_of(walker), mattering(walker, live)
        known = {node: given[node] for node in told}
        assert {walker.node} == ends(walker, live, known), (name, index)
        for node in told:
            less = {other: turns for other, turns in known.items() if other != node}
            assert ends(walker, live, less) > {walker.node}, (name, index, node)


TREE = """
title: B
start: kleur
questions:
  kleur:
    text: Welke kleur?
    answers: {rood: {text: Rood, to: maat}, blauw: {text: Blauw, to: maat}, geen: {text: Geen, to: weg}}
  maat:
    text: Welke maat?
    answers:
      groot:
        text: Groot
        to: [{when: {all: [kleur.rood]}, to: weg}, {to: kast}]
      klein: {text: Klein, to: kast}
actions:
  kast: {title: In de kast, steps: [Leg het in de kast.]}
  weg: {title: Weg, steps: [Gooi het weg.]}
"""


def test_an_answer_that_changes_nothing_does_not_matter():
    """Small goes into the cupboard whatever the colour is, but no colour at all does not come there."""
    compiled = tree(TREE)
    live = live_of(compiled)
    small = Walker(compiled).give("kleur", "blauw").give("maat", "klein")
    assert ("kleur",) == mattering(small, live)
    assert ("kleur",) == mattering(Walker(compiled).give("kleur", "geen"), live)
    blue = Walker(compiled).give("kleur", "blauw").give("maat", "groot")
    assert ("kleur",) == mattering(blue, live)


def test_another_answer_brings_what_the_walk_would_have_brought():
    """Each other answer is followed by those that the reader gave; one that ends in the same place is not told."""
    compiled = tree(TREE)
    walker = Walker(compiled).give("kleur", "rood").give("maat", "groot")
    told = [(other.node, other.answer, other.then.node) for other in otherwise(walker, ("kleur", "maat"))]
    assert [("kleur", "blauw", "kast"), ("maat", "klein", "kast")] == told


LOOP = """
title: Lus
start: klaar-ermee
questions:
  klaar-ermee:
    text: Ben je klaar?
    answers: {ja: {text: Jawel, to: eind}, nee: {text: Nog niet, to: wacht}}
actions:
  wacht: {title: Wacht, steps: [Wacht even.], to: klaar-ermee}
  eind: {title: Eind, steps: [Stop.]}
"""


def test_a_question_that_comes_again_counts_once_with_all_its_answers():
    """Nothing matters where every way ends in the same place, however often one goes round."""
    compiled = tree(LOOP)
    walker = Walker(compiled).give("klaar-ermee", "nee").give("wacht", "verder").give("klaar-ermee", "ja")
    assert {"klaar-ermee": ("nee", "ja")} == answers_of(walker)
    assert () == mattering(walker, live_of(compiled))
