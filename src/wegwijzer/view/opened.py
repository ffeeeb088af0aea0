"""Where an address of the page leads: the walk that it tells, as far as it still holds, and what it no longer says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, WalkError, allows, replay_loosely


@dataclass
class Opened:
    """A walk, what the reader should know when not all of its address still holds, and the answers given here before
    the reader went back to change one.
    """

    walker: Walker
    notice: str = ""
    former: list[tuple[str, Any]] = field(default_factory=list)

    def former_here(self) -> str | None:
        """The step that was answered first of what was given before."""
        return self.former[0][0] if self.former else None


def opened(compiled: Compiled, asked: dict[str, Any]) -> Opened:
    """The walk of a request: `fragment`, `typed`, `given`, and `later` when the reader is changing an answer."""
    typed, given = typed_in(asked), given_in(compiled, asked)
    link = fragment.read(_text(asked.get("fragment")), compiled, typed)
    if link is None:
        return Opened(Walker(compiled, given).settle())
    now = _walked(compiled, link, given)
    later = fragment.read(_text(asked.get("later")), compiled, typed)
    if later and later.start == link.start and later.answers[: len(link.answers)] == link.answers:
        now.former = list(later.answers[len(link.answers) :])
    return now


def given_in(compiled: Compiled, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The local choices that were kept in this browser, as far as they are possible."""
    return {
        name: value
        for name, value in _block(asked.get("given")).items()
        if (choice := compiled.policies.get(name) or compiled.own_choices.get(name)) and allows(choice, value)
    }


def typed_in(asked: dict[str, Any]) -> dict[str, str]:
    """What was filled in on this page, by step."""
    return {node: text for node, text in _block(asked.get("typed")).items() if isinstance(text, str)}


def _block(value: Any) -> dict[str, Any]:
    """What a browser kept, when it is what we once put there; anything else is as if it were not there."""
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _walked(compiled: Compiled, link: fragment.Fragment, given: dict[str, Any]) -> Opened:
    start = link.start
    until = compiled.quiet & {link.node}  # an address of what is followed without asking is there to ask it
    if not link.answers and start is None and compiled.knows(link.node):
        asked = compiled.tree.questions.keys() - compiled.quiet
        start = None if Walker(compiled, given).settle(asked | until).node == link.node else link.node
    lost = (start is not None and not compiled.knows(start)) or not compiled.knows(link.node)
    if start is not None and not compiled.knows(start):
        start = None
    try:
        walker, rest = replay_loosely(compiled, link.answers, given=given, start=start, until=until)
    except WalkError:  # no way leads on from there, with what is known here
        return Opened(Walker(compiled, given).settle(), say("tree.not_found"))
    older = bool(link.version) and link.version != compiled.version
    moved = bool(link.answers) and walker.node != link.node
    if lost or rest or (older and moved):
        told = [say("tree.changed" if older else "tree.not_found")]
        if rest:
            told.append(say("tree.lost", answers="; ".join(_in_words(compiled, rest))))
        return Opened(walker, " ".join(told))
    if moved and link.version:  # an entry has none: it leads everyone where their own choices do
        return Opened(walker, say("tree.elsewhere"))
    return Opened(walker, say("tree.same") if older and link.answers else "")


def _in_words(compiled: Compiled, answers: Iterable[tuple[str, Any]]) -> list[str]:
    """Answers that no longer fit, in the words of the tree; of what it does not know nothing is repeated, because anyone
    can write an address.
    """
    told: dict[str, None] = {}
    for node, answer in answers:
        try:
            question, given = answer_words(compiled, node, answer)
        except (KeyError, ValueError, IndexError):  # gone
            record = compiled.tree.questions.get(node)
            question, given = (record.text if record else None) or "", say("tree.lost_gone")
        known = compiled.knows(node) and question
        number = compiled.numbers.get(node, "?")
        words = say("tree.lost_answer", number=number, question=plain(question), answer=given) if known else ""
        told[words or say("tree.lost_node")] = None
    return list(told)
