"""The accessibility statement that a project publishes: `[accessibility]` in its settings.

What a statement holds comes from the model for public bodies in the European Union, in the annex to Commission Implementing
Decision (EU) 2018/1523. Whoever publishes the site confirms the status; nothing here works one out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from wegwijzer.kinds.settings import SITE_KEYS, STATEMENT, WORDS, SettingsFile, SiteKey, fitting
from wegwijzer.locale import say

EXCEPTIONS = "exceptions"
HEADINGS = ("noncompliance", "burden", "scope")
"""Why a content is not accessible: the three headings of the model, in its order."""
KEYS = {
    "heading": SiteKey(re.compile("|".join(HEADINGS)), "heading"),
    "what": SiteKey(WORDS, "what"),
    "alternative": SiteKey(WORDS, "alternative"),
}
"""What stands in an exception."""
EXAMPLE = 'heading = "noncompliance"'
NEEDED = ("page", "law", "status", "confirmed", "method", "prepared", "enforcement")
"""What a statement needs besides who publishes it."""
CONTACT = ("mail", "form", "phone")
"""Ways to reach who publishes the site, of which it needs at least one."""


@dataclass(frozen=True)
class Barrier:
    """Something that not everybody can use, why that is so, and what they can use instead."""

    heading: str
    what: str
    alternative: str = ""


@dataclass(frozen=True)
class Statement:
    """What a project says of its accessibility. Dates are days as `2027-11-01`; what nobody said is empty.

    `page` is the address of the page that shows it, from the root of the site.
    """

    page: str = ""
    publisher: str = ""
    law: str = ""
    standard: str = ""
    status: str = ""
    confirmed: str = ""
    method: str = ""
    prepared: str = ""
    reviewed: str = ""
    mail: str = ""
    form: str = ""
    phone: str = ""
    enforcement: str = ""
    enforcement_link: str = ""
    barriers: tuple[Barrier, ...] = field(default=())

    @property
    def complete(self) -> bool:
        """Whether somebody publishes it, with all that a statement needs: only then does it claim anything."""
        return bool(self.publisher) and not missing(self)

    @property
    def seen(self) -> str:
        """The day on which somebody last looked at it."""
        return self.reviewed or self.prepared

    @property
    def again(self) -> str:
        """The day from which it is too old: the model asks for a review at least once a year."""
        return f"{int(self.seen[:4]) + 1}{self.seen[4:]}" if self.seen else ""


def statement_in(file: SettingsFile) -> Statement:
    """The statement of a project, as far as it can be read."""
    texts = {key: text for (block, key), text in fitting(file).items() if block == STATEMENT}
    return Statement(**texts, barriers=tuple(_barriers(file)))


def _barriers(file: SettingsFile) -> Iterator[Barrier]:
    block = file.values().get(STATEMENT)
    listed: Any = block.get(EXCEPTIONS) if isinstance(block, dict) else None
    for found in listed.values() if isinstance(listed, dict) else ():
        if isinstance(found, dict) and _fits(found):
            yield Barrier(**{key: found[key] for key in KEYS if key in found})


def _fits(found: dict[str, Any]) -> bool:
    given = {key: value for key, value in found.items() if key in KEYS}
    right = (isinstance(value, str) and KEYS[key].looks.fullmatch(value) for key, value in given.items())
    return {"heading", "what"} <= given.keys() and all(right)


def missing(found: Statement) -> list[str]:
    """The keys without which nobody can publish this statement, of the ways to reach somebody the first."""
    needed = [key for key in NEEDED if not getattr(found, key)]
    return needed if any(getattr(found, key) for key in CONTACT) else [*needed, CONTACT[0]]


Wrong: TypeAlias = tuple[tuple[str, ...], str, str]
"""The place of what is wrong, a message, and what to write instead."""


def wrong(file: SettingsFile) -> Iterator[Wrong]:
    """What does not go together in a statement. A key with a wrong value is told elsewhere, and not called missing."""
    block = file.values().get(STATEMENT)
    if isinstance(block, dict):
        found = statement_in(file)
        yield from _incomplete(found, block)
        yield from _at_odds(found, block)
        listed = block.get(EXCEPTIONS)
        for name, one in listed.items() if isinstance(listed, dict) else ():
            for key in ("heading", "what"):
                if isinstance(one, dict) and key not in one:
                    message = say("settings.exception_without", name=name, key=key)
                    yield (STATEMENT, EXCEPTIONS, name), message, KEYS[key].write(key)


def _incomplete(found: Statement, block: dict[str, Any]) -> Iterator[Wrong]:
    for key in missing(found) if found.publisher else ():
        if key not in block:
            yield (STATEMENT, "publisher"), say("settings.incomplete", key=key), SITE_KEYS[STATEMENT, key].write(key)


def _at_odds(found: Statement, block: dict[str, Any]) -> Iterator[Wrong]:
    """A status that nobody confirmed, or that the exceptions belie."""
    where, headings = (STATEMENT, "status"), {barrier.heading for barrier in found.barriers}
    if found.status and "publisher" not in block:
        yield where, say("settings.status_of_nobody"), say("settings.confirm_status")
    if found.status == "full" and headings - {"scope"}:
        yield where, say("settings.not_full"), say("settings.status_or_exception")
    if found.publisher and found.status in {"partial", "none"} and not headings:
        yield where, say("settings.nothing_wrong"), say("settings.write_exception", line=EXAMPLE)
