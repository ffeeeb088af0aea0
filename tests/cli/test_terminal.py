"""A walk at the terminal, question by question."""

from __future__ import annotations

from helpers import CHOICES, tree
from wegwijzer.cli.terminal import ask, show, walked
from wegwijzer.locale import say
from wegwijzer.render.doubt_text import why_text
from wegwijzer.walk.walker import Walker


def talk(compiled, *replies, given=None):
    """Walk with these replies typed one after the other; returns the walk and what was said."""
    waiting, said = iter(replies), []

    def read(_):
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return ask(compiled, given or {}, read=read, write=said.append), "\n".join(said)


def test_reader_answers_by_number_or_by_name(sample):
    """An answer may be its number in the list or its name; several are separated by spaces."""
    walker, said = talk(sample, "2", "An", "zakken 2")
    assert [("toon", "twijfel"), ("naam", "An"), ("klachten", ["zakken", "kosten"])] == walker.path
    assert ("overleg", True) == (walker.node, walker.final)
    assert "1. Welke toon heeft het bericht?" in said


def test_any_reply_passes_an_interim_action(sample):
    """At an interim action whatever is typed means: done."""
    walker, _ = talk(sample, "boos", "verbergen", "", "An", "3")
    assert ["verberg", "overleg"] == walker.actions


def test_wrong_reply_is_explained_and_asked_again(sample):
    """After a reply that does not fit, the same question comes again."""
    walker, said = talk(sample, "99", "", "boos twijfel", "2")
    assert "naam" == walker.node
    assert said.count("1. Welke toon heeft het bericht?") == 4


def test_end_of_input_stops_where_it_is(sample):
    """When nothing more is typed the walk stays there."""
    assert "toon" == talk(sample)[0].node


def test_choices_made_beforehand_are_not_asked(sample):
    """A local choice that is given is passed."""
    assert "verberg" == talk(sample, "1", given={"keuzes.zicht": "verbergen"})[0].node


def test_answers_may_be_given_at_once(sample):
    """Answers by question or as an ordered list lead to the same step."""
    pairs = [["toon", "vriendelijk"], ["naam", "An"], ["klachten", ["niets"]]]
    assert show(walked(sample, dict(pairs), {})) == show(walked(sample, pairs, {}))
    assert "7. ACTIE: Bedank An [Later]" in show(walked(sample, pairs, {}))


def test_fork_at_the_start_can_be_answered():
    """A start that depends on a local choice is settled by the choice, not asked at the terminal."""
    boom = tree(
        "title: B\nuses: [keuzes]\nstart: [{when: {all: [keuzes.zicht.verbergen]}, to: een}, {to: twee}]\n"
        "actions: {een: {title: E, steps: [S.]}, twee: {title: T, steps: [S.]}}\n",
        keuzes=CHOICES,
    )
    assert ("twee", "een") == (talk(boom)[0].node, talk(boom, given={"keuzes.zicht": "verbergen"})[0].node)


def test_strange_digit_is_no_number(sample):
    """A superscript digit is an answer like any other that does not exist."""
    assert "toon" == talk(sample, "²")[0].node


COLOURS = """
title: B
start: kleur
questions:
  kleur:
    text: Welke kleur?
    answers: {rood: {text: Rood, to: maat}, geen: {text: Geen, to: weg}}
  maat:
    text: Welke maat?
    answers: {groot: {text: Groot, to: weg}, klein: {text: Klein, to: kast}}
actions:
  kast: {title: In de kast, steps: [Vraag de sleutel.], urgency: vandaag}
  weg: {title: Weg, steps: [Vraag de sleutel., Gooi het weg.], urgency: meteen}
"""


def test_who_does_not_know_is_told_what_holds_in_any_case():
    """A question mark is no answer: what is sure and what decides is told, and the question comes again."""
    walker, said = talk(tree(COLOURS), "?", "rood", "klein")
    assert walker.path == [("kleur", "rood"), ("maat", "klein")]
    told = said[: said.rindex("Welke kleur?")]
    assert f"{say('doubt.sure')}\n   - Vraag de sleutel." in told
    assert f"{say('doubt.urgent')}\n   - Weg" in told
    assert f"{say('doubt.deciding')}\n   - Welke maat?" in told
    assert said.count("Welke kleur?") == 2


def test_a_question_mark_may_be_filled_in(sample):
    """Where a text is asked, a question mark is one."""
    assert ("naam", "?") in talk(sample, "2", "?")[0].path


def test_a_result_says_which_answers_decided_it():
    """Only what mattered is told, with what another answer would have brought."""
    told = why_text(Walker(tree(COLOURS)).give("kleur", "geen"))
    assert told.startswith(f"{say('why.answers')}\n   - Welke kleur? Geen\n")
    assert say("why.else_ask", answers="‘Rood’", title="Welke maat?") in told
