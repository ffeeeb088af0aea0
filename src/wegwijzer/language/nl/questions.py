"""What kind of answer a question asks for, as far as its first words make that sure."""

from __future__ import annotations

import re

OPENS_QUESTION = r"(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?|waarom)"
YES_NO_VERB = (
    r"(?:is|zijn|was|waren|heb|heeft|hebben|had|kan|kun|kunnen|mag|mogen|moet|moeten|wil|willen|zal|zou|zullen|"
    r"wordt|worden|werd|gaat|gaan|komt|komen|staat|staan|weet|weten|ken|kent|kennen|denk|denkt|zie|ziet|gebeurt|"
    r"bestaat|klopt|roept|bevat|raakt|vraagt|krijgt|dreigt|blijft|lijkt|voel|voelt|maakt|noemt|geeft|gebruikt|schreef)"
)
OPEN = re.compile(rf"(?:(?:op|aan|in|met|voor|van|over|tegen|bij|uit|naar)\s+)?{OPENS_QUESTION}\b", re.IGNORECASE)
CLOSED = re.compile(rf"{YES_NO_VERB}\b", re.IGNORECASE)
CHOICE = re.compile(r"\bof\b|:", re.IGNORECASE)
AND_HOW = re.compile(rf"(.*?)\ben(?:/of)?\s+{OPENS_QUESTION}\b", re.IGNORECASE)
AND_IS = re.compile(rf"\ben(?:/of)?\s+{YES_NO_VERB}\s+(?:je|jij|jullie|het|de|er|iemand|dat|dit|die)\b", re.IGNORECASE)
INNER = re.compile(rf"\s{OPENS_QUESTION}\b", re.IGNORECASE)
LABEL = re.compile(r"(?:ja|nee|neen)\b", re.IGNORECASE)


def asks_openly(text: str) -> bool:
    """Whether a question starts with who, what, where …: yes and no do not answer it."""
    return bool(OPEN.match(_last(text)))


def asks_yes_or_no(text: str) -> bool:
    """Whether a question starts with a verb and offers no choice of its own."""
    last = _last(text)
    return last.endswith("?") and bool(CLOSED.match(last)) and not CHOICE.search(last)


def says_yes_or_no(label: str) -> bool:
    return bool(LABEL.match(label))


def asks_twice(text: str) -> bool:
    """Whether a question has two question marks, or a second question after ‘en’. ‘Weet je wie en waar?’ has not."""
    if text.count("?") > 1:
        return True
    if not text.endswith("?") or " en" not in text:
        return False
    again = AND_HOW.match(text)
    asks_how = bool(again and OPEN.match(text) and not INNER.search(again.group(1)))
    return asks_how or bool(AND_IS.search(text) and (OPEN.match(text) or CLOSED.match(text)))


def _last(text: str) -> str:
    """The sentence that asks: the last one."""
    return re.split(r"(?<=[.!?:…])\s+", text.strip())[-1]
