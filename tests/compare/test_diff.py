"""What changed between two versions of a tree, against walks of both with the same answers."""

from __future__ import annotations

import copy
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated import compiled, trees
from helpers import CHOICES, load, tree
from landmarks import choices, largest, looping, smallest
from wegwijzer.compare.diff import Diff, compare, compare_tree
from wegwijzer.compare.report import as_text
from wegwijzer.compare.walks import moved_results
from wegwijzer.compile.compiled import is_final
from wegwijzer.model import CONTINUE
from wegwijzer.walk.walker import Walker, WalkError

BOOM = """
title: Boom
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: ernst}
      blij: {text: Blij, to: danken}
  ernst:
    text: Hoe ernstig?
    answers:
      weinig: {text: Weinig, to: luister}
      veel: {text: Veel, to: meld}
actions:
  luister: {title: Luister, steps: [Luister goed., Vat samen.]}
  danken: {title: Dank, steps: [Zeg dank je.]}
  meld: {title: Meld het, steps: [Bel Unia.]}
"""


def changed(*replacements, **others):
    """What changes in the tree after these replacements of text."""
    text = BOOM
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return compare_tree(tree(BOOM, **others), tree(text, **others))


def kinds(found):
    return [(change.kind, change.thing, change.id, change.key) for change in found.changes]


def test_the_same_tree_has_not_changed():
    """Two equal versions differ in nothing."""
    assert changed() is None


def test_an_entry_that_came_went_or_changed_is_told():
    """Each change of an entry is told as one; a link to one that went leads nowhere, and no link is older for it."""
    entry = "entries:\n  vloek: {text: Iemand vloekt, answers: {toon: boos}}\nactions:"
    came = changed(("actions:", entry))
    assert [("added", "entry", "vloek", "")] == kinds(came)
    assert ((), False) == (came.lost_links, came.old_links)
    old = tree(BOOM.replace("actions:", entry))
    gone = compare_tree(old, tree(BOOM))
    assert ([("removed", "entry", "vloek", "")], ("vloek",)) == (kinds(gone), gone.lost_links)
    other = compare_tree(
        old, tree(BOOM.replace("actions:", entry.replace("{toon: boos}", "{toon: boos, ernst: veel}")))
    )
    assert [("reworded", "entry", "vloek", "answers")] == kinds(other)
    assert "ingang ‘vloek’ ‘Iemand vloekt’, antwoorden" in as_text(Diff((other,)))


def test_other_words_move_nobody():
    """A reworded question is told with both texts; nobody ends elsewhere and links stay as they are."""
    found = changed(("Welke toon?", "Hoe klinkt het?"), ("Vat samen.", "Vat het samen."))
    assert [("reworded", "question", "toon", "text"), ("reworded", "action", "luister", "steps")] == kinds(found)
    assert ("Welke toon?", "Hoe klinkt het?") == (found.changes[0].before, found.changes[0].after)
    assert ((), (), False) == (found.moved, found.lost_links, found.old_links)


def test_other_route_tells_who_ends_elsewhere():
    """A route that leads elsewhere is told with the answers of a reader who notices."""
    found = changed(("text: Weinig, to: luister", "text: Weinig, to: meld"))
    assert [("rerouted", "answer", "ernst.weinig", "to")] == kinds(found)
    assert [("luister", "meld", (("toon", "boos"), ("ernst", "weinig")))] == [
        (moved.before, moved.after, moved.way) for moved in found.moved
    ]
    assert found.old_links


def test_new_and_removed_answers_are_named():
    """An answer that came or went is told; a removed one moves nobody, for nobody can give it now."""
    found = changed(("      veel: {text: Veel, to: meld}", "      raar: {text: Raar, to: meld}"))
    assert [("removed", "answer", "ernst.veel", ""), ("added", "answer", "ernst.raar", "")] == kinds(found)
    assert () == found.moved


def test_step_with_another_name_breaks_its_links_only():
    """An action under a new name is called renamed; its readers are not moved, its old links break."""
    found = changed(("meld:", "bel:"), ("to: meld", "to: bel"))
    assert [("renamed", "action", "meld", "")] == kinds(found)
    assert ((), ("meld",), True) == (found.moved, found.lost_links, found.old_links)


def test_new_question_in_between_gets_every_answer():
    """A question that is new is answered in every way; who then ends elsewhere is told with that answer."""
    found = changed(
        ("text: Weinig, to: luister", "text: Weinig, to: haast"),
        (
            "actions:",
            "  haast: {text: 'Haast?', answers: {ja: {text: Ja, to: meld}, nee: {text: Nee, to: luister}}}\nactions:",
        ),
    )
    assert [("luister", "meld", (("toon", "boos"), ("ernst", "weinig"), ("haast", "ja")))] == [
        (moved.before, moved.after, moved.way) for moved in found.moved
    ]


def test_questions_in_another_order_keep_their_answers():
    """Who is asked the same questions in another order gives the same answers, and ends at the same action."""
    one = """
    title: B
    start: a
    questions:
      a: {text: 'A?', answers: {ja: {text: Ja, marks: [m]}, nee: {text: Nee}}, to: b}
      b: {text: 'B?', answers: {ja: {text: Ja}, nee: {text: Nee}}, to: [{when: {all: [m, b.ja]}, to: x}, {to: y}]}
    marks: {m: {text: het zo is}}
    actions: {x: {title: X, steps: [X.]}, y: {title: Doe y, steps: [Doe y.]}}
    """
    other = """
    title: B
    start: b
    questions:
      a: {text: 'A?', answers: {ja: {text: Ja}, nee: {text: Nee}}, to: [{when: {all: [a.ja, b.ja]}, to: x}, {to: y}]}
      b: {text: 'B?', answers: {ja: {text: Ja}, nee: {text: Nee}}, to: a}
    actions: {x: {title: X, steps: [X.]}, y: {title: Doe y, steps: [Doe y.]}}
    """
    assert ((), True) == moved_results(tree(one), tree(other))
    swapped = other.replace("a.ja, b.ja", "a.ja, b.nee")
    assert {("x", "y"), ("y", "x")} == {(m.before, m.after) for m in moved_results(tree(one), tree(swapped))[0]}


def test_local_choice_is_the_same_for_both_readers():
    """A guard that starts to look at a local choice moves those readers whose municipality chose so."""
    guarded = "[{when: {all: [keuzes.zicht.verbergen]}, to: meld}, {to: luister}]"
    uses = ("title: Boom", "title: Boom\nuses: [keuzes]")
    found = changed(("text: Weinig, to: luister", f"text: Weinig, to: {guarded}"), uses, keuzes=CHOICES)
    assert [("luister", "meld")] == [(moved.before, moved.after) for moved in found.moved]


def test_comparison_that_grows_too_large_says_so():
    """Past its limit the comparison stops and says that it is not complete."""
    new = tree(BOOM.replace("text: Weinig, to: luister", "text: Weinig, to: meld"))
    assert not moved_results(tree(BOOM), new, limit=2)[1]


def test_trees_and_data_that_came_or_went_are_told():
    """A new tree, a removed one, and a changed standard step are each told once; what is broken is named."""
    contacts = "contacts:\n  unia: {name: Unia, for: %s}\n"
    old = load(BOOM, weg=BOOM, contacts=contacts % "Meldingen.")
    new = load(BOOM, nieuw=BOOM, stuk="title: [open\n", contacts=contacts % "Alle meldingen.")
    found = compare(old.library, new.library)
    assert [("weg", "removed"), ("nieuw", "added")] == [(one.id, one.kind) for one in found.trees]
    assert [("changed", "contact", "unia")] == [(one.kind, one.thing, one.id) for one in found.data]
    assert ("stuk",) == found.unread
    assert compare(old.library, old.library).empty


def mutated(plain, dice):
    """The tree after a few routes were led elsewhere."""
    other = copy.deepcopy(plain)
    steps = [*other["questions"], *other["actions"]]
    for _ in range(dice.randint(1, 3)):
        question = other["questions"][dice.choice([*other["questions"]])]
        places = [question, *(answer for answer in question.get("answers", {}).values() if answer.get("to"))]
        dice.choice(places)["to"] = dice.choice(steps)
    return other


def follow(boom, answers, dice, extra):
    """Walk with answers by question, made up where none is known yet; returns where it ends, or None if it does not."""
    walker = Walker(boom)
    asked = []
    for _ in range(40):
        if walker.kind == "action":
            if is_final(boom.tree.actions[walker.node]):
                return walker.node, asked
            walker.give(walker.node, CONTINUE)
            continue
        question = boom.tree.questions[walker.node]
        if walker.node in asked:
            return None  # a retry: which answer comes the second time is not told by a mapping
        asked.append(walker.node)
        known = answers.setdefault(walker.node, dice.choice([*question.answers]) if question.answers else "iets")
        extra.add(walker.node)
        walker.give(walker.node, "iets" if question.fill else known)
    return None


@given(trees(local=False), st.integers(0, 2**32))
def test_reader_who_ends_elsewhere_is_found(plain, seed):
    """Whoever walks both versions with the same answers and ends elsewhere, is among the moved; and each one is real."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    changed_plain = mutated(plain, dice)
    if any(q.get("choose") == "many" for q in plain["questions"].values()):
        return
    old, new = compiled(plain), compiled(changed_plain)
    moved, complete = moved_results(old, new)
    assert complete
    found = {(one.before, one.after) for one in moved}
    for _ in range(10):
        answers, extra = {}, set()
        try:
            one, other = follow(old, answers, dice, extra), follow(new, answers, dice, extra)
        except WalkError:
            continue  # a dead end: those trees are wrong anyway
        if one and other and one[0] != other[0]:
            assert (one[0], other[0]) in found


@pytest.mark.parametrize("find", [largest, smallest, choices, looping])
def test_own_tree_against_itself_moves_nobody(own_trees, find):
    """Walking one of the own trees beside itself ends nowhere else, and all can be compared."""
    compiled = find(own_trees)
    assert ((), True) == moved_results(compiled, compiled)
