"""What stands in a text when a local choice is not made: the default, nothing, or a mark."""

from __future__ import annotations

import pytest

from helpers import CHOICES, codes, tree
from wegwijzer.render.documents.checklist import checklist
from wegwijzer.render.documents.paper import Made
from wegwijzer.render.documents.written import text
from wegwijzer.render.text import tree_text
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker, replay

TREE = """
title: Onze tekst
uses: [keuzes]
start: stad
questions:
  stad:
    text: Is het een stad?
    answers: {ja: {text: Ja, to: zicht}, nee: {text: Nee, to: zicht}}
  zicht:
    policy: keuzes.zicht
    to: klaar
actions:
  klaar:
    title: Lees na
    undecided: MODE
    steps: [Lees het na.]
    document:
      - {text: Onze code, style: heading}
      - Wij luisteren.
      - {text: Wat doen we?, style: heading}
      - {text: We verbergen., when: {all: [keuzes.zicht.verbergen]}}
      - {text: We laten staan., when: {any: [keuzes.zicht.laten-staan]}}
      - {text: 'Een stad verbergt.', when: {all: [stad.ja, keuzes.zicht.verbergen]}}
      - {text: Bijlage, style: annex}
      - {text: Hoelang?, style: heading}
      - We antwoorden binnen $keuzes.termijn uur.
      - {text: Altijd binnen $keuzes.termijn uur., undecided: default}
      - {text: Nog een vraag., when: {any: [keuzes.zicht.nog-niet-beslist]}}
      - {text: Hoe dan ook., when: {any: [stad.nee, keuzes.zicht.verbergen, stad.ja]}}
"""


def compiled(mode):
    return tree(TREE.replace("MODE", mode), keuzes=CHOICES)


def blocks_at(walker):
    """The text where a walk stands, without the version below it."""
    *blocks, version = text(walker, Made())
    assert "version" == version.kind
    return blocks


def written(mode, city="nee", choice="nog-niet-beslist", **given):
    """The text of a walk, as lines."""
    kept = {f"keuzes.{name}": value for name, value in given.items()}
    return [block.text for block in blocks_at(replay(compiled(mode), [("stad", city), ("zicht", choice)], given=kept))]


def test_default_follows_the_default():
    """Nothing said: the text is what the defaults make of it."""
    assert "We verbergen." in written("default")
    assert "We antwoorden binnen 24 uur." in written("default")


def test_left_out_is_what_nobody_decided():
    """Neither the paragraphs of a choice nor a value that nobody chose stand there, nor a heading above nothing."""
    lines = written("leave-out")
    assert ["Onze code", "Wij luisteren.", "Bijlage", "Hoelang?"] == lines[:4]
    assert ["Altijd binnen 24 uur.", "Nog een vraag.", "Hoe dan ook."] == lines[4:]


def test_mark_stands_once_for_a_choice_and_in_place_of_a_value():
    """Paragraphs on one choice share a mark; of a value only the value is replaced."""
    lines = written("mark", city="ja")
    assert 1 == lines.count("[nog te beslissen: Verbergen]")
    assert lines.index("[nog te beslissen: Verbergen]") == lines.index("Wat doen we?") + 1
    assert "We antwoorden binnen [nog te beslissen: Termijn] uur." in lines


@pytest.mark.parametrize("mode", ["leave-out", "mark"])
def test_what_was_decided_stands_there(mode):
    """A choice that is kept, or answered in this walk, counts as in any text; it has no mark."""
    for lines in (written(mode, choice="laten-staan", termijn="8"), written(mode, "nee", "laten-staan", termijn="8")):
        assert "We laten staan." in lines
        assert "We antwoorden binnen 8 uur." in lines
        assert not [line for line in lines if "nog te beslissen" in line or "verbergen" in line]


def test_what_cannot_hold_anyway_has_no_mark():
    """A paragraph that another answer rules out does not ask for a decision."""
    only = TREE.replace("      - {text: We verbergen., when: {all: [keuzes.zicht.verbergen]}}\n", "").replace(
        "      - {text: We laten staan., when: {any: [keuzes.zicht.laten-staan]}}\n", ""
    )
    walker = replay(
        tree(only.replace("MODE", "mark"), keuzes=CHOICES), [("stad", "nee"), ("zicht", "nog-niet-beslist")]
    )
    assert "[nog te beslissen: Verbergen]" not in [block.text for block in blocks_at(walker)]


def test_sheet_before_publishing_says_what_is_undecided():
    """What is to be decided can be ticked off, with its default; those choices decided nothing else."""
    walker = replay(compiled("mark"), [("stad", "nee"), ("zicht", "nog-niet-beslist")])
    blocks = checklist(walker, Made())
    headings = [block.text for block in blocks if block.kind == "heading"]
    assert ["Wat je doet", "Nog te beslissen"] == headings[:2]
    items = [block.text for block in blocks if block.kind == "check"]
    assert "Verberg je een kwetsend bericht? (standaardkeuze: Verbergen)" in items
    assert "Binnen hoeveel uur antwoord je? (standaardkeuze: 24)" in items
    assert () == live_view(replay(compiled("default"), walker.path)).about("undecided")


def test_annex_begins_a_part():
    """An annex is a heading of its own, and what stands below it is one level lower."""
    walker = replay(compiled("mark"), [("stad", "nee"), ("zicht", "verbergen")])
    kinds = {block.text: block.kind for block in blocks_at(walker)}
    assert ("title", "heading", "annex", "subheading") == tuple(
        kinds[name] for name in ("Onze code", "Wat doen we?", "Bijlage", "Hoelang?")
    )


def test_form_without_memory_asks_as_before():
    """Where nobody knows what was decided, each paragraph has its guard in words."""
    assert tree_text(compiled("default")).partition("Versie")[0] == tree_text(compiled("mark")).partition("Versie")[0]


def test_opened_in_the_middle_nothing_undecided_is_promised():
    """A reader who opens the text itself gave no answers: what rests on a choice is still left out."""
    lines = [block.text for block in blocks_at(Walker(compiled("leave-out"), start="klaar"))]
    assert "We verbergen." not in lines
    assert not [line for line in lines if "24" in line and "Altijd" not in line]


def test_text_that_can_be_empty_is_an_error():
    """The checker wants a task or a paragraph that stays when nobody decided anything."""
    only = """
        title: Onze tekst
        uses: [keuzes]
        start: klaar
        actions:
          klaar: {title: Lees na, undecided: MODE, document: ['Binnen $keuzes.termijn uur.']}
    """
    found = {
        mode: "W208" in codes(only.replace("MODE", mode), keuzes=CHOICES) for mode in ("default", "mark", "leave-out")
    }
    assert {"default": False, "mark": False, "leave-out": True} == found
    assert "W208" not in codes(
        only.replace("MODE", "leave-out").replace("uur.']", "uur.', {text: Altijd., undecided: leave-out}]"),
        keuzes=CHOICES,
    )


def test_sentences_go_on_in_one_paragraph():
    """`more` goes on in the paragraph or the point before it; without one it begins a paragraph."""
    lines = """
        title: Onze tekst
        start: klaar
        actions:
          klaar:
            title: Lees na
            document:
              - {text: Titel, style: heading}
              - {text: Eerst., style: more}
              - {text: Dan., style: more}
              - {text: Punt., style: item}
              - {text: En meer., style: more}
    """
    blocks = blocks_at(Walker(tree(lines)))
    assert [("title", "Titel"), ("text", "Eerst. Dan."), ("item", "Punt. En meer.")] == [
        (b.kind, b.text) for b in blocks
    ]


def test_a_choice_that_is_followed_without_asking_is_not_decided():
    """What nobody kept and nobody was asked is no decision; an answer that is kept is one."""
    quiet = tree(
        TREE.replace("MODE", "mark").replace("policy: keuzes.zicht", "policy: keuzes.zicht\n    ask: never"),
        keuzes=CHOICES,
    )
    lines = [block.text for block in blocks_at(replay(quiet, [("stad", "ja")]))]
    assert "[nog te beslissen: Verbergen]" in lines
    assert "We verbergen." not in lines
    kept = [block.text for block in blocks_at(replay(quiet, [("stad", "ja")], given={"keuzes.zicht": "verbergen"}))]
    assert "We verbergen." in kept
    assert "[nog te beslissen: Verbergen]" not in kept
