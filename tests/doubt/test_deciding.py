"""Which of the next questions decides most, and what a reader who keeps doubting is told."""

from __future__ import annotations

import pytest

from helpers import own_tree, tree
from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.deciding import changes, deciding
from wegwijzer.doubt.shared import shared
from wegwijzer.proof.situations import TooManySituations
from wegwijzer.walk.alternatives import case_walk
from wegwijzer.walk.walker import Walker, clone

TREE = """
title: B
start: kleur
questions:
  kleur:
    text: Welke kleur?
    answers: {rood: {text: Rood, to: maat}, blauw: {text: Blauw, to: vorm}}
  maat:
    text: Welke maat?
    answers: {groot: {text: Groot, to: a}, klein: {text: Klein, to: b}, weet: {text: Ik weet het niet, to: vorm}}
  vorm:
    text: Welke vorm?
    answers: {rond: {text: Rond, to: c}, recht: {text: Recht, to: d}}
actions:
  a: {title: A, urgency: meteen, steps: [Bel de chef., Schrijf het op.]}
  b: {title: B, steps: [Schrijf het op.]}
  c: {title: C, steps: [Schrijf het op., Plak een etiket.]}
  d: {title: D, contact: none, forbids: [stuur], steps: [Schrijf het op., Plak een etiket.]}
"""


def told(text=TREE, *answers):
    walker = Walker(tree(text))
    for node, answer in answers:
        walker.give(node, answer)
    return ahead(walker, live_of(walker.compiled))


def test_the_question_that_leaves_the_fewest_endings_decides_most():
    """Of size and shape, next on the two ways, shape leaves three of four endings and size two or three: an average tells."""
    found = told()
    assert ("a", "b", "c", "d") == found.endings
    left = {answer: found.when("maat", answer).endings for answer in ("groot", "klein", "weet")}
    assert {"groot": ("a", "c", "d"), "klein": ("b", "c", "d"), "weet": ("c", "d")} == left
    assert {"rond": ("a", "b", "c"), "recht": ("a", "b", "d")} == {
        answer: found.when("vorm", answer).endings for answer in ("rond", "recht")
    }
    assert "maat" == deciding(found, {"kleur"}).node


def test_what_an_answer_changes_is_what_is_sure_from_then_on():
    """Blue leaves two endings, and a label is sure then; what was sure before is not told again."""
    red, blue = changes(told(), "kleur")
    assert (("rood", ("a", "b", "c", "d"), []), ("blauw", ("c", "d"), ["Plak een etiket."])) == tuple(
        (change.answer, change.endings, [task.name for task in change.tasks]) for change in (red, blue)
    )


def test_who_does_not_know_the_next_question_either_hears_of_the_one_after_it():
    """A question that is doubted is passed with all its answers; one that is known with that answer alone."""
    assert "vorm" == deciding(told(), {"kleur", "maat"}).node
    assert deciding(told(), {"kleur", "maat", "vorm"}) is None
    walker = Walker(tree(TREE))
    known = ahead(walker, live_of(walker.compiled), {"maat": ("groot",), "vorm": ("rond",)})
    assert ("a", "c") == known.endings
    assert deciding(known, {"kleur", "maat", "vorm"}) is None


LITTLE = """
title: B
start: eerst
questions:
  eerst: {text: Eerst?, answers: {ja: {text: Ja, to: welke}, nee: {text: Nee, to: welke}}}
  welke:
    text: Welke?
    answers: {rood: {text: Rood, to: vorm}, blauw: {text: Blauw, to: vorm}, geen: {text: Geen, to: e}}
  vorm: {text: Vorm?, answers: {a: {text: A, to: a}, b: {text: B, to: b}, c: {text: C, to: c}, d: {text: D, to: d}}}
actions:
  a: {title: A, steps: [Doe A.]}
  b: {title: B, steps: [Doe B.]}
  c: {title: C, steps: [Doe C.]}
  d: {title: D, steps: [Doe D.]}
  e: {title: E, steps: [Doe E.]}
"""


def test_the_best_of_questions_that_decide_little_is_not_called_decisive():
    """Size leaves two and a half of four endings. A colour leaves four of five, or one: the more colours, the less it decides."""
    assert deciding(told(), {"kleur"}).much
    few = deciding(told(LITTLE), {"eerst"})
    colours = ", ".join(f"k{number}: {{text: K, to: vorm}}" for number in range(20))
    many = deciding(told(LITTLE.replace("answers: {rood", f"answers: {{{colours}, rood")), {"eerst"})
    assert (few.node, few.much, many.node, many.much) == ("welke", True, "welke", False)


def test_an_urgent_ending_is_told_apart_and_what_all_share_first():
    """Writing it down is sure, calling is not; contact is out of the question as long as one ending forbids it."""
    heard = shared(told())
    assert ["Schrijf het op."] == [task.name for task in heard.tasks]
    assert [("a", ["Bel de chef."])] == [(each.walker.node, [t.name for t in each.tasks]) for each in heard.urgent]
    assert heard.no_contact
    assert not shared(told(TREE, ("kleur", "rood"), ("maat", "groot"))).no_contact


def test_more_situations_than_can_be_looked_at_are_refused():
    """Past the limit nothing is told: half of the ways would be a guess."""
    walker = Walker(tree(TREE))
    with pytest.raises(TooManySituations):
        ahead(walker, live_of(walker.compiled), limit=3)


GRAVE = ("forbids", "contact")


def test_three_doubts_in_the_gravest_cases_keep_the_first_task_and_forbid_what_is_forbidden():
    """Whoever does not know the last three questions of a grave case still hears of its ending as urgent, with its first task,
    and of nothing as sure or urgent that it forbids.
    """
    tried = 0
    for name in ("reactie", "melden", "aangevallen"):
        compiled = own_tree(name)
        live = live_of(compiled)
        for case in compiled.tree.cases:
            end = compiled.tree.actions[case.ends_in]
            if not any(getattr(end, key) for key in GRAVE) or end.urgency != "meteen":
                continue
            walked = case_walk(compiled, case)
            asked = [
                i
                for i, (node, _) in enumerate(walked.path)
                if i not in walked.decided and node in compiled.tree.questions
            ]
            walker = Walker(compiled, case.given)
            for index, (node, answer) in enumerate(walked.path[: asked[-3:][0]]):
                if index not in walked.decided:
                    walker.give(node, answer)
            heard = shared(ahead(clone(walker), live))
            shown = {task.name for each in heard.urgent for task in each.tasks} | {task.name for task in heard.tasks}
            first = next(task for task in end.steps if task.when is None)
            barred = {*end.forbids, *(compiled.reaching if end.contact else ())}
            assert case.ends_in in [each.walker.node for each in heard.urgent], case.title
            assert (first.use or first.text) in shown, case.title
            assert not shown & barred, case.title
            assert heard.no_contact or not end.contact, case.title
            tried += 1
    assert tried > 10
