"""One change between two versions of a record, and what of a record a reader reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

from wegwijzer.kinds import KINDS
from wegwijzer.locale import say
from wegwijzer.model import Action, Question, Target, nested
from wegwijzer.view.sections import warning_of

Kind = Literal["added", "removed", "renamed", "reworded", "rerouted", "reordered", "changed"]


@dataclass(frozen=True)
class Change:
    """One change. `thing` says of what kind; `id` is its name, `vraag.antwoord` of an answer; `key` the field that
    changed, with its texts.
    """

    kind: Kind
    thing: str
    id: str
    name: str
    key: str = ""
    before: str = ""
    after: str = ""


def field_changes(
    thing: str, name: str, old: Any, new: Any, *, leave: tuple[str, ...] = (), reworded: bool = False
) -> Iterator[Change]:
    """The changes in the fields of a record: of the way on, of words, of their order. No difference stays unsaid.

    With `reworded` a change of words alone is called so.
    """
    called = named(new)
    for key, each in KINDS.keys_of(type(new)).items():
        before, after = each.value(old), each.value(new)
        if key in leave or same(before, after):
            continue
        if key == "contact" and isinstance(new, Action):  # a reader meets it as a line of its own
            yield Change("changed", thing, name, called, key, warning_of(old), warning_of(new))
            continue
        if key == "ask" and isinstance(new, Question):
            yield Change("changed", thing, name, called, key, say(f"compare.ask.{before}"), say(f"compare.ask.{after}"))
            continue
        if isinstance(before, Target) or isinstance(after, Target):
            yield Change("rerouted", thing, name, called, key, way(before), way(after))
            continue
        one, other = words(before), words(after)
        if one == other or (before == after):
            yield Change("reordered" if before == after else "changed", thing, name, called, key)
        else:
            yield Change("reworded" if reworded else "changed", thing, name, called, key, one, other)


def same(before: Any, after: Any) -> bool:
    """Whether two values are equal, also in the order of what they hold."""
    return before == after and (
        (not isinstance(before, (dict, tuple)) and not is_dataclass(before)) or repr(before) == repr(after)
    )


def named(record: Any) -> str:
    """The words under which a reader knows a step, an answer or another record."""
    keys = ("title", "text", "name", "term", "question", "note", "core")
    return next((value for key in keys if isinstance(value := getattr(record, key, None), str) and value), "")


def words(value: Any) -> str:
    """All that a value says, in lines: a step or paragraph on one line, of any other record one line a field."""
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(_line_of, value)))
    return "\n".join(_leaves(value))


def _line_of(part: Any) -> str:
    """A step or paragraph with all that stands with it."""
    if is_dataclass(part) and not hasattr(part, "text"):
        return words(part)
    return " · ".join(_leaves(part))


def _leaves(value: Any) -> Iterator[str]:
    for where, leaf in nested(value):
        if isinstance(leaf, str):
            yield leaf
        elif isinstance(leaf, int):
            key = where[-1] if where and isinstance(where[-1], str) else ""
            said = say("words.yes" if leaf else "words.no") if isinstance(leaf, bool) else str(leaf)
            yield f"{key}: {said}" if key else said


def way(target: Target | None) -> str:
    """Where a target leads, with what its routes ask."""
    if not target:
        return ""
    return ", ".join(
        route.to + (say("compare.if", when=" · ".join(route.when.facts())) if route.when else "")
        for route in target.routes
    )
