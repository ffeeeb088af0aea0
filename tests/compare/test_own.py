"""What follows of another choice, in words: the choice, the tasks and replies, and the clauses of a text."""

from __future__ import annotations

import json

import pytest

from helpers import CHOICES, load
from wegwijzer.compare.own import OwnDiff, compare_own
from wegwijzer.compare.own_report import as_json, as_markdown, as_text
from wegwijzer.compile.choices import local_choices
from wegwijzer.compile.compiled import compile_tree

TREE = """
title: Onze boom
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: klaar}, laten-staan: {to: praat}, nog-niet-beslist: {to: klaar}}
actions:
  klaar:
    title: Verberg en schrijf
    steps: [Doe iets., {text: Verberg., when: {any: [keuzes.zicht.verbergen]}}]
    reply: Je krijgt binnen $keuzes.termijn uur een antwoord.
    undecided: mark
    document:
      - {text: Onze tekst, style: heading}
      - {text: Termijn, style: heading}
      - We antwoorden binnen $keuzes.termijn uur.
      - Altijd beleefd.
  praat: {title: Praat, steps: [Praat.], document: [Onze andere tekst.]}
"""
LOADED = load(TREE, keuzes=CHOICES)
TREES = {name: compile_tree(name, LOADED.library) for name in LOADED.library.trees}
HIDE = {"keuzes.zicht": "verbergen", "keuzes.termijn": "24"}


def compared(old, new):
    return compare_own(TREES, local_choices(LOADED.library), old, new)


def test_same_choices_change_nothing():
    """Equal decisions: nothing is told."""
    assert compared(HIDE, dict(HIDE)).empty
    assert "De keuzes zijn dezelfde" in as_text(compared(HIDE, HIDE))


def test_value_changes_where_it_stands():
    """A term: in the reply and in one clause, under its heading, with what stood there and what stands there now."""
    found = compared(HIDE, {**HIDE, "keuzes.termijn": "48"})
    assert [("keuzes.termijn", "24", "48")] == [(each.name, each.before, each.after) for each in found.choices]
    assert {("boom", "klaar", "reply")} == {
        (tree.id, change.id, change.key) for tree in found.trees for change in tree.changes if tree.id == "boom"
    }
    [told] = [each for each in found.texts if each.tree == "boom"]
    [clause] = told.clauses
    assert ("Termijn", ("We antwoorden binnen 24 uur.",), ("We antwoorden binnen 48 uur.",)) == (
        clause.under,
        clause.gone,
        clause.came,
    )
    assert told.versions[0] != told.versions[1]
    lines = as_text(found).splitlines()
    assert "Tekst ‘Onze tekst’ (boom)" in lines
    assert "  - Onder ‘Termijn’:" in lines
    assert "      is nu: ‘We antwoorden binnen 48 uur.’" in lines


def test_other_route_brings_another_text():
    """Who decides otherwise comes at another action: its text is new, and the other one falls away."""
    found = compared(HIDE, {**HIDE, "keuzes.zicht": "laten-staan"})
    assert {("klaar", "removed"), ("praat", "added")} == {
        (each.step, each.kind) for each in found.texts if each.tree == "boom"
    }
    assert {"klaar", "praat"} <= {change.id for tree in found.trees for change in tree.changes}
    assert all(not tree.lost_links and not tree.old_links for tree in found.trees)


def test_undecided_says_what_counts_instead():
    """Without a decision the default counts, and is called so; a text has an open place there."""
    found = compared({}, HIDE)
    before = {each.name: each.before for each in found.choices}
    assert "nog niet beslist (standaardkeuze: 24)" == before["keuzes.termijn"]
    gone = [part for each in found.texts for clause in each.clauses for part in clause.gone]
    assert "We antwoorden binnen [nog te beslissen: Termijn] uur." in gone


@pytest.mark.parametrize(
    ("form", "sign"), [(as_text, "‘keuzes.termijn’"), (as_markdown, "`keuzes.termijn`"), (as_json, '"keuzes.termijn"')]
)
def test_every_form_tells_all(form, sign):
    """A terminal, a merge request and a program are told of the choice and the clause."""
    told = form(compared(HIDE, {**HIDE, "keuzes.termijn": "48"}))
    assert sign in told
    assert "We antwoorden binnen 48 uur." in told


def test_what_else_differs_is_named():
    """A file that differs in something else is not the same; a choice that nothing looks at says so."""
    assert "contacts" in as_text(OwnDiff(other=("contacts",)))
    assert json.loads(as_json(OwnDiff(other=("logo",))))["other"] == ["logo"]
    lonely = compare_own({}, local_choices(LOADED.library), HIDE, {**HIDE, "keuzes.termijn": "48"})
    assert "verandert er iets" in as_text(lonely)
