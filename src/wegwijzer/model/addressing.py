"""The two forms of address in one text: `{je|u}` is ‘je’ in the informal form and ‘u’ in the formal one.

A pair stands on one line and holds no other pair. Placeholders and links may stand in it, and it may stand in the words of a link.
"""

from __future__ import annotations

import re

PAIR = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")
BRACE = re.compile(r"[{}]")


def informal(text: str) -> str:
    """The text to somebody one calls by their first name; what is no pair stays as it is."""
    return PAIR.sub(r"\1", text) if "{" in text else text


def formal(text: str) -> str:
    """The text to somebody one does not know."""
    return PAIR.sub(r"\2", text) if "{" in text else text


def both(text: str) -> tuple[str, ...]:
    """The informal and the formal form; one text when it has no pairs."""
    return tuple(dict.fromkeys((informal(text), formal(text))))


def unpaired(text: str) -> str:
    """The first brace that belongs to no pair, with what stands behind it; "" when there is none."""
    left = PAIR.sub(lambda pair: " " * len(pair.group()), text)
    found = BRACE.search(left)
    return text[found.start() : found.start() + 30].split("\n", maxsplit=1)[0] if found else ""
