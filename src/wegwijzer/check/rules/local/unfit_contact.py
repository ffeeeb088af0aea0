"""W608: a contact more that says too little, or an emergency number that would become another one."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(own: Own) -> Iterator[Finding]:
    library = own.loaded.library
    numbers = {_digits(each.number) for each in library.safety.numbers.values()} if library.safety else set()
    for name, contact in own.record.contacts.items():
        there = library.contacts.get(name)
        if there is None:
            yield from _more(name, own.written("contacts", name), list(library.contacts))
        elif (
            contact.phone
            and _digits(there.phone or "") in numbers
            and _digits(contact.phone) != _digits(there.phone or "")
        ):
            message = say("W608.emergency", name=there.name, number=there.phone)
            yield Finding(("contacts", name, "phone"), message, say("W608.keep"))


def _more(name: str, written: set[str], known: list[str]) -> Iterator[Finding]:
    """What a contact needs that the project does not have."""
    missing = [key for key in ("name", "for") if key not in written]
    if missing:
        message = say("W608.missing", name=name, keys=", ".join(missing))
        yield Finding(("contacts", name), message, nearest(name, known) or say("W608.add"), at_key=True)
    elif not written & {"phone", "email", "url"}:
        yield Finding(("contacts", name), say("W608.no_way", name=name), say("W608.way"), at_key=True)


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


RULE = Rule(module=__name__, code="W608", level="error", own=check)
