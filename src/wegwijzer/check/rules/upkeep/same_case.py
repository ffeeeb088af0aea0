"""W306: two cases with the same title."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, case in enumerate(context.tree.cases):
        title = " ".join(case.title.casefold().split())
        if title in seen:
            yield Finding(
                ("cases", index, "title"),
                say("W306.same", title=case.title),
                say("W306.other_title"),
            )
        seen.add(title)


RULE = Rule(module=__name__, code="W306", level="warning", tree=check)
