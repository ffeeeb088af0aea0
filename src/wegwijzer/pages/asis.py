"""HTML that Markdown gives through as it is: no text in it can become a link, a heading or a tag.

Where a page asks for a macro (in a list, a table, a title) decides how Markdown reads what it gives. So every sign that
Markdown looks at is written as a number, and a text never begins a line. A browser reads the same; so does a search.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps

PIECE = re.compile(r"<(script|style)\b.*?</\1\s*>|<(?P<tag>[^<>]*)>|(?P<text>[^<]+)", re.DOTALL)
QUOTED = re.compile(r'"[^"]*"')
SIGN = re.compile(r"&#?\w+;|[\\`*_{}\[\]|~^=+!$\n\r]")
"""What is encoded already, and what Markdown or an extension of it gives a meaning."""


def as_is(html: str) -> str:
    """The same HTML, safe to stand anywhere in Markdown. Texts and attributes in it must be escaped as HTML already."""

    def piece(match: re.Match[str]) -> str:
        if (tag := match["tag"]) is not None:
            return f"<{QUOTED.sub(lambda quoted: encoded(quoted.group()), tag)}>"
        text = match["text"]
        return match.group() if text is None or not text.strip() else encoded(text)

    return PIECE.sub(piece, html)


def encoded(text: str) -> str:
    """A text with a number for each sign that Markdown looks at."""
    return SIGN.sub(lambda sign: sign.group() if len(sign.group()) > 1 else f"&#{ord(sign.group())};", text)


def macro(function: Callable[..., str]) -> Callable[..., str]:
    """A macro that gives HTML, as one whose result Markdown leaves alone."""

    @wraps(function)
    def given(*arguments: str, **named: str) -> str:
        return as_is(function(*arguments, **named))

    return given
