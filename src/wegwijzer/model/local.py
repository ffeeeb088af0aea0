"""What a municipality, or whoever else publishes the trees as its own, says of itself: a file `local.yml` of its own.

It stands outside `data/`, most often outside the project, and counts only for who names it. Nothing in a tree changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wegwijzer.model.records import Chosen, Colour, Date, Id, Link, Mail, Phone, PolicyName, doc


@dataclass(frozen=True)
class Choice:
    """What was decided of one policy. Without `answer`, or with the answer that says so, it is not decided yet.

    `as_` is what the policy meant when it was decided (`wegwijzer.compile.choices.meaning`).
    """

    shorthand: ClassVar[str] = "answer"
    answer: Chosen | None = doc(example=True)
    who: str | None = doc(example=True, prose=False, most=80)
    when: Date | None = doc(example=True)
    as_: str | None = doc(example=True, prose=False, most=20)


@dataclass(frozen=True)
class LocalContact:
    """What replaces something of a contact of the project; under a name of its own a contact more."""

    name: str | None = doc(prose=False)
    for_: str | None = doc()
    url: Link | None = doc()
    email: Mail | None = doc(prose=False)
    phone: Phone | None = doc(example=True)


@dataclass(frozen=True)
class Service:
    name: str = doc(required=True, example=True, prose=False)
    for_: str = doc(required=True)
    url: Link | None = doc()
    email: Mail | None = doc(prose=False)
    phone: Phone | None = doc()


@dataclass(frozen=True)
class Address:
    name: str = doc(required=True, example=True, prose=False)
    street: str = doc(required=True, example=True, prose=False)
    place: str = doc(required=True, example=True, prose=False)
    hours: str | None = doc(example=True)


@dataclass(frozen=True)
class Colours:
    main: Colour | None = doc(example=True)
    second: Colour | None = doc(example=True)


@dataclass(frozen=True)
class Publisher:
    """Who answers for the site, as the law asks for."""

    name: str = doc(required=True, example=True, prose=False)
    address: str = doc(required=True, example=True, prose=False)
    email: Mail = doc(required=True, prose=False)
    phone: Phone | None = doc()
    number: str | None = doc(example=True, prose=False, most=40)


@dataclass(frozen=True)
class Reach:
    """Where somebody tells that the site does not work for them."""

    email: Mail | None = doc(prose=False)
    form: Link | None = doc()
    phone: Phone | None = doc()


@dataclass(frozen=True)
class LocalFile:
    name: str = doc(required=True, example=True, prose=False, most=60)
    logo: str | None = doc(example=True, prose=False)
    colours: Colours | None = doc()
    publisher: Publisher | None = doc()
    accessibility: Reach | None = doc()
    contacts: dict[Id, LocalContact] = doc(default=dict)
    services: dict[Id, Service] = doc(default=dict)
    addresses: dict[Id, Address] = doc(default=dict)
    choices: dict[PolicyName, Choice] = doc(default=dict)
