"""What is followed without asking stays proven: each option is a way, whatever was decided."""

from __future__ import annotations

from helpers import FIXTURES, codes, tree
from wegwijzer.proof.situations import prove
from wegwijzer.proof.unreached import figures, unreachable

CHOICES = (FIXTURES / "valid/keuzes.yml").read_text(encoding="utf-8")
BOOM = """
title: B
uses: [keuzes]
start:
  - when: {all: [keuzes.zicht.verbergen]}
    to: zicht
  - to: zicht
questions:
  zicht: {policy: keuzes.zicht, ask: never, answers: {verbergen: {to: a}, laten-staan: {to: b}}}
  b: {text: 'B?', short: B, answers: {x: {text: X, to: c}, y: {text: Y, to: d}}}
actions:
  a: {title: A, steps: [Stap.]}
  c: {title: C, steps: [Stap.]}
  d: {title: D, steps: [Stap.]}
"""


def test_every_option_is_reached_after_every_choice():
    """Who kept one option can still choose another in the walk, so both are ways from every situation."""
    compiled = tree(BOOM, keuzes=CHOICES)
    proof = prove(compiled)
    lost = unreachable(compiled, proof)
    assert ((), (), ()) == (lost.questions, lost.answers, lost.actions)
    at = {index for index, (name, _, _) in enumerate(proof.situations) if name == "zicht"}
    assert len(at) >= 1
    ends = {proof.situations[follower][0] for index in at for follower, _ in proof.followers[index]}
    assert {"a", "b"} == ends


def test_walks_are_counted_along_the_default():
    """Nobody is asked, so a count of walks has one way there: that of the default."""
    usual = BOOM.replace("ask: never, ", "").replace("{to: b}}}", "{to: b}, nog-niet-beslist: {to: a}}}")
    assert [1, 4] == [figures(tree(text, keuzes=CHOICES))["walks"] for text in (BOOM, usual)]
    other = CHOICES.replace("default: verbergen", "default: laten-staan")
    assert 2 == figures(tree(BOOM, keuzes=other))["walks"]


def test_a_dead_end_behind_another_option_is_found():
    """A guard that only holds for the default is a dead end for whoever chose otherwise."""
    text = """
        title: B
        uses: [keuzes]
        start: zicht
        questions:
          zicht: {policy: keuzes.zicht, ask: never, to: [{when: {all: [keuzes.zicht.verbergen]}, to: a}]}
        actions: {a: {title: A, steps: [Stap.]}}
    """
    assert "W201" in codes(text, keuzes=CHOICES)


def test_undecided_is_over_once_the_default_was_followed():
    """After such a question nobody is undecided any more, also who said so before."""
    text = """
        title: B
        uses: [keuzes]
        start: eerst
        questions:
          eerst: {policy: keuzes.zicht, to: zicht}
          zicht:
            policy: keuzes.zicht
            ask: never
            to: [{when: {all: [keuzes.zicht.nog-niet-beslist]}, to: a}, {to: b}]
        actions: {a: {title: A, steps: [Stap.]}, b: {title: B, steps: [Stap.]}}
    """
    compiled = tree(text, keuzes=CHOICES)
    assert ("a",) == unreachable(compiled, prove(compiled)).actions
    assert 3 == figures(compiled)["walks"]
