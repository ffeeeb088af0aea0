"""What a form calls the keys, the values and the records of the model."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import record_text
from wegwijzer.locale import say


def label(owner: Any, key: Key) -> str:
    """How a form calls a key of a record: in its own words, in those for any key of that name, or else the key itself.

    An extension of others need not have words for its keys.
    """
    for name in (f"{owner.__name__}.{key.key}", key.key):
        with suppress(KeyError):
            return say(f"label.{name}")
    return key.key.replace("_", " ").capitalize()


def option(key: Key, value: str) -> str:
    """How a form calls a value that one chooses from: what the language says of it, or else the value itself."""
    with suppress(KeyError):
        return say(f"option.{key.key}.{value}")
    return value.replace("-", " ").capitalize()


def noun(kind: Any) -> str:
    """How people call a record, with its article: ‘Een vraag’."""
    return record_text(kind).rstrip(".").partition(" (")[0]


def told_more(said: str, more: str) -> str:
    """What a text says besides a label; nothing when it says the same with an article and a stop."""
    same = more.rstrip(".").rpartition(" ")[2] if more.count(" ") == 1 else more.rstrip(".")
    return "" if same.casefold() == said.casefold() else more
