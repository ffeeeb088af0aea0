"""Whether a number in a Dutch sentence counts, dates or orders something, by the words around it."""

from __future__ import annotations

import re

from wegwijzer.language.counting import counts_things

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


def counts(before: str, number: str, after: str) -> bool:
    """Whether the number counts things, is a year or is the number of something, given the text around it."""
    return counts_things(before, number, after, ordered=ORDERED, dated=DATED, counted=_is_counted)


def _is_counted(word: str) -> bool:
    return word in UNITS or (word not in NO_PLURAL and word.endswith(("en", "s", "eren", "lui")))
