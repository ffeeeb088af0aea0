"""The colours of what is drawn and printed: those of the page (`tokens.css`), on light paper, as the project has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from wegwijzer.workplace import KIT, colours

TOKENS = KIT / "assets/css/wegwijzer/tokens.css"
FIRST = re.compile(r"^[^{]*\{(.*?)\}", re.DOTALL | re.MULTILINE)
TONE = "tone-"
COLOUR = re.compile(r"--ww-([a-z-]+):\s*(#[0-9a-f]{3,6})\s*;")


def palette() -> Mapping[str, str]:
    """Name of a token without its prefix → its colour: `accent` and `second` are those of the project."""
    main, second = (f"#{colour.lower()}" for colour in colours())
    return {**_tokens(), "accent": main, "second": second}


def tones() -> tuple[str, ...]:
    """The names of the grounds on which an outcome stands."""
    return tuple(name.removeprefix(TONE) for name in _tokens() if name.startswith(TONE))


@cache
def _tokens() -> Mapping[str, str]:
    """The colours of the first block, which is that of light paper."""
    found = FIRST.search(TOKENS.read_text(encoding="utf-8"))
    return MappingProxyType(dict(COLOUR.findall(found[1])) if found else {})
