"""Whether a number in an English sentence counts, dates or orders something, by the words around it."""

from __future__ import annotations

import re

UNITS = {
    *(
        "children",
        "cm",
        "dollar",
        "euro",
        "g",
        "kg",
        "km",
        "litre",
        "m",
        "men",
        "metre",
        "mile",
        "million",
        "billion",
        "minute",
    ),
    *("ml", "mm", "percent", "people", "per", "pound", "staff", "thousand", "women"),
}
NO_PLURAL = {
    *(
        "across",
        "afterwards",
        "always",
        "anonymous",
        "as",
        "business",
        "besides",
        "does",
        "emergencies",
        "emergency",
        "has",
        "his",
    ),
    *(
        "its",
        "less",
        "police",
        "is",
        "paramedics",
        "perhaps",
        "please",
        "services",
        "ambulances",
        "sometimes",
        "ours",
        "this",
    ),
    *(
        "thus",
        "towards",
        "unless",
        "us",
        "was",
        "whereas",
        "yes",
        "yours",
        "theirs",
        "regardless",
        "operators",
        "firefighters",
    ),
    *(
        "calls",
        "gives",
        "leads",
        "connects",
        "answers",
        "takes",
        "works",
        "helps",
        "puts",
        "reaches",
        "needs",
        "costs",
        "lets",
    ),
}
"""Words that look like a plural of what is counted but are none: after a number to call they say who answers, or what it does."""
NEXT_WORD = re.compile(r"\s+([a-zà-ÿ’']+)")
ORDERED = re.compile(
    r"(?:\b(?:act|article|articles|box|bus|chapter|clause|class|flat|form|house|item|level|page|pages|paragraph|part|platform|point|"
    r"question|regulation|room|route|rule|section|sections|step|table|train|tram|unit|version|ward|year)|\b(?:art|fig|p|para|pp|s)\.|"
    r"[€£§$#])\s*$",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:about|after|around|before|by|during|early|from|in|late|of|since|until|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\s+$",
    re.IGNORECASE,
)
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def counts(before: str, number: str, after: str) -> bool:
    """Whether the number counts things, is a year or is the number of something, given the text around it."""
    if ORDERED.search(before) or (YEAR.fullmatch(number) and DATED.search(before)):
        return True
    following = NEXT_WORD.match(after)
    if following is None:
        return False
    word = following.group(1)
    return word in UNITS or (word not in NO_PLURAL and word.endswith("s") and not word.endswith("ss"))
