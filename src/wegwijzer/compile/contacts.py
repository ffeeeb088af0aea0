"""The contacts of a project as they are in one municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from wegwijzer.model import Contact
from wegwijzer.model.local import LocalContact
from wegwijzer.model.registers import OWN


def with_own(contacts: Mapping[str, Contact], own: Mapping[str, LocalContact]) -> dict[str, Contact]:
    """Contacts with what a municipality says of them, and behind those the ones that it has more."""
    more = {
        name: Contact(each.name, each.for_, each.url, each.email, each.phone, OWN)
        for name, each in own.items()
        if name not in contacts and each.name and each.for_
    }
    return {name: joined(each, own[name]) if name in own else each for name, each in contacts.items()} | more


def joined(contact: Contact, own: LocalContact) -> Contact:
    """A contact with what is its own. The day on which somebody looked up another way to reach it says nothing any more."""
    said = {item.name: value for item in fields(own) if (value := getattr(own, item.name)) is not None}
    found = replace(contact, **said)
    reached = ("url", "email", "phone")
    same = all(getattr(found, name) == getattr(contact, name) for name in reached)
    return found if same else replace(found, checked=OWN)
