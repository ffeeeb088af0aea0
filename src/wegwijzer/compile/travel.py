"""A tree on its way from the build to a worker: the JSON that says everything of it, so that nothing else decides."""

from __future__ import annotations

import json

from wegwijzer.compile.codec import decode, encode
from wegwijzer.compile.compiled import Compiled, take_in


def packed(tree: Compiled) -> str:
    """All of a tree as text."""
    return json.dumps(encode(tree), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Compiled:
    """The tree that was packed; the links in its texts lead where they did."""
    tree: Compiled = decode(Compiled, json.loads(text))
    take_in(tree)
    return tree
