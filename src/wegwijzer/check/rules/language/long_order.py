"""W514: what a row of a wall chart says to do, in more words than one takes in at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=8)


def check(context: Context) -> Iterator[Finding]:
    most = context.bounds[MOST]
    for index, row in enumerate(context.tree.chart.rows if context.tree.chart else ()):
        count = len(plain(row.do).split())
        if count > most:
            yield Finding(("chart", "rows", index, "do"), say("W514.long", count=count, most=most), say("W514.shorter"))


RULE = Rule(module=__name__, code="W514", level="advice", bounds=(MOST,), tree=check)
