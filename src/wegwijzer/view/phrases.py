"""What more than one renderer says in the same words."""

from __future__ import annotations

from typing import Any

from wegwijzer.compile.compiled import START_FORK, Compiled
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE
from wegwijzer.model.text import Span
from wegwijzer.view.words import fork_answer, fork_question


def first_node(compiled: Compiled) -> str:
    """The step or fork where a form without memory begins."""
    start = compiled.tree.start
    return START_FORK if start.guarded else start.routes[0].to


def first_number(compiled: Compiled) -> str:
    """The number where a form without memory begins."""
    return compiled.numbers[first_node(compiled)]


def danger() -> str:
    """Whom to call when someone is in danger now, as one sentence."""
    return "".join(span.text for span in danger_spans())


def danger_spans() -> list[Span]:
    """The same sentence in pieces: each number is a link, together with what it is for."""
    police, ambulance = say("tree.police"), say("tree.help")
    before, _, rest = say("tree.danger", police=police, help=ambulance).partition(police)
    between, _, after = rest.partition(ambulance)
    return [Span(before), _call(police), Span(between), _call(ambulance), Span(after)]


def _call(text: str) -> Span:
    """A number with what it is for; the address holds the number alone."""
    return Span(text, f"tel:{text.partition(' ')[0]}")


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
