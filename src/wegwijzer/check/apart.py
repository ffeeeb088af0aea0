"""A tree in parts, so that who types in one step need not wait for all others to be judged again.

A rule that says so (`Rule.apart`) finds in all parts together what it finds in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.language.prose import Prose
from wegwijzer.model import Target, Tree, Where
from wegwijzer.model.parts import Part
from wegwijzer.problems import Finding

NOTHING = Tree(title="", start=Target(()))


def alone(where: Where, part: Part) -> Tree:
    """A part as a tree that holds nothing else."""
    group: dict[str, Any] = {str(where[0]): {where[1]: part}} if where else {}
    return part if isinstance(part, Tree) else replace(NOTHING, **group)


def found_in(part: Tree, prose: Prose, rule: Rule, library: Library) -> Iterator[Finding]:
    """What a rule finds in one part that looks at each apart; `prose` is what a reader reads in it."""
    if rule.tree:
        yield from rule.tree(Context("", part, library, bounds=prose.bounds))
    if rule.prose:
        yield from rule.prose(prose)
