"""A tree in parts: each of its steps, and what is left. Who changes one step leaves all other parts as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.model.records import Where
from wegwijzer.model.tree import Action, Question, Tree

STEPS = ("questions", "actions")
HEAD: Where = ()
"""Where the part stands that holds all but the steps."""
Part = Tree | Question | Action
"""All of a tree but its steps, or one step."""


def parts(tree: Tree) -> Iterator[tuple[Where, Part]]:
    """What each part of a tree is, by its place."""
    yield HEAD, replace(tree, questions={}, actions={})
    for group in STEPS:
        for name, step in getattr(tree, group).items():
            yield (group, name), step


def part_of(where: Where) -> Where:
    """The part in which a place stands."""
    return where[:2] if len(where) > 1 and where[0] in STEPS else HEAD
