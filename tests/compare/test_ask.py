"""A changed `ask` between two versions: told in words, and whom it leads elsewhere."""

from __future__ import annotations

from helpers import FIXTURES, load, tree
from wegwijzer.compare.diff import compare
from wegwijzer.compare.report import as_text
from wegwijzer.compare.walks import moved_results

CHOICES = (FIXTURES / "valid/keuzes.yml").read_text(encoding="utf-8")
ASKED = """
title: B
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: a}, laten-staan: {to: b}, nog-niet-beslist: {to: b}}
actions: {a: {title: Verberg het, steps: [Stap.]}, b: {title: Laat het staan, steps: [Stap.]}}
"""
QUIET = ASKED.replace(", nog-niet-beslist: {to: b}", "").replace("keuzes.zicht\n", "keuzes.zicht\n    ask: never\n")


def test_a_changed_ask_is_told_in_words():
    """A reader of the comparison sees whether the choice is still asked."""
    told = as_text(compare(load(ASKED, keuzes=CHOICES).library, load(QUIET, keuzes=CHOICES).library))
    assert "of deze keuze gevraagd wordt" in told
    assert "als er nog niets bewaard is" in told
    assert "nooit: wat bewaard is of de standaardkeuze telt" in told


def test_who_had_not_decided_may_come_elsewhere():
    """Only who said ‘nog niet beslist’ is led by the default from now on."""
    moved, whole = moved_results(tree(ASKED, keuzes=CHOICES), tree(QUIET, keuzes=CHOICES))
    assert whole
    assert [("b", "a", (("zicht", "nog-niet-beslist"),))] == [(one.before, one.after, one.way) for one in moved]
    back, _ = moved_results(tree(QUIET, keuzes=CHOICES), tree(ASKED, keuzes=CHOICES))
    assert [("a", "b")] == [(one.before, one.after) for one in back]


def test_nobody_moves_when_the_default_led_there_already():
    """With the same way for who had not decided, a choice that is no longer asked moves nobody."""
    same = ASKED.replace("nog-niet-beslist: {to: b}", "nog-niet-beslist: {to: a}")
    assert ((), True) == moved_results(tree(same, keuzes=CHOICES), tree(QUIET, keuzes=CHOICES))
