"""Whether a number in a sentence counts, dates or orders something, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

NEXT_WORD = re.compile(r"\s+([a-zà-ÿ’']+)")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def counts_things(
    before: str,
    number: str,
    after: str,
    *,
    ordered: re.Pattern[str],
    dated: re.Pattern[str],
    counted: Callable[[str], bool],
) -> bool:
    """Whether the number counts things, is a year or is the number of something, given the text around it.

    What is of one language: `ordered` ends in a word that has a number of its own (page, article), `dated` in one before a
    year, and `counted` says whether the word behind the number is one that is counted.
    """
    if ordered.search(before) or (YEAR.fullmatch(number) and dated.search(before)):
        return True
    following = NEXT_WORD.match(after)
    return following is not None and counted(following.group(1))
