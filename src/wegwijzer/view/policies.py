"""What counts for a local choice on a walk, and why: decided, chosen here, or only the default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Question
from wegwijzer.model.text import typed
from wegwijzer.view.records import PolicyUse
from wegwijzer.walk.walker import Walker


def policy_text(compiled: Compiled, walker: Walker | None, name: str) -> str:
    """The value of a local choice as it stands in a text; without a decision its default."""
    question = compiled.policies[name]
    chosen = walker.policies.get(name) if walker and walker.has_decided(name) else question.default or ""
    return _words(question, chosen)


def policy_uses(walker: Walker, names: Iterable[str]) -> tuple[PolicyUse, ...]:
    """The local choices `names` with what counts on this walk."""
    uses = []
    for name in names:
        question = walker.compiled.policies[name]
        value = policy_text(walker.compiled, walker, name)
        if question.fill and question.fill.unit:
            value = f"{value} {question.fill.unit}"
        uses.append(PolicyUse(name, question.text or question.short or name, value, _origin(walker, name)))
    return tuple(uses)


def _origin(walker: Walker, name: str) -> str:
    if not walker.has_decided(name):
        return "default"
    return "kept" if walker.given.get(name) == walker.policies.get(name) else "here"


def _words(question: Question, chosen: Any) -> str:
    if question.fill:
        return typed(str(chosen))
    keys = (chosen,) if isinstance(chosen, str) else chosen
    return joined([question.answers[key].text or key for key in keys if key in question.answers])


def joined(texts: list[str]) -> str:
    """‘Een, twee en drie’."""
    return say("words.and").join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))
