"""Whether a number in an English sentence counts, dates or orders something, by the words around it."""

from __future__ import annotations

import re

from wegwijzer.language.counting import counts_things

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


def counts(before: str, number: str, after: str) -> bool:
    """Whether the number counts things, is a year or is the number of something, given the text around it."""
    return counts_things(before, number, after, ordered=ORDERED, dated=DATED, counted=_is_counted)


def _is_counted(word: str) -> bool:
    return word in UNITS or (word not in NO_PLURAL and word.endswith("s") and not word.endswith("ss"))
