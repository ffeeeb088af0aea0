"""W303: a tree whose review is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import date, say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    review = context.tree.review
    if review and context.today and review.by < context.today:
        yield Finding(
            ("review", "by"),
            say("W303.passed", owner=review.owner.capitalize(), date=date(review.by)),
            say("W303.review"),
        )


RULE = Rule(module=__name__, code="W303", level="warning", tree=check)
