"""What a form calls the keys, the values and the records of the model."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, get_args

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS, record_text
from wegwijzer.locale import say
from wegwijzer.workbench.typed import bare, member

CODE = re.compile(r"`([^`]+)`")
"""How the page of keys marks what stands in a file."""
FILE = re.compile(r" \((?:data/[\w-]+\.yml|\w+/)\)")
"""In which file something stands: who fills in a form need not know."""
LITTLE = 8
"""So many characters make a sentence of a label, and say no more: ‘… het is’."""


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


def purpose(owner: Any, key: Key) -> str:
    """What a key is for, in a form: in words of its own, or as the page of keys says it, with keys and values called as the form
    calls them. Nothing when the label says it all.
    """
    with suppress(KeyError):
        return say(f"purpose.{owner.__name__}.{key.key}")
    keys = KINDS.keys_of(owner)

    def told(found: re.Match[str]) -> str:
        name, _, value = found[1].partition(": ")
        if name in keys:
            return f"‘{label(owner, keys[name])}{f': {option(keys[name], value)}' if value else ''}’"
        return f"‘{option(key, name) if name in _values(key) else found[1]}’"

    said = FILE.sub("", CODE.sub(told, key.says))
    called, whole = label(owner, key).casefold(), said.rstrip(".").casefold()
    same = called in (whole, whole.partition(" ")[2]) or (
        whole.startswith(called) and len(whole) <= len(called) + LITTLE
    )
    return "" if same else said


def _values(key: Key) -> tuple[str, ...]:
    return get_args(bare(member(key.kind) or key.kind))
