"""What more than one renderer says in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from wegwijzer.compile.compiled import START_FORK, Compiled
from wegwijzer.locale import DANGER, said_instead, say
from wegwijzer.model import CONTINUE
from wegwijzer.model.text import LINKED, Span
from wegwijzer.view.records import NodeView, PolicyUse
from wegwijzer.view.words import fork_answer, fork_question
from wegwijzer.walk.walker import Walker

ON_SITE = re.compile(r" *\[[^\]]+\]\(/[^)]*\)")
"""A link to a page of the site."""


def first_node(compiled: Compiled) -> str:
    """The step or fork where a form without memory begins."""
    start = compiled.tree.start
    return START_FORK if start.guarded else start.routes[0].to


def first_number(compiled: Compiled) -> str:
    """The number where a form without memory begins."""
    return compiled.numbers[first_node(compiled)]


def danger() -> str:
    """Whom to call when someone is in danger now, as one sentence; nothing when the project names nobody."""
    return "".join(span.text for span in danger_spans())


def danger_spans(*, on_site: bool = False) -> list[Span]:
    """The same sentence in pieces: each number is a link, together with what it is for.

    A link to a page of the site stands there only where those pages are: `on_site`.
    """
    said = said_instead().get(DANGER, "")
    pieces = LINKED.split(said if on_site else ON_SITE.sub("", said))
    spans = [Span(piece) for piece in pieces[::3]]
    calls = [Span(text, href) for text, href in zip(pieces[1::3], pieces[2::3], strict=True)]
    return [span for pair in zip_longest(spans, calls) for span in pair if span and span.text]


def followed_words(view: NodeView) -> Iterator[tuple[str, list[PolicyUse]]]:
    """What was followed without asking, the defaults apart from what was decided: how a line of it begins, and each.

    An action lists what its own texts look at among its policies.
    """
    uses = [use for use in view.followed if use.change or view.kind != "action"]
    for origin in ("default", "kept", "here"):
        if told := [use for use in uses if use.origin == origin]:
            yield say(f"followed.{origin}"), told


def why_passed(walker: Walker, node: str) -> str:
    """Why a walk passed a question without asking it."""
    policy = walker.compiled.tree.questions[node].policy or ""
    return say("node.default" if walker.by_default(policy) else "node.decided")


def answer_words(compiled: Compiled, node: str, answer: Any) -> tuple[str, str]:
    """A step and the answer given there, as the reader knows them. Raises KeyError, IndexError or ValueError when the tree
    does not know them.
    """
    if node in compiled.forks:
        target = compiled.forks[node].target
        routes = list(range(len(target.routes)))
        return fork_question(compiled, target, routes), fork_answer(compiled, target, routes, int(answer))
    question = compiled.tree.questions.get(node)
    if question is None:
        return compiled.tree.actions[node].title, {CONTINUE: say("node.continue")}[answer]
    if question.fill:
        return question.text or node, say("node.filled")
    keys = (answer,) if isinstance(answer, str) else answer
    return question.text or node, ", ".join(question.answers[key].text or key for key in keys)
