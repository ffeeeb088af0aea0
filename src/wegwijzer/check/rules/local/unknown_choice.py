"""W601: a decision on something that is no local choice, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.load.nodes import MAX_PROBLEMS
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(own: Own) -> Iterator[Finding]:
    library, told = own.loaded.library, 0
    for name in own.record.choices:
        tree = name.partition(".")[0]
        if name in own.choices or f"trees/{tree}" in library.broken or told >= MAX_PROBLEMS:
            continue
        told += 1
        there = tree in library.policy_trees()
        message = say("W601.unknown", name=name) if there else say("W601.no_tree", name=name, tree=tree)
        hint = nearest(name, own.choices) or say("W601.remove")
        yield Finding(("choices", name), message, hint, at_key=True)


RULE = Rule(module=__name__, code="W601", level="error", own=check)
