"""Scripts and pages as a reader downloads them: without what they say to who writes them, and without what nobody sees."""

from __future__ import annotations

import re

WHOLE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
AFTER = re.compile(r"^(?P<code>[^\"`'\n]*(?:(?P<quote>[\"`'])[^\"`'\n]*(?P=quote)[^\"`'\n]*)*?) // .*$", re.MULTILINE)
"""A comment behind code. What stands before it has all its quotes closed: two slashes in a text are no comment."""
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
GAP = re.compile(r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)\s*>)|\s*\n\s*", re.DOTALL)
"""What stands as it was written, or what parts two lines."""


def lean(script: str) -> str:
    """A script of ours without its indents and its comments on lines and behind them; its code keeps every letter. No text in
    it goes on on another line.
    """
    return flush(AFTER.sub(r"\g<code>", WHOLE.sub("", script))).lstrip("\n")


def flush(code: str) -> str:
    """Lines without their indents."""
    return INDENT.sub("", code)


def lean_page(html: str) -> str:
    """A page without the empty lines and the indents that a theme's templates leave; what shows them keeps them."""
    return GAP.sub(lambda found: found["kept"] or "\n", html)
