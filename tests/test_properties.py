"""Truths about every tree, tried on random small ones, against a naive walk that shares no code with the engine."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import naive
from generated import FILL, MANY, compiled, trees
from wegwijzer.compile.codec import decode, encode
from wegwijzer.compile.compiled import Compiled
from wegwijzer.proof.situations import prove
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, WalkError, replay

EFFORT = settings.default.max_examples
"""How many examples the profile asks: fifty with `make test`, five times as many with `make test-all`."""

MOST_WALKS = 3000
ANY_TREE = st.one_of(trees(), trees(listed=True), trees(several=True))


def naively(tree):
    """What all readers meet, under every combination of local choices."""
    try:
        return naive.walk(tree, naive.chosen_beforehand())
    except naive.TooLargeError:
        assume(False)  # noqa: FBT003 - Hypothesis' own way to skip


def assert_proof_agrees(tree):
    boom = compiled(tree)
    proof, walked = prove(boom), naively(tree)
    forks = boom.forks
    reached = {name for name, _, _ in proof.situations}
    assert walked.asked == proof.asked
    assert walked.answers == {(name, key) for name, key in proof.answers if key}
    assert walked.routes == {(forks[fork].owner, forks[fork].answer, index) for fork, index in proof.routes}
    assert walked.steps == reached
    assert {s for s, _, _ in walked.finals} == {proof.situations[i][0] for i in proof.finals}
    assert walked.dead_ends == {(forks[fork].owner, forks[fork].answer) for _, _, fork in proof.dead_ends}
    assert naive.has_trap(walked) is bool(proof.trapped())


@given(trees())
@settings(max_examples=4 * EFFORT)
def test_proof_finds_what_readers_meet(tree):
    """The proof finds the questions, answers, routes, actions, dead ends and endless loops of all readers together."""
    assert_proof_agrees(tree)


@given(trees(listed=True))
@settings(max_examples=EFFORT)
def test_proof_finds_what_readers_meet_when_the_start_is_a_list(tree):
    """The same holds when the start itself is a guarded list, also one that leads nowhere for some."""
    assert_proof_agrees(tree)


@given(trees(several=True))
@settings(max_examples=3 * EFFORT)
def test_proof_finds_what_readers_meet_when_a_choice_takes_several_options(tree):
    """The same holds when a local choice takes several options."""
    assert_proof_agrees(tree)


@given(ANY_TREE)
@settings(max_examples=3 * EFFORT)
def test_walks_are_counted_as_if_each_were_written_down(tree):
    """The number of walks is the number of lists of answers; there is none exactly when a loop never ends."""
    try:
        expected = naive.count_walks(tree, MOST_WALKS)
    except naive.TooLargeError:
        assume(False)  # noqa: FBT003 - Hypothesis' own way to skip
    assert expected == prove(compiled(tree), undecided=True).count_walks()


@given(ANY_TREE)
@settings(max_examples=EFFORT)
def test_example_way_leads_where_it_says(tree):
    """The way that the proof gives to a situation is a list of steps along which the tree really leads there."""
    boom = compiled(tree)
    proof = prove(boom)
    for index, (name, _, _) in enumerate(proof.situations):
        steps = [*(step for step, _ in proof.way_to(index)), name]
        for step, after in pairwise(steps):
            assert after in {route.to for _, target in boom.exits(step) for route in target.routes}


def given_choices(choices):
    """Local choices as the walker takes them."""
    found = {FILL: "tekst"} if FILL in choices else {}
    for choice in sorted(choices - {FILL}):
        policy, _, key = choice.rpartition(".")
        found[policy] = (*found.get(policy, ()), key) if policy == MANY else key
    return found


@given(ANY_TREE, st.sampled_from(naive.chosen_beforehand()), st.data())
@settings(max_examples=3 * EFFORT)
def test_reader_walks_as_the_tree_says(tree, choices, data):
    """Step by step the walker stands where the naive walk stands, and its link leads another reader to that step."""
    boom = compiled(tree)
    _, goal = naive.route(tree["start"], choices)
    if goal is None:
        with pytest.raises(WalkError):
            Walker(boom, given_choices(choices))
        return
    walker, state = Walker(boom, given_choices(choices)), (goal, frozenset(), choices)
    for _ in range(12):
        assert state[0] == walker.node
        assert walker.final is naive.is_final(tree, state[0])
        if walker.final:
            break
        asked, answers = naive.options(tree, state)
        answer = data.draw(st.sampled_from(answers))
        after, _, _ = naive.step(tree, state, answer)
        question = boom.tree.questions.get(walker.node)
        decided = question is not None and not asked
        try:
            if decided:
                one_decision(walker)
            else:
                walker.give(walker.node, spoken(question, answer))
        except WalkError:
            assert after is None
            return
        state = after
        assert_link_leads_back(boom, walker)


def spoken(question, answer):
    """An answer as a reader gives it."""
    if question is None:
        return "verder"
    if question.fill:
        return "tekst"
    return answer if question.choose == "many" else answer[0]


def one_decision(walker):
    """Pass one question that a local choice has answered, and no more."""
    question = walker.compiled.tree.questions[walker.node]
    walker.decided.add(len(walker.path))
    walker.give(walker.node, walker.policies[question.policy])


def assert_link_leads_back(boom, walker):
    try:
        here = replay(boom, [pair for i, pair in enumerate(walker.path) if i not in walker.decided], given=walker.given)
    except WalkError:  # the local choices lead round, or to no route
        return
    link = fragment.read(fragment.write(here), boom, here.filled)
    there = replay(boom, link.answers, given=walker.given, start=link.start)
    assert (here.node, here.path, here.answered, here.marks) == (there.node, there.path, there.answered, there.marks)
    assert not link.answers or (here.node, boom.version) == (link.node, link.version)


@given(trees(local=False), st.data())
@settings(max_examples=2 * EFFORT)
def test_reader_who_opens_the_middle_is_never_lost(tree, data):
    """Opened at any step, a walk asks what it does not know, and the link to it leads back to the same step."""
    boom = compiled(tree)
    start = data.draw(st.sampled_from([*tree["questions"], *tree["actions"], *boom.forks]))
    walker = Walker(boom, start=start)
    for _ in range(10):
        if walker.final:
            break
        if walker.kind == "fork":
            answers = walker.open_routes(boom.forks[walker.node].target)
            assert answers
            answer = str(data.draw(st.sampled_from(answers)))
        else:
            _, answers = naive.options(tree, (walker.node, frozenset(), frozenset()))
            answer = spoken(boom.tree.questions.get(walker.node), data.draw(st.sampled_from(answers)))
        try:
            walker.give(walker.node, answer).settle()
        except WalkError:
            return
        link = fragment.read(fragment.write(walker), boom, walker.filled)
        again = replay(boom, link.answers, start=link.start)
        assert (walker.node, walker.assumed) == (again.node, again.assumed)


@given(ANY_TREE)
@settings(max_examples=EFFORT)
def test_browser_reads_the_same_tree(tree):
    """A compiled tree that went through JSON is the same tree, with the same version."""
    boom = compiled(tree)
    there = decode(Compiled, encode(boom))
    assert boom == there
    assert (boom.version, boom.numbers) == (there.version, there.numbers)
