"""A reader's way: answers that fit and answers that do not, local choices, retries, and starting in the middle."""

from __future__ import annotations

import pytest

from helpers import CHOICES, codes, tree
from wegwijzer.walk.walker import Walker, WalkError, replay, replay_loosely, walk_mapping

VUILNIS = [("toon", "twijfel"), ("naam", "An"), ("klachten", ("zakken",))]

CALL = """
title: Bellen
start: opnemen
questions:
  opnemen:
    text: Neemt iemand op?
    answers:
      ja: {text: Jawel, to: praat}
      nee: {text: Neen, marks: [vaak], to: wacht}
marks: {vaak: {text: het al niet lukte}}
actions:
  wacht:
    title: Wacht
    steps: [Wacht een uur.]
    to: [{when: {all: [vaak, opnemen.ja]}, to: praat}, {to: opnemen}]
  praat: {title: Praat, steps: [Luister.]}
"""


def test_walk_begins_at_the_start(sample):
    """A new walk stands at the start, with nothing given."""
    walker = Walker(sample)
    assert ("toon", "question", False, []) == (walker.node, walker.kind, walker.final, walker.path)


def test_walk_follows_answers_to_an_action(sample):
    """The answers of a walk lead, one by one, to the action that ends it."""
    walker = replay(sample, VUILNIS)
    assert ("overleg", "action", True) == (walker.node, walker.kind, walker.final)
    assert VUILNIS == walker.path
    assert ["overleg"] == walker.actions
    assert walker.fact("grensgeval") is True


def test_interim_action_is_passed_and_kept(sample):
    """An interim action is a step of the walk: it is passed with ‘verder’ and shows among the actions."""
    walker = replay(sample, [("toon", "boos"), ("zicht", "verbergen"), ("verberg", "verder")])
    assert ("naam", ["verberg"]) == (walker.node, walker.actions)


@pytest.mark.parametrize(
    ("walked", "answer", "message"),
    [
        ([], "saai", "geen antwoord"),
        ([], "", "geen antwoord"),
        ([], ("boos",), "Kies één antwoord"),
        ([], ("boos", "twijfel"), "Kies één antwoord"),
        ([], None, "Kies één antwoord"),
        (VUILNIS[:2], (), "minstens 1"),
        (VUILNIS[:2], ("zakken", "saai"), "geen antwoord"),
        (VUILNIS[:2], ("zakken", "niets"), "niet samen"),
        (VUILNIS[:1], "x" * 41, "hoogstens 40"),
    ],
)
def test_answer_that_does_not_fit_is_refused_in_words(sample, walked, answer, message):
    """An answer that a question does not take is refused, and the walk stays where it was."""
    walker = replay(sample, walked)
    before = (walker.node, list(walker.path))
    with pytest.raises(WalkError, match=message):
        walker.give(walker.node, answer)
    assert before == (walker.node, walker.path)


@pytest.mark.parametrize(("step", "answer"), [("naam", "An"), ("weg", "x"), ("overleg", "verder")])
def test_answer_to_another_question_is_refused(sample, step, answer):
    """A walk takes answers only where it stands."""
    with pytest.raises(WalkError, match="komt hier niet aan bod"):
        Walker(sample).give(step, answer)


def test_walk_ends_in_its_action(sample):
    """After a final action nothing can be given any more."""
    with pytest.raises(WalkError, match="geen antwoord"):
        replay(sample, VUILNIS).give("overleg", "verder")


@pytest.mark.parametrize("answer", ["", None, "  ", "x" * 40])
def test_optional_text_may_stay_empty(sample, answer):
    """An optional fill-in may be passed over; the longest text has `max` characters."""
    assert "klachten" == replay(sample, VUILNIS[:1]).give("naam", answer).node


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("number", ["3", "-2", "1,5", "1.5"], ["drie", "1.", "1e5", "1 2", ""]),
        (
            "url",
            ["https://a.be", "http://a.be/b?c=d", "HTTPS://A.BE"],
            ["a", "javascript:x", "javascript://a.be", "https://", "https://a b"],
        ),
        ("email", ["a@b.be", "a.b+c@d.e.be"], ["a", "a@b", "a@b.be c", "@b.be"]),
        ("date", ["2026-03-01", "2026-12-31"], ["1/3/2026", "2026-13-01", "2026-00-10", "2026-3-1"]),
        ("text", ["wat dan ook", "<b>"], ["", "   "]),
    ],
)
def test_fill_in_takes_what_its_kind_says(kind, right, wrong):
    """A number, an address or a date is accepted only when it looks like one."""
    text = (
        f"title: B\nstart: wat\nquestions:\n  wat: {{text: 'Wat?', fill: {{kind: {kind}}}, to: klaar}}\n"
        "actions:\n  klaar: {title: Klaar, steps: [Stap.]}\n"
    )
    for answer in right:
        assert Walker(tree(text)).give("wat", answer).filled == {"wat": answer}
    for answer in wrong:
        with pytest.raises(WalkError):
            Walker(tree(text)).give("wat", answer)


def test_new_answer_replaces_the_old_one_and_marks_stay():
    """A question that comes twice has its last answer; what it marked the first time still counts."""
    compiled = tree(CALL)
    walker = replay(compiled, [("opnemen", "nee"), ("wacht", "verder")])
    assert (True, True) == (walker.fact("opnemen.nee"), walker.fact("vaak"))
    walker.give("opnemen", "ja")
    assert (False, True, True) == (walker.fact("opnemen.nee"), walker.fact("opnemen.ja"), walker.fact("vaak"))
    assert walker.node == "praat"


def test_local_choice_passes_its_question(sample):
    """A question that a local choice has answered is not asked; the choice leads the way and is kept apart."""
    walker = replay(sample, [("toon", "boos")], given={"keuzes.zicht": "verbergen"})
    assert "verberg" == walker.node
    assert ([("toon", "boos"), ("zicht", "verbergen")], {1}) == (walker.path, walker.decided)


@pytest.mark.parametrize("choice", ["onbekend", ("verbergen", "laten-staan"), ""])
def test_local_choice_that_no_longer_exists_is_asked_again(sample, choice):
    """A kept choice that is no option any more does not lead the way: the reader is asked."""
    walker = replay(sample, [("toon", "boos")], given={"keuzes.zicht": choice})
    assert "zicht" == walker.node


def test_choice_made_on_the_way_counts_for_this_walk(sample):
    """A local choice asked inside a tree holds from then on, and only for this walk."""
    walker = replay(sample, [("toon", "boos"), ("zicht", "laten-staan")])
    assert walker.fact("keuzes.zicht.laten-staan") is True
    assert Walker(sample).fact("keuzes.zicht.laten-staan") is False


def test_undecided_choice_counts_as_its_default_in_content_only(sample):
    """Routes see only what was chosen; content falls back on the default, also after ‘nog niet beslist’."""
    for given in ({}, {"keuzes.zicht": "nog-niet-beslist"}):
        walker = Walker(sample, given)
        assert walker.fact("keuzes.zicht.verbergen") is False
        assert walker.fact_for_content("keuzes.zicht.verbergen") is True


def test_choices_that_lead_round_are_stopped():
    """Local choices that lead back to where they began end in words, not in an endless loop."""
    compiled = tree(
        """
        title: Rond
        uses: [keuzes]
        start: zicht
        questions:
          zicht: {policy: keuzes.zicht, answers: {verbergen: {to: nog-eens}}, to: klaar}
          nog-eens: {policy: keuzes.zicht, answers: {verbergen: {to: zicht}}, to: klaar}
        actions: {klaar: {title: Klaar, steps: [Klaar.]}}
    """,
        keuzes=CHOICES,
    )
    with pytest.raises(WalkError, match="telkens terug"):
        Walker(compiled, {"keuzes.zicht": "verbergen"}).settle()


def test_reader_in_the_middle_is_asked_what_is_not_known(sample):
    """Opened at a later step, a walk does not take what it does not know for false: it asks the fork."""
    walker = Walker(sample, start="klachten").give("klachten", ("zakken",))
    assert ("klachten--", "fork") == (walker.node, walker.kind)
    assert walker.fact("grensgeval") is None
    assert "overleg" == walker.give("klachten--", "0").node


def test_answer_to_a_fork_is_remembered(sample):
    """From ‘none of those’ at a fork the walk knows that none of its facts hold."""
    walker = Walker(sample, start="klachten").give("klachten", ("zakken",)).give("klachten--", "1")
    assert ({"grensgeval": False, "toon.boos": False}, "bedank") == (walker.assumed, walker.node)
    with pytest.raises(WalkError):
        Walker(sample, start="klachten--").give("klachten--", "2")


def test_old_answers_are_kept_as_far_as_they_hold(sample):
    """Of answers that no longer fit, those before the first that fails are kept and the others handed back."""
    walker, rest = replay_loosely(sample, [*VUILNIS[:2], ("klachten", ("weg",)), VUILNIS[2]])
    assert ("klachten", 2) == (walker.node, len(rest))


def test_fork_in_a_link_is_passed_by_who_remembers(sample):
    """A fork that was asked where memory was missing is skipped when the walk itself knows the answer."""
    walker, rest = replay_loosely(sample, [*VUILNIS, ("klachten--", "1")])
    assert ("overleg", []) == (walker.node, rest)


def test_answers_by_question_pass_interim_actions(sample):
    """With answers by question, interim actions are passed by themselves and decided questions left out."""
    answers = {"toon": "boos", "naam": "", "klachten": ("niets",)}
    walker = walk_mapping(sample, answers, given={"keuzes.zicht": "verbergen"})
    assert ("overleg", ["verberg", "overleg"]) == (walker.node, walker.actions)


def test_answers_by_question_stop_where_one_is_missing(sample):
    """Without an answer the walk stays at that question."""
    assert "naam" == walk_mapping(sample, {"toon": "twijfel"}).node


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"toon": "twijfel", "naam": "An", "klachten": ("zakken",), "zicht": "verbergen"}, "komt nooit aan bod"),
        ({"toon": "onzin"}, "geen antwoord"),
    ],
)
def test_answers_that_were_never_asked_for_are_refused(sample, answers, message):
    """An answer to a question that the walk never meets shows that the tree changed."""
    with pytest.raises(WalkError, match=message):
        walk_mapping(sample, answers)


def test_answers_by_question_tell_a_retry_as_a_list():
    """A question that comes again takes a list of answers, one each time; more times than answers is refused."""
    call = tree(CALL)
    walker = walk_mapping(call, {"opnemen": ["nee", "ja"]})
    assert [("opnemen", "nee"), ("wacht", "verder"), ("opnemen", "ja")] == walker.path
    assert walker.final
    for answer in ("nee", ["nee"]):
        with pytest.raises(WalkError, match="twee keer"):
            walk_mapping(call, {"opnemen": answer})


def test_answers_that_a_walk_does_not_come_back_for_are_refused():
    """A list with an answer too many shows that the tree changed, as an answer to a question that never comes does."""
    with pytest.raises(WalkError, match="opnemen"):
        walk_mapping(tree(CALL), {"opnemen": ["ja", "nee"]})


def test_fork_teaches_nothing_from_a_route_that_was_closed():
    """A route that was out of the question tells nothing about its other facts: they are asked about later."""
    compiled = tree("""
        title: Midden
        start: begin
        questions:
          begin: {text: 'B?', answers: {een: {text: Eén, marks: [m], to: hoe}, twee: {text: Twee, marks: [n], to: hoe}}}
          hoe: {text: 'Hoe?', answers: {goed: {text: Goed, to: door}, slecht: {text: Slecht, to: door}}}
          door:
            text: Door?
            answers:
              ja:
                text: Jawel
                to: [{when: {all: [hoe.goed, m]}, to: weg}, {when: {all: [n]}, to: weg}, {to: slot}]
          slot: {text: 'S?', answers: {ja: {text: Jawel, to: [{when: {all: [m]}, to: weg}, {to: klaar}]}}}
        marks: {m: {text: het m is}, n: {text: het n is}}
        actions: {weg: {title: Weg, steps: [Stap.]}, klaar: {title: Klaar, steps: [Stap.]}}
    """)
    walker = Walker(compiled, start="hoe").give("hoe", "slecht").give("door", "ja").give("door--ja", "2")
    assert {"n": False} == walker.assumed
    assert walker.give("slot", "ja").kind == "fork"


def test_case_that_answers_a_decided_question_is_wrong():
    """A case whose local choice is given may not answer that question as well: no reader is asked it."""
    text = """
        title: Boom
        uses: [keuzes]
        start: zicht
        questions:
          zicht: {policy: keuzes.zicht, answers: {verbergen: {to: weg}}, to: klaar}
        actions: {weg: {title: Weg, steps: [Stap.]}, klaar: {title: Klaar, steps: [Stap.]}}
        cases:
          - {title: C, given: {keuzes.zicht: verbergen}, answers: {zicht: laten-staan}, ends_in: klaar}
    """
    assert ["W301"] == codes(text, keuzes=CHOICES)


def test_number_for_an_answer_is_refused_in_words(sample):
    """An answer that is no text and no list, as JSON may hold, is refused like any other."""
    with pytest.raises(WalkError):
        Walker(sample).give("toon", 3)


@pytest.mark.parametrize(
    ("answer", "told"),
    [("{text: Jawel}", "wat"), ("{text: Jawel, to: nergens}", "nergens")],
    ids=["geen vervolg", "onbekende stap"],
)
def test_walk_through_a_broken_tree_says_where_it_stops(answer, told):
    """An answer that leads nowhere, or to what is no step, ends the walk in words; it never raises anything else."""
    boom = tree(f"title: B\nstart: wat\nquestions:\n  wat: {{text: 'Wat?', answers: {{ja: {answer}}}}}\n")
    with pytest.raises(WalkError, match=told):
        Walker(boom).give("wat", "ja")
