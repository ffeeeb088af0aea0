"""A walk at the terminal, question by question."""

from __future__ import annotations

from helpers import CHOICES, tree
from wegwijzer.cli.terminal import ask, show, walked


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
