"""What stays on one line in whatever people read: the digits of a number, and a number with its unit."""

from __future__ import annotations

import re
from functools import cache

from wegwijzer.locale import language, say

HARD_SPACE = "\u00a0"
"""A space at which no line ends. A browser finds it as a space, and copies it as one."""
TEXT = re.compile(
    r"<(script|style|textarea|option|code|pre)\b.*?</\1\s*>|(?<=>)[^<>]*\d[^<>]*(?=<)", re.DOTALL | re.IGNORECASE
)
"""What a reader sees of a page and where a figure stands in it; or what is taken to the letter."""


def together(text: str) -> str:
    """A text of which no line ends between the groups of a number, or between a number and its unit."""
    return _apart(language()).sub(HARD_SPACE, text)


def together_in(html: str) -> str:
    """The same for the texts of a page that is HTML already: a generator made it of Markdown."""
    return TEXT.sub(lambda found: found[0] if found[1] else together(found[0]), html)


@cache
def _apart(_language: str) -> re.Pattern[str]:
    """The spaces that part what belongs together, in one language."""
    return re.compile(rf"(?<=\d) (?=\d|[€%]|(?:{say('text.units')})\b)|(?<=€) (?=\d)")
