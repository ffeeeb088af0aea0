"""Entries: walks to which a tree gives a name, so that a link, a page or another tree opens it with the facts of that walk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE
from wegwijzer.walk.walker import Given, Walker, WalkError


class EntryError(WalkError):
    """An answer of an entry that cannot be given. `question` is where; `asked` tells whether the walk came there, and `node`
    where the walk stands.
    """

    def __init__(self, why: str, question: str, *, asked: bool, node: str) -> None:
        super().__init__(why)
        self.question, self.asked, self.node = question, asked, node


def enter(compiled: Compiled, name: str, given: Given | None = None) -> Walker:
    """A walker that gave the answers of an entry, and stands where it ends.

    An interim action is passed only on the way to an answer, so an entry can stop at one. Raises EntryError for an answer
    that is not possible, and for one whose question is never asked.
    """
    return follow(compiled, compiled.tree.entries[name].answers, given)


def follow(compiled: Compiled, answers: Mapping[str, Any], given: Given | None = None) -> Walker:
    """A walker that gave these answers as those of an entry. Raises EntryError, as above."""
    left = dict(answers)
    walker = Walker(compiled, given or {})
    passed: set[str] = set()
    while left:
        node = walker.node
        asked = node in left
        if not asked and (walker.kind != "action" or walker.final or node in passed):
            question = next(iter(left))
            raise EntryError(say("walk.elsewhere", question=question, node=node), question, asked=False, node=node)
        passed.add(node)
        try:
            walker.give(node, left.pop(node) if asked else CONTINUE)
        except WalkError as error:
            raise EntryError(str(error), node, asked=asked, node=node) from None
    return walker


def ends_of(compiled: Compiled, names: Iterable[str] | None = None) -> dict[str, Walker]:
    """The walks of entries that hold, of all or of these, by name; the checker tells of the others."""
    found = {}
    for name in compiled.tree.entries if names is None else names:
        try:
            found[name] = enter(compiled, name)
        except WalkError:
            continue
    return found
