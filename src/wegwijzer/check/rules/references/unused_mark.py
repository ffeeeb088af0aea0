"""W113: a mark that is never set, or never looked at."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import conditions_of
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    if not tree.marks:
        return
    placed = {mark for q in tree.questions.values() for answer in q.answers.values() for mark in answer.marks}
    seen = {fact for guard in conditions_of(tree) for fact in guard.facts()}
    for mark in tree.marks:
        if mark not in placed:
            yield Finding(
                ("marks", mark),
                say("W113.never_set", mark=mark),
                say("W113.set_it", mark=mark),
                at_key=True,
            )
        elif mark not in seen:
            yield Finding(
                ("marks", mark),
                say("W113.never_read", mark=mark),
                say("W113.read_it", mark=mark),
                at_key=True,
            )


RULE = Rule(
    module=__name__,
    code="W113",
    level="advice",
    requires=("unknown_fact", "unexplained_mark"),
    tree=check,
)
