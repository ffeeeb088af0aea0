"""What kind of answer a question asks for, as far as its first words make that sure."""

from __future__ import annotations

import re

OPENS_QUESTION = r"(?:who|whom|whose|what|where|when|how|which|why)"
YES_NO_VERB = r"(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|might|must|should|will|would)(?:n[’']t)?|am|may|shall|can[’']t|won[’']t)"
OPEN = re.compile(rf"(?:(?:about|at|by|for|from|in|of|on|to|under|with)\s+)?{OPENS_QUESTION}\b", re.IGNORECASE)
CLOSED = re.compile(rf"{YES_NO_VERB}\b", re.IGNORECASE)
CHOICE = re.compile(r"\bor\b|:", re.IGNORECASE)
AND_HOW = re.compile(rf"(.*?)\band(?:/or)?\s+{OPENS_QUESTION}\b", re.IGNORECASE)
AND_IS = re.compile(
    rf"\band(?:/or)?\s+{YES_NO_VERB}\s+(?:I|you|we|he|she|it|they|there|this|that|these|those|the|an?|your|anyone|anybody|someone|somebody)\b",
    re.IGNORECASE,
)
INNER = re.compile(rf"\s{OPENS_QUESTION}\b", re.IGNORECASE)
LABEL = re.compile(r"(?:yes|no)\b", re.IGNORECASE)
NO_LABEL = re.compile(r"no\s+\w", re.IGNORECASE)
"""‘No children’ and ‘No threat’ say how many, and not that it is not so."""


def asks_openly(text: str) -> bool:
    """Whether a question starts with who, what, where …: yes and no do not answer it."""
    return bool(OPEN.match(_last(text)))


def asks_yes_or_no(text: str) -> bool:
    """Whether a question starts with a verb and offers no choice of its own."""
    last = _last(text)
    return last.endswith("?") and bool(CLOSED.match(last)) and not CHOICE.search(last)


def says_yes_or_no(label: str) -> bool:
    return bool(LABEL.match(label)) and not NO_LABEL.match(label)


def asks_twice(text: str) -> bool:
    """Whether a question has two question marks, or a second question after ‘and’. ‘Do you know who and where?’ has not."""
    if text.count("?") > 1:
        return True
    if not text.endswith("?") or " and" not in text:
        return False
    again = AND_HOW.match(text)
    asks_how = bool(again and OPEN.match(text) and not INNER.search(again.group(1)))
    return asks_how or bool(AND_IS.search(text) and (OPEN.match(text) or CLOSED.match(text)))


def _last(text: str) -> str:
    """The sentence that asks: the last one."""
    return re.split(r"(?<=[.!?:…])\s+", text.strip())[-1]
