"""Scripts as a reader downloads them: without what they say to who writes them."""

from __future__ import annotations

import re

WHOLE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
AFTER = re.compile(r"^(?P<code>[^\"`'\n]*(?:(?P<quote>[\"`'])[^\"`'\n]*(?P=quote)[^\"`'\n]*)*?) // .*$", re.MULTILINE)
"""A comment behind code. What stands before it has all its quotes closed: two slashes in a text are no comment."""


def lean(script: str) -> str:
    """A script of ours without its comments on lines and behind them; its code keeps every letter."""
    return AFTER.sub(r"\g<code>", WHOLE.sub("", script)).lstrip("\n")
