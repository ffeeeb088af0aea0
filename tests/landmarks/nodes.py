"""Nodes that a link opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from landmarks.looking import Place, Trees, by_ease, first_of, places, plain, static_end
from wegwijzer.compile.compiled import Compiled, Fork, is_final
from wegwijzer.model import CONTINUE, Question
from wegwijzer.view.nodes import live_view, node_ids, static_view
from wegwijzer.walk.walker import Walker, WalkError


def text_field(trees: Trees) -> Place:
    """A question to which a text must be typed, with nothing in it yet and not the first one; and the node after it."""
    return first_of(places(trees, _text_field), "a text to fill in")


def _text_field(boom: Compiled, name: str, question: Question) -> Place | None:
    fill = question.fill
    if question.policy or question.default or not fill or fill.kind != "text" or fill.optional:
        return None
    after = Walker(boom, start=name).give(name, "Iets").settle().node
    same = after == static_end(boom, name, "Iets") and after not in (name, boom.tree.start.routes[0].to)
    return Place(boom, name, after) if same and name != boom.tree.start.routes[0].to else None


def several_answers(trees: Trees, *, alone: bool = False) -> Place:
    """A question with boxes: two at least must not be ticked alone, and one is needed. With `alone`, one more box goes with
    no other: it is the last of `answers`, after those two.
    """

    def fits(boom: Compiled, name: str, question: Question) -> Place | None:
        free = [key for key, answer in question.answers.items() if not answer.exclusive]
        only = [key for key, answer in question.answers.items() if answer.exclusive]
        if question.choose != "many" or question.policy or question.default or len(free) < 2 or (alone and not only):
            return None
        if free[:2] != [*question.answers][:2] or not question.min:
            return None
        answers = (*free[:2], *only[:1])
        walkers = [Walker(boom, start=name).give(name, chosen).settle().node for chosen in (answers[:2], answers[:1])]
        after = walkers[0] if len(set(walkers)) == 1 else ""
        return Place(boom, name, after, answers) if after == static_end(boom, name, answers[:1]) else None

    return first_of(places(trees, fits), "a question with several answers")


def fork(trees: Trees) -> Fork:
    """A fork that is asked after one answer to a question that was opened by a link."""
    return asked_fork(trees)[1]


def asked_fork(trees: Trees) -> tuple[Compiled, Fork]:
    """A fork that is asked after an answer to a question that was opened by a link, and its tree."""

    def found() -> Iterator[tuple[Compiled, Fork]]:
        for boom in by_ease(trees):
            for asked in boom.forks.values():
                opened = Walker(boom, start=asked.owner) if asked.owner else None
                if asked.answer and opened and plain(opened) and _given(opened, asked.answer) == asked.id:
                    yield boom, asked

    return first_of(found(), "a fork after an answer")


def _given(walker: Walker, answer: Any) -> str:
    try:
        return walker.give(walker.node, answer).settle().node
    except WalkError:
        return ""


def first_question(trees: Trees) -> Place:
    """The first question of a tree whose first question is a plain one."""
    return first_of(
        (Place(boom, Walker(boom).node) for boom in by_ease(trees) if plain(Walker(boom))), "a first question"
    )


def local_choice(trees: Trees) -> Place:
    """A local choice that is asked where it is opened by a link."""
    found = (
        Place(boom, name)
        for boom in by_ease(trees)
        for name, question in boom.tree.questions.items()
        if question.policy and live_view(Walker(boom, start=name).settle()).policy
    )
    return first_of(found, "a local choice that is asked")


def interim_action(trees: Trees) -> Place:
    """An action with tasks after which the walk goes on."""

    def found() -> Iterator[Place]:
        for boom in by_ease(trees):
            for name, action in boom.tree.actions.items():
                if not is_final(action) and len(static_view(boom, name).about("tasks")) > 1:
                    after = Walker(boom, start=name).give(name, CONTINUE).settle().node
                    yield Place(boom, name, after)

    return first_of(found(), "an interim action with tasks")


def final_action(trees: Trees) -> Place:
    """A final action with tasks and a reply."""

    def found() -> Iterator[Place]:
        for boom in by_ease(trees):
            for name in node_ids(boom):
                view = static_view(boom, name)
                if view.final and view.about("tasks") and view.about("reply"):
                    yield Place(boom, name)

    return first_of(found(), "a result with a reply")
