"""A tree as a session with a group: a few cases to decide on, what there is to choose, and what the advice is.

Also what often goes wrong at a node, which the cases of a tree tell. Nothing here carries a warning: who shows such a case
to a group does so on purpose, and not because it came along.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import SOON, Case, Outcome
from wegwijzer.model.text import plain
from wegwijzer.render.deck import Card, card_of
from wegwijzer.render.quiz import cases_for
from wegwijzer.view.nodes import static_view
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.alternatives import Alternative, case_walk
from wegwijzer.walk.walker import WalkError

CASES = 4
"""With three slides each, a title, a slide that says how it goes and one to end with, that is a deck of 15."""
LOOK, TALK, ASK = 2, 5, 2
"""Minutes to look at a case and choose, to talk about it, and for one question of a tree: by experience, not measured."""
MANY = 99
"""As many cases as there are to choose from."""
PITFALLS = 3
"""How many cases tell what goes wrong at one node."""


@dataclass(frozen=True)
class Choice:
    """What the group can choose: an action by its title, or what it comes down to."""

    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True)
class SessionCase:
    """One case: `choices` in order of the tree, the `advised` action, and in words where other choices part from it."""

    title: str
    post: str
    choices: tuple[Choice, ...]
    advised: Card
    why: str
    parting: tuple[str, ...]


def session_of(compiled: Compiled) -> tuple[SessionCase, ...]:
    """The cases of a tree for a short deck, what cannot wait last: nothing when it has none that a group can decide on.

    What heavy cases lead to is no choice either (`cases_for`).
    """
    found = []
    for case, others in _spread(cases_for(compiled, MANY, heavy=False)):
        offered = sorted({case.ends_in, *(other.action for other in others)}, key=list(compiled.lines).index)
        found.append(
            SessionCase(
                title=case.title,
                post=plain(case.post or ""),
                choices=_choices(compiled, offered),
                advised=card_of(static_view(compiled, case.ends_in), marked=False),
                why=plain(case.why or ""),
                parting=tuple(dict.fromkeys(_parting(compiled, other) for other in others)),
            )
        )
    return tuple(sorted(found, key=lambda case: case.advised.urgency == SOON))


def _spread(usable: list[tuple[Case, list[Alternative]]]) -> list[tuple[Case, list[Alternative]]]:
    """As many as a session has, from all over the list."""
    return [usable[len(usable) * index // CASES] for index in range(CASES)] if len(usable) > CASES else usable


def pitfalls(compiled: Compiled) -> dict[str, tuple[str, ...]]:
    """Node → what the cases say that are decided there: at the action in which they end, and at the last question before it."""
    found: dict[str, list[str]] = {}
    for case in compiled.tree.cases:
        if case.warning is not None or not case.why:
            continue
        try:
            path = case_walk(compiled, case).path
        except WalkError:
            continue
        words = say("slide.pitfall", title=case.title, why=plain(case.why))
        for node in dict.fromkeys([case.ends_in, *(node for node, _ in path[-1:])]):
            found.setdefault(node, []).append(words)
    return {node: tuple(lines[:PITFALLS]) for node, lines in found.items()}


def minutes(count: int) -> int:
    """How long a session with so many cases takes."""
    return count * (LOOK + TALK)


def _choices(compiled: Compiled, offered: Iterable[str]) -> tuple[Choice, ...]:
    """The outcomes of these actions where each has another one; otherwise their titles."""
    views = [static_view(compiled, name) for name in offered]
    outcomes = [view.outcome for view in views if view.outcome]
    if len({outcome.text for outcome in outcomes}) == len(views):
        return tuple(Choice(outcome.text, outcome) for outcome in outcomes)
    return tuple(Choice(plain(view.title)) for view in views)


def _parting(compiled: Compiled, other: Alternative) -> str:
    question, answer = answer_words(compiled, other.node, other.answer)
    _, given = answer_words(compiled, other.node, other.instead_of)
    return say("slide.parting", question=plain(question), answer=plain(answer), given=plain(given))
