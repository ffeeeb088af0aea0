"""W214: a hand-over to a node where nobody begins."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model import Tree
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        target = action.to
        for index, route in enumerate(target.routes if target else ()):
            tree_id, _, node = route.to.partition("/")
            other = context.library.trees.get(tree_id) if node else None
            if other and node not in (begins := _beginnings(other)):
                yield Finding(
                    ("actions", name, "to", index, "to") if target and target.guarded else ("actions", name, "to"),
                    say("W214.inner", tree=tree_id, node=node),
                    nearest(node, begins),
                )


def _beginnings(tree: Tree) -> list[str]:
    """Where a tree begins: at its start, at that of a chapter, or at an entry, which brings what was asked before."""
    return [
        *(route.to for route in tree.start.routes),
        *(chapter.start for chapter in tree.chapters.values()),
        *tree.entries,
    ]


RULE = Rule(module=__name__, code="W214", level="off", requires=("unknown_tree", "unknown_node"), tree=check)
