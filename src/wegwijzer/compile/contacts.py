"""The contacts of a tree as they are in one municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Contact
from wegwijzer.model.local import LocalContact


def with_contacts(compiled: Compiled, own: Mapping[str, LocalContact]) -> Compiled:
    """A tree in which what a municipality says of a contact stands instead of what the project says."""
    contacts = {name: joined(each, own[name]) if name in own else each for name, each in compiled.contacts.items()}
    return replace(compiled, contacts=contacts) if contacts != compiled.contacts else compiled


def joined(contact: Contact, own: LocalContact) -> Contact:
    """A contact with what is its own. The day on which somebody checked another way to reach it says nothing any more."""
    said = {item.name: value for item in fields(own) if (value := getattr(own, item.name)) is not None}
    found = replace(contact, **said)
    reached = ("url", "email", "phone")
    same = all(getattr(found, name) == getattr(contact, name) for name in reached)
    return found if same else replace(found, checked=None)
