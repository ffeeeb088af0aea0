"""W305: a tree that does not say what it is for, what it rests on, or who keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding

ASKED = {
    "summary": ("W305.summary", "W305.add_summary"),
    "sources": ("W305.sources", "W305.add_sources"),
    "review": ("W305.review", "W305.add_review"),
}


def check(context: Context) -> Iterator[Finding]:
    tree = context.tree
    given = {"summary": tree.summary, "sources": tree.sources, "review": tree.review}
    for key, (what, hint) in ASKED.items():
        if not given[key]:
            yield Finding((), say("W305.silent", what=say(what)), say(hint))


RULE = Rule(module=__name__, code="W305", level="off", tree=check)
