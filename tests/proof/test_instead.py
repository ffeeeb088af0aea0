"""Where who asks for a node comes that a decision took away."""

from __future__ import annotations

from wegwijzer.proof.instead import instead
from wegwijzer.proof.pruned import left_under
from wegwijzer.testing import compiled

POLICY = """\
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je?
    default: verbergen
    answers: {verbergen: {text: Verbergen, argument: A.}, laten-staan: {text: Laten staan, argument: B.}}
    to: waarschuwen
  waarschuwen:
    text: Waarschuw je eerst?
    default: ja
    answers: {ja: {text: Ja, argument: A.}, nee: {text: Nee, argument: B.}}
    to: klaar
actions: {klaar: {title: Klaar, steps: [Stap.]}}
"""
TREE = """\
title: Boom
uses: [keuzes]
start: toon
questions:
  toon:
    text: Welke toon?
    answers: {grof: {text: Grof, to: zicht}, mild: {text: Mild, to: regel}}
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: waarschuwen}, laten-staan: {to: hoe}}
  waarschuwen:
    policy: keuzes.waarschuwen
    answers: {ja: {to: waarschuw}, nee: {to: verberg}}
  hoe:
    text: Hoe antwoord je?
    answers: {kort: {text: Kort, to: kort}, lang: {text: Lang, to: lang}}
  regel:
    text: Past dit bij de regel?
    answers:
      wel:
        text: Wel
        to:
          - {when: {all: [keuzes.waarschuwen.ja]}, to: prijs}
          - to: kort
      niet: {text: Niet, to: kort}
actions:
  waarschuw: {title: Waarschuw, steps: [Stap.]}
  verberg: {title: Verberg, steps: [Stap.]}
  kort: {title: Kort, steps: [Stap.]}
  lang: {title: Lang, steps: [Stap.]}
  prijs: {title: Prijs, steps: [Stap.]}
entries:
  hard: {text: Hard antwoorden, answers: {toon: grof, hoe: kort}}
"""
PROJECT = {"trees/keuzes.yml": POLICY, "trees/boom.yml": TREE}


def led(**decided):
    """What leads where under these decisions."""
    tree = compiled(PROJECT, "boom")
    left = left_under(tree, {f"keuzes.{name}": value for name, value in decided.items()})
    found = instead(tree, left)
    assert set(found.values()) <= left.lines.keys()
    assert not found.keys() & {*left.lines, *left.tree.entries}
    return found


def test_nothing_leads_on_where_nothing_is_gone():
    """Also not when a decision takes no node away."""
    assert led() == {}


def test_answered_question_leads_where_its_answer_does():
    """Past others that are answered too, as far as the reader comes."""
    found = led(zicht="verbergen", waarschuwen="nee")
    assert (found["zicht"], found["waarschuwen"]) == ("verberg", "verberg")


def test_what_nobody_reaches_leads_to_what_the_decision_before_it_chose():
    """A question that falls away, what stands behind that, an entry to it, and the action of another answer."""
    found = led(zicht="verbergen", waarschuwen="nee")
    assert (found["hoe"], found["lang"], found["waarschuw"]) == ("verberg", "verberg", "verberg")
    assert found["hard"] == "toon"


def test_entry_that_passes_an_action_stays():
    """An entry that gives answers to nodes that are left opens as before, also when one of those is an action."""
    tree = TREE.replace("kort: {title: Kort, steps: [Stap.]}", "kort: {title: Kort, steps: [Stap.], to: lang}")
    whole = compiled({**PROJECT, "trees/boom.yml": tree.replace("hoe: kort", "hoe: kort, kort: verder")}, "boom")
    left = left_under(whole, {"keuzes.zicht": "laten-staan"})
    assert left.tree.entries == whole.tree.entries
    assert "zicht" not in left.lines


def test_what_a_guard_closed_leads_to_the_question_before_it():
    """No decision leads on there, so the reader answers that question again."""
    assert led(waarschuwen="nee")["prijs"] == "regel"
