"""Links into a tree: `reactie-toon` and, shared, `reactie-toon;waar.eigen,rol.ja;1a2b3c4d`.

The second part holds the answers in order (`@step` first when the walk began in the middle), the third the version
of the tree. What a reader types never stands in a link: a fill-in shows as `step.~`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wegwijzer.compiled import Compiled
from wegwijzer.walk import Walker

TYPED = "~"


@dataclass(frozen=True)
class Fragment:
    """`step` where the link points, `start` where the walk began (None: at the start), the answers, the version."""

    step: str
    start: str | None = None
    answers: tuple[tuple[str, Any], ...] = ()
    version: str = ""


def write(walker: Walker) -> str:
    """The fragment, without `#`, of where a walker stands. Decisions of local policy are left out."""
    return _joined(walker, walker.node, entries(walker))


def write_earlier(walker: Walker, step: str, before: list[str]) -> str:
    """The fragment of an earlier step of this walk; `before` are the entries of what was answered until there."""
    return _joined(walker, step, before)


def entries(walker: Walker) -> list[str]:
    """What a fragment says of the way that a walker went: where it began, and the answers in order."""
    written = [f"@{walker.start}"] if walker.start else []
    return written + [
        entry(walker, step, answer) for index, (step, answer) in enumerate(walker.path) if index not in walker.decided
    ]


def entry(walker: Walker, step: str, answer: Any) -> str:
    """One answer as a fragment says it."""
    question = walker.compiled.tree.questions.get(step)
    return f"{step}.{TYPED if question and question.fill else _value(answer)}"


def _joined(walker: Walker, step: str, written: list[str]) -> str:
    compiled = walker.compiled
    if not written:
        return f"{compiled.id}-{Walker(compiled, walker.given).node}"
    return f"{compiled.id}-{step};{','.join(written)};{compiled.version}"


def read(text: str, compiled: Compiled, typed: dict[str, str] | None = None) -> Fragment | None:
    """Read a fragment; None when it is not one of this tree. `typed` brings back what was filled in on this page."""
    place, _, rest = text.lstrip("#").partition(";")
    prefix = f"{compiled.id}-"
    if not place.startswith(prefix):
        return None
    entries, _, version = rest.partition(";")
    start, answers = None, []
    for entry in entries.split(",") if entries else []:
        if entry.startswith("@"):
            start = entry[1:]
            continue
        step, _, value = entry.partition(".")
        question = compiled.tree.questions.get(step)
        answer: Any = tuple(value.split("+")) if question and question.choose == "many" else value
        if question and question.fill:
            answer = (typed or {}).get(step)
        elif question and question.choose == "many" and not value:
            answer = ()
        answers.append((step, answer))
    return Fragment(place[len(prefix) :], start, tuple(answers), version)


def _value(answer: Any) -> str:
    return answer if isinstance(answer, str) else "+".join(answer)
