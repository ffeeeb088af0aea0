"""A digest of what an advice says, to see later whether it was renewed. It is of the compiled tree as JSON data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import Compiled

DIGITS = 8
"""Enough to tell versions of one advice apart. It guards against no attack."""
UNSEEN = {"icon", "sources", "related"}
"""What may change while the advice stays the same."""


def digests(tree: Mapping[str, Any]) -> dict[str, list[str]]:
    """Of each action of a tree its digest and its title."""
    contacts = tree.get("contacts", {})
    return {
        name: [_digest(action, contacts), action["title"]] for name, action in tree["tree"].get("actions", {}).items()
    }


def digest(compiled: Compiled, name: str) -> str:
    """The digest of one action; the same that `digests` gives of that tree."""
    return _digest(encode(compiled.tree.actions[name]), encode(compiled.contacts))


def _digest(action: Mapping[str, Any], contacts: Mapping[str, Any]) -> str:
    """With whom to call, but not with when somebody looked that up."""
    said = {key: value for key, value in action.items() if key not in UNSEEN}
    called = [
        {key: value for key, value in contacts[name].items() if key != "checked"}
        for name in action.get("contacts", ())
        if name in contacts
    ]
    return hashlib.sha256(json.dumps([said, called], sort_keys=True).encode()).hexdigest()[:DIGITS]
