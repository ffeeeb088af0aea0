"""What all endings share, on random small trees, against a naive walk that shares no code with the engine."""

from __future__ import annotations

from typing import Any

from brute import Met, TooLargeError, everyone, read
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import naive
from generated import FILL, MANY, MARKS, ONE, OPTIONS, compiled, guards, trees
from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.shared import shared
from wegwijzer.walk.walker import Walker, WalkError

EFFORT = settings.default.max_examples
TASKS = ("t1", "t2", "t3", "t4")
MOST = 2_000


@st.composite
def trees_with_tasks(draw: Any) -> dict[str, Any]:
    """A random tree of which the actions share tasks, guarded or not, and forbid some of each other's."""
    tree = draw(st.one_of(trees(), trees(listed=True), trees(several=True)))
    facts = [*MARKS, *(f"{policy}.{key}" for policy, keys in OPTIONS.items() for key in keys)]
    for name, question in tree["questions"].items():
        if "policy" not in question:
            facts += [f"{name}.{key}" for key in question.get("answers", {})]
    chosen = st.lists(st.sampled_from(TASKS), min_size=1, max_size=3, unique=True)
    for action in tree["actions"].values():
        steps = [{"use": name} for name in draw(chosen)]
        for step in steps:
            if draw(st.integers(1, 3)) == 1:
                step["when"] = draw(guards(facts))
        action["steps"] = steps
        if draw(st.booleans()):
            action["urgency"] = "meteen"
        if draw(st.integers(1, 4)) == 1:
            action["forbids"] = [draw(st.sampled_from(TASKS))]
    return tree


def content_facts(state: naive.State) -> frozenset[str]:
    """What holds for content: a choice that nobody made counts as not decided."""
    _, facts, choices = state
    made = any(fact.startswith(f"{ONE}.") for fact in choices)
    return facts | choices | (frozenset() if made else {f"{ONE}.nog-niet-beslist"})


def meets(tree: dict[str, Any], state: naive.State) -> Met:
    action = tree["actions"].get(state[0])
    if action is None:
        return Met()
    facts = content_facts(state)
    shown = frozenset(step["use"] for step in action["steps"] if "when" not in step or naive.holds(step["when"], facts))
    return Met(
        action=state[0],
        final="to" not in action,
        urgent=action.get("urgency") == "meteen",
        forbids=frozenset(action.get("forbids", ())),
        sure=shown,
        maybe=shown,
    )


def after(tree: dict[str, Any], state: naive.State) -> list[naive.State]:
    if naive.is_final(tree, state[0]):
        return []
    steps = (naive.step(tree, state, answer)[0] for answer in naive.options(tree, state)[1])
    return [each for each in steps if each is not None]


@given(trees_with_tasks(), st.data())
@settings(max_examples=2 * EFFORT)
def test_what_endings_share_is_what_no_reader_is_spared(tree, data):
    """From anywhere on a walk: the same endings, what is sure, what is urgent and what is forbidden as a naive reader finds,
    with guards on routes and on tasks, and with any choices of the municipality.
    """
    choices = data.draw(st.sampled_from(naive.chosen_beforehand()))
    _, goal = naive.route(tree["start"], choices)
    assume(goal is not None)
    state = (goal, frozenset(), choices)
    given_choices = {FILL: "Iets"} if FILL in choices else {}
    for policy in (ONE, MANY):
        keys = tuple(key for key in OPTIONS[policy] if f"{policy}.{key}" in choices)
        if keys:
            given_choices[policy] = keys if policy == MANY else keys[0]
    boom = compiled(tree)
    walker = Walker(boom, given_choices)
    met: list[str] = []
    for _ in range(data.draw(st.integers(0, 3))):
        ways = after(tree, state)
        if naive.is_final(tree, state[0]) or not ways:
            break
        asked, answers = naive.options(tree, state)
        answer = data.draw(st.sampled_from([a for a in answers if naive.step(tree, state, a)[0]]))
        if state[0] in tree["actions"]:
            met.append(state[0])
        if asked or state[0] in tree["actions"]:
            walker.give(state[0], _as_given(tree, state[0], answer))
        state = naive.step(tree, state, answer)[0]
    try:
        graph = everyone(state, lambda each: after(tree, each), MOST)
        found = ahead(walker, live_of(boom))
    except (TooLargeError, WalkError):
        assume(False)  # noqa: FBT003 - Hypothesis' own way to skip
    expected, told = read(state, graph, lambda each: meets(tree, each), set()), shared(found)
    passed = {task for name in met for task in tree["actions"][name].get("forbids", ())}
    assert expected.endings == set(found.endings)
    assume(found.endings)  # the checker refuses a tree in which somebody goes round for ever
    assert expected.sure - passed == {task.name for task in told.tasks}
    assert {pair for pair in expected.urgent if pair[1] not in passed} == {
        (urgent.walker.node, task.name) for urgent in told.urgent for task in urgent.tasks
    }


def _as_given(tree: dict[str, Any], name: str, answer: tuple[str, ...]) -> Any:
    if name in tree["actions"]:
        return "verder"
    question = tree["questions"][name]
    if question.get("policy") == FILL or "fill" in question:
        return "Iets"
    several = question.get("policy") == MANY or question.get("choose") == "many"
    return answer if several else answer[0]
