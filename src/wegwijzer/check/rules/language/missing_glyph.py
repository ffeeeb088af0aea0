"""W511: a character that the letters of paper and diagrams do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.problems import Finding

MISSING = re.compile(r"[^\s -~\xa0-ıĴ-ľŁ-ňŊ-žȘ-țẀ-ẅỲỳ–—‘’‚“”„†•…‹›⁄€™−∕]")
"""What Public Sans does not have; tests/site/test_letter.py compares this with its file."""


def check_prose(prose: Prose) -> Iterator[Finding]:
    for passage in prose.passages:
        if not passage.text.isascii() and (found := MISSING.search(passage.shown)):
            yield Finding(
                passage.where,
                say("W511.missing", character=found.group()),
                say("W511.in_words"),
                find=found.group(),
            )


RULE = Rule(module=__name__, code="W511", level="advice", prose=check_prose, apart=True)
