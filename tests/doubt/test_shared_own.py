"""What all endings share, on the trees of the project, against a reading in which every reader has a situation of its own."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from brute import Met, TooLargeError, everyone, read

from helpers import mostly_slow, own_tree, tree_files
from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.compile.conditions import holds
from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.shared import shared
from wegwijzer.model import CONTINUE
from wegwijzer.walk.alternatives import case_walk
from wegwijzer.walk.walker import Walker, WalkError, clone

MOST = 400
TREES = [file.stem for file in tree_files()]


class Reader:
    """A walker that is the same as another only when nothing at all tells them apart."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.key = (
            walker.node,
            frozenset(walker.answered.items()),
            frozenset(walker.marks),
            frozenset((name, str(value)) for name, value in walker.policies.items()),
            frozenset(walker.assumed.items()),
        )

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reader) and self.key == other.key

    def after(self) -> list[Reader]:
        found = []
        for answer in options(self.walker):
            try:
                found.append(Reader(clone(self.walker).give(self.walker.node, answer).settle()))
            except WalkError:
                continue
        return found


def options(walker: Walker) -> list[Any]:
    """Every answer that a reader can give; one text where one is filled in."""
    compiled, node = walker.compiled, walker.node
    question, fork = compiled.tree.questions.get(node), compiled.forks.get(node)
    if walker.final:
        return []
    if fork:
        return [str(index) for index in walker.open_routes(fork.target)]
    if question is None:
        return [CONTINUE]
    if question.fill:
        return [None]
    if question.choose == "one":
        return list(question.answers)
    alone = [key for key, answer in question.answers.items() if answer.exclusive]
    others = [key for key in question.answers if key not in alone]
    if len(others) > 6:
        raise TooLargeError
    sizes = range(question.min, len(others) + 1)
    return [*(keys for size in sizes for keys in combinations(others, size)), *((key,) for key in alone)]


def meets(walker: Walker) -> Met:
    action = walker.compiled.tree.actions.get(walker.node)
    if action is None:
        return Met()
    closing = walker.compiled.tree.closing if is_final(action) else ()
    values = {task.use or task.text: holds(task.when, walker.fact_for_content) for task in closing}
    values = {name: value for name, value in values.items() if value is not False}
    steps: dict[str, bool | None] = {}
    for task in action.steps:
        value = holds(task.when, walker.fact_for_content)
        if value is not False:
            steps[task.use or task.text] = steps.get(task.use or task.text) or value
    contacts = {f"@{name}" for name in action.contacts}
    return Met(
        action=walker.node,
        final=is_final(action),
        urgent=action.urgency == "meteen",
        no_contact=action.contact == "none",
        forbids=frozenset(action.forbids),
        sure=frozenset(contacts | {name for name, value in {**values, **steps}.items() if value}),
        maybe=frozenset(contacts | set(values) | set(steps)),
    )


def begins(compiled: Compiled) -> list[Walker]:
    """Where somebody can doubt: along the way of every case, with what its municipality chose, and opened in the middle."""
    found: dict[tuple[Any, ...], Walker] = {}
    for case in compiled.tree.cases:
        walked = case_walk(compiled, case)
        on_the_way = Walker(compiled, case.given).settle()
        for index, (node, answer) in enumerate(walked.path):
            if index not in walked.decided:
                found.setdefault((on_the_way.node, tuple(on_the_way.path), str(case.given)), clone(on_the_way))
                on_the_way.give(node, answer).settle()
    for name in compiled.lines:
        found[(name,)] = Walker(compiled, {}, name).settle()
    return list(found.values())


def compare(walker: Walker, most: int = MOST) -> None:
    graph = everyone(Reader(walker), Reader.after, most)
    found = ahead(walker, live_of(walker.compiled))
    told = shared(found)
    expected = read(Reader(walker), graph, lambda reader: meets(reader.walker), set(walker.compiled.reaching))
    before = {name for action in walker.actions[:-1] for name in walker.compiled.tree.actions[action].forbids}
    if any(walker.compiled.tree.actions[action].contact == "none" for action in walker.actions):
        before |= set(walker.compiled.reaching)
    sure = {task.name for task in told.tasks} | {f"@{name}" for name in told.contacts}
    assert expected.endings == set(found.endings)
    assert expected.sure - before == sure
    listed = {task.name for urgent in told.urgent for task in urgent.tasks}
    closing = {task.use or task.text for task in walker.compiled.tree.closing}
    asked = {name for _, name in expected.urgent if "@" not in name} - before
    assert asked - closing <= listed
    assert not listed & (expected.forbidden | before)
    assert not sure & (expected.forbidden | before)


@pytest.mark.parametrize("name", mostly_slow(TREES, quick=["melden", "gesprek", "moderatiestijl", "signalen"]))
def test_every_tree_is_read_as_by_brute_force(name):
    """Wherever somebody can doubt, in every tree: the same endings, the same sure tasks and contacts, no urgent task hidden,
    and nothing told that a possible ending forbids.
    """
    compiled = own_tree(name)
    compared = 0
    for walker in begins(compiled):
        try:
            compare(walker)
        except TooLargeError:
            continue
        compared += 1
    assert compared


@pytest.mark.slow
def test_the_gravest_doubts_are_read_as_by_brute_force():
    """The same in the largest tree, at the questions from which an image, a threat or a suicide is still possible."""
    compiled = own_tree("reactie")
    live = live_of(compiled)
    grave = {name for name, action in compiled.tree.actions.items() if action.forbids or action.contact}
    compared = 0
    for walker in begins(compiled):
        if walker.kind != "question" or not grave.intersection(ahead(walker, live).endings):
            continue
        try:
            compare(walker, most=150)
        except TooLargeError:
            continue
        compared += 1
        if compared == 20:
            break
    assert compared > 5
