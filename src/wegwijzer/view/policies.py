"""What counts for a local choice on a walk, and why: decided, chosen here, or only the default."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Question
from wegwijzer.model.text import typed
from wegwijzer.view.records import PolicyUse
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker


def policy_text(compiled: Compiled, walker: Walker | None, name: str) -> str:
    """The value of a local choice as it stands in a text; without a decision its default."""
    question = compiled.policies[name]
    chosen = walker.policies.get(name) if walker and walker.has_decided(name) else question.default or ""
    return choice_words(question, chosen)


def policy_value(compiled: Compiled, walker: Walker | None, name: str) -> str:
    """The same where it stands alone: with its unit."""
    fill = compiled.policies[name].fill
    return f"{policy_text(compiled, walker, name)} {(fill and fill.unit) or ''}".rstrip()


def policy_uses(walker: Walker, names: Iterable[str]) -> tuple[PolicyUse, ...]:
    """The local choices `names` with what counts on this walk."""
    uses = []
    changes = _changes(walker)
    for name in names:
        question = walker.compiled.policies[name]
        value = policy_value(walker.compiled, walker, name)
        asked = question.text or question.short or name
        short = (question.short or asked).rstrip(" ?")
        uses.append(PolicyUse(name, asked, value, origin(walker, name), short, changes.get(name, "")))
    return tuple(uses)


def _changes(walker: Walker) -> dict[str, str]:
    """The address that asks each policy that was followed without asking."""
    found: dict[str, str] = {}
    if walker.quiet:
        nodes = {node: policy for policy, node in walker.quiet.items()}
        for (node, _), back in zip(walker.path, fragment.ways_back(walker), strict=True):
            if node in nodes and back:
                found.setdefault(nodes[node], back)
    return found


def origin(walker: Walker, name: str) -> str:
    """Why a local choice counts on a walk: `kept`, `here` or `default`."""
    if walker.by_default(name):
        return "default"
    return "kept" if walker.given.get(name) == walker.policies.get(name) else "here"


def choice_words(question: Question, chosen: Any) -> str:
    """What was chosen or filled in at a question, as it stands in a text."""
    if question.fill:
        return typed(str(chosen))
    keys = (chosen,) if isinstance(chosen, str) else chosen
    return joined([question.answers[key].text or key for key in keys if key in question.answers])


def joined(texts: list[str]) -> str:
    """‘Een, twee en drie’."""
    return say("words.and").join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))
