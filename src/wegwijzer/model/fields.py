"""What a reader may fill in: the one rule of a number, a web address, a mail address and a date.

The patterns are written so that JavaScript reads them in the same way: a page that must judge before Python is there gets
them from here.
"""

from __future__ import annotations

import re

NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
OTHER = r"[^\x00-\x20\x7f-\xa0<>\x22\\]"
WEB = re.compile(
    rf"(?:[Hh][Tt][Tt][Pp][Ss]?://[^\x00-\x20\x7f-\xa0<>\x22\\/?#@]+|{HOST}(?::[0-9]{{1,5}})?)(?:[/?#]{OTHER}*)?"
)
"""With http:// or https:// before it, or as people say it: `www.gent.be`."""
MAIL = re.compile(rf"[A-Za-z0-9._%+'-]{{1,64}}@{HOST}")
ISO_DATE = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
SCHEME = re.compile("https?://", re.IGNORECASE)
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
PHONE = re.compile(r"\+?[0-9][0-9 ./]{2,20}")
PATTERNS = {"number": NUMBER, "url": WEB, "email": MAIL, "date": ISO_DATE}
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def fits(kind: str, text: str) -> bool:
    """Whether a text is a number, an address or a date; every text fits where any may stand."""
    pattern = PATTERNS.get(kind)
    return pattern is None or (bool(pattern.fullmatch(text)) and (kind != "date" or is_date(text)))


def tidied(kind: str, text: str) -> str:
    """What counts as filled in: without spaces around it, and a web address with how to reach it."""
    text = text.strip()
    return f"https://{text}" if kind == "url" and text and not SCHEME.match(text) else text


def is_date(text: str) -> bool:
    """Whether a date written as `2027-11-01` is a day of the calendar."""
    if not ISO_DATE.fullmatch(text):
        return False
    year, month, day = map(int, text.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and day <= DAYS[month - 1] - (month == 2 and not leap)  # noqa: PLR2004 - February
