"""W311: an accessibility statement at which nobody looked for a year."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.settings import STATEMENT, SettingsFile
from wegwijzer.kinds.statement import statement_in
from wegwijzer.locale import date, say
from wegwijzer.problems import Finding


def check(settings: SettingsFile, today: str | None) -> Iterator[Finding]:
    found = statement_in(settings)
    if found.publisher and found.seen and today and found.again < today:
        key = "reviewed" if found.reviewed else "prepared"
        yield Finding((STATEMENT, key), say("W311.passed", date=date(found.seen)), say("W311.review"))


RULE = Rule(module=__name__, code="W311", level="warning", project=check)
