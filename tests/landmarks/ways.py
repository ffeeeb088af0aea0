"""Walks from the start of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from landmarks.looking import SIGNS, MissingPlaceError, Trees, Way, by_ease, every, first_of, plain, static_end, ways
from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import CONTINUE, UNDECIDED
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker, clone, replay, resume


def questions_in_a_row(trees: Trees) -> Way:
    """Four plain questions after one another, drawn together; more questions can follow, and the first is numbered."""

    def good(way: Way) -> bool:
        if len(way.answers) != 3 or not plain(way.walker()) or questions_left(way.walker()) < 3:
            return False
        drawn = chapter_nodes(way.compiled).values() if way.compiled.tree.chapters else [way.nodes]
        return any(set(way.nodes[:3]) <= set(nodes) for nodes in drawn)

    return first_of(every(trees, plain, good, most=3), "four plain questions after one another")


def to_the_last_question(trees: Trees) -> Way:
    """A walk past plain questions to one after which nothing more is asked."""

    def good(way: Way) -> bool:
        return bool(way.answers) and plain(way.walker()) and questions_left(way.walker()) == 1

    return first_of(every(trees, plain, good), "a last question")


def into_another_chapter(trees: Trees) -> Way:
    """A walk past plain questions to a node that is drawn in another chapter than the first one."""

    def good(way: Way) -> bool:
        parts = {node: name for name, nodes in chapter_nodes(way.compiled).items() for node in nodes}
        return parts.get(way.end) != parts.get(way.nodes[0])

    chaptered = {name: boom for name, boom in trees.items() if boom.tree.chapters}
    return first_of(every(chaptered, plain, good), "a second chapter within reach")


def to_a_result(trees: Trees, least: int = 1) -> Way:
    """The shortest walk past plain questions (so many at least) to a final action with tasks."""

    def good(way: Way) -> bool:
        return len(way.answers) >= least and way.walker().final and len(way.view().about("tasks")) > 1

    return first_of(every(trees, plain, good), f"a result after {least} questions")


def full_result(trees: Trees) -> Way:
    """A final action with everything in it: tasks with a term, the first of them in plain letters, a reply, sources, and a
    local choice that is not made and that the tasks name; `other_choice` gives another one.
    """

    def good(way: Way) -> bool:
        walker = way.walker()
        if not walker.final:
            return False
        view = live_view(walker)
        has = {section.name for section in view.sections}
        wanted = {"tasks", "reply", "sources", "policies"}
        if not wanted <= has or not any(line.due for line in view.about("tasks")) or set(way.tasks()[0]) & SIGNS:
            return False
        return other_choice(way) is not None

    return first_of(every(trees, plain, good), "a result with reply, tasks, a term and a local choice in its tasks")


def other_choice(way: Way) -> tuple[str, str, str] | None:
    """Of a local choice that counts by default at the end of a walk: its name, another option, and the task that this changes."""
    before = [line.text for line in way.view().about("tasks")]
    for use in way.view().about("policies"):
        question = way.compiled.policies[use.id]
        for option in question.answers if question.choose == "one" and use.origin == "default" else ():
            if option in (question.default, UNDECIDED):
                continue
            kept = replay(way.compiled, way.steps, given={use.id: option})
            texts = [line.text for line in live_view(kept).about("tasks")] if kept.node == way.end else []
            changed = [line for line in texts if line not in before]
            if changed and len(texts) == len(before):
                return use.id, option, changed[0]
    return None


def with_interim_action(trees: Trees) -> Way:
    """A walk of at least four steps past plain questions and actions with tasks, one of each at least, to a result."""

    def passes(walker: Walker) -> bool:
        return plain(walker) or (walker.kind == "action" and bool(live_view(walker).about("tasks")))

    def good(way: Way) -> bool:
        return len(way.answers) > 2 and way.walker().final and any(answer == CONTINUE for answer in way.answers)

    return first_of(every(trees, passes, good, most=6), "an interim action before a result")


@dataclass(frozen=True)
class Asked:
    """A local choice that is asked on the way, and where one answer leads."""

    way: Way
    policy: str
    question: str
    option: str
    end: str

    @property
    def tree(self) -> str:
        return self.way.tree

    @property
    def answers(self) -> tuple[Any, ...]:
        """What is answered from the start, that of the local choice not counted."""
        return self.way.answers

    @property
    def whole(self) -> Way:
        """The walk with the answer to the local choice."""
        return Way(self.way.compiled, (*self.way.nodes, self.end), (*self.way.answers, self.option))


def asked_choice(trees: Trees) -> Asked:
    """A local choice that is asked after plain questions, of which an option leads to a result; kept, it is passed."""

    def passes(walker: Walker) -> bool:
        return plain(walker) or walker.kind == "action"

    found = (asked for boom in by_ease(trees) for way in ways(boom, passes, most=6) for asked in _asked(way))
    return first_of(found, "a local choice that is asked after plain questions and leads to a result")


def asked_beside_a_number(trees: Trees) -> Asked:
    """Such a local choice in a tree that looks at another one that is a number; where there is none, any."""
    try:
        return asked_choice({name: boom for name, boom in trees.items() if number_choices(boom)})
    except MissingPlaceError:
        return asked_choice(trees)


def _asked(way: Way) -> Iterator[Asked]:
    boom = way.compiled
    question = boom.tree.questions.get(way.end)
    if not question or not question.policy or question.fill or question.choose != "one" or not way.answers:
        return
    for option in question.answers:
        after = clone(way.walker()).give(way.end, option).settle()
        kept = replay(boom, way.steps, given={question.policy: option})
        good = after.final and kept.node == after.node == static_end(boom, way.end, option)
        if option != UNDECIDED and good and way.view().policy:
            yield Asked(way, question.policy, way.end, option, after.node)


def number_choices(boom: Compiled) -> list[str]:
    """The local choices that a tree looks at and that are a number."""
    return [name for name, question in boom.policies.items() if question.fill and question.fill.kind == "number"]


@dataclass(frozen=True)
class Rejoining:
    """A walk in which another answer at one question (`index`) comes back to the next, so that the later ones still hold."""

    way: Way
    index: int
    other: str


def rejoining(trees: Trees) -> Rejoining:
    """Such a walk, past plain questions, with an answer after the one that is changed."""

    def found() -> Iterator[Rejoining]:
        for boom in by_ease(trees):
            for way in ways(boom, plain, most=4):
                for index in range(1, len(way.answers) - 1):
                    for other in boom.tree.questions[way.nodes[index]].answers:
                        if other != way.answers[index] and _rejoins(way, index, other):
                            yield Rejoining(way, index, other)

    return first_of(found(), "two answers to a question that lead to the same next one")


def _rejoins(way: Way, index: int, other: str) -> bool:
    walker = way.walker(index).give(way.nodes[index], other).settle()
    while walker.kind == "action" and not walker.final:
        walker.give(walker.node, CONTINUE)
    if walker.node != way.nodes[index + 1]:
        return False
    return resume(walker, way.steps[index + 1 :]) == [] and walker.node == way.end
