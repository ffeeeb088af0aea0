"""Whether a number in a Dutch sentence counts, dates or orders something, by the words around it."""

from __future__ import annotations

import re

UNITS = {
    "cm",
    "euro",
    "fte",
    "jaar",
    "keer",
    "km",
    "liter",
    "maal",
    "meter",
    "miljoen",
    "miljard",
    "minuut",
    "procent",
    "uur",
}
NO_PLURAL = {
    *(
        "alleen",
        "als",
        "anders",
        "binnen",
        "boven",
        "buiten",
        "dan",
        "dus",
        "een",
        "eens",
        "eerst",
        "en",
        "gratis",
        "is",
    ),
    *("langs", "meteen", "moeten", "mogen", "samen", "sinds", "soms", "steeds", "tegen", "thuis", "tijdens", "toen"),
    *("tussen", "vandaag", "was", "wanneer", "worden", "zelfs"),
}
"""Words that look like a plural but are none."""
NEXT_WORD = re.compile(r"\s+([a-zà-ÿ’']+)")
ORDERED = re.compile(
    r"(?:\b(?:artikel|artikels|artikelen|blad|bladzijde|bus|hoofdstuk|huis|jaar|kamer|lijn|pagina|paragraaf|punt|regel|stap|"
    r"tram|versie|vraag|wet|[\w-]*(?:straat|laan|plein|weg|dreef|lei|kaai|markt|dijk))|\b(?:art|blz|nr|p)\.|[€§$#])\s*$",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:anno|in|na|rond|sinds|tot|uit|van|voor|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)\s+$",
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
    return word in UNITS or (word not in NO_PLURAL and word.endswith(("en", "s", "eren", "lui")))
