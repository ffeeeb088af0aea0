"""Characters that nobody sees, or that look like another: found in the text of a file, and called by their name.

Where they may stand is a matter of place. Some are refused everywhere (a text that turns the reading direction, a
control character), a hard space only where it stands for a space of YAML, a letter of another script only inside a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from wegwijzer.locale import say
from wegwijzer.problems import Problem, lines_of

MOST = 200
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
FOREIGN = "\u0370-\u03ff\u0400-\u052f"
REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
HIDDEN = re.compile(
    f"[{REFUSED}]"
    f"|(?<![{EMOJI}\ufe0f])\u200d|\u200d(?![{EMOJI}])"  # joins two emoji, nothing else
    r"|(?<![\W0-9])[\ufe00-\ufe0f]|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]"  # chooses how a symbol looks
)
"""A character that no text may hold."""

ODD = re.compile(
    f"(?P<hidden>{HIDDEN.pattern})"
    rf"|^[ \t]*+(?:-[ ]+)*(?:[\w-]++:[ ]*+)?(?P<space>[{SPACES}])|^[ ]*+-(?P<dash>[{SPACES}])"
    f"|(?<=[A-Za-z])(?P<after>[{FOREIGN}])|(?P<before>[{FOREIGN}])(?=[A-Za-z])",
    re.MULTILINE,
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""The odd characters of ASCII: most files have no others, and megabytes of them are seen through at once."""
NAMES = {
    0x00: "character.null",
    0x07: "character.bell",
    0x08: "character.delete",
    0x1B: "character.escape",
    0x7F: "character.delete",
    0x85: "character.line_break",
    0xA0: "character.hard_space",
    0xAD: "character.soft_hyphen",
    0x200B: "character.zero_space",
    0x200C: "character.separates_letters",
    0x200D: "character.joins_letters",
    0x2028: "character.line_break",
    0x2029: "character.line_break",
    0x202F: "character.narrow_space",
    0x2060: "character.joins_words",
    0xFEFF: "character.byte_order",
    0xFFFC: "character.object",
    0xFFFD: "character.lost",
}
SAY_SO = ("character.separates_letters", "character.joins_letters", "character.joins_words", "character.byte_order")
"""Names that say themselves that nobody sees the character."""
TURNS = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
LATIN = str.maketrans(
    "АВЕКМНОРСТХаеорсухіјѕԁһԛԝɡΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυχ", "ABEKMHOPCTXaeopcyxijsdhqwgABEZHIKMNOPTYXavopux"
)
"""Letters of other scripts that look like a Latin one."""


def described(character: str) -> str:
    """A character by its name and number, for in a message."""
    code = ord(character)
    number = f"U+{code:04X}"
    if code in NAMES:
        return f"{say(NAMES[code])} ({number})"
    if code in TURNS:
        return say("character.turning", number=number)
    if HIDDEN.search(character):
        return say("character.hidden", number=number)
    if re.match(f"[{SPACES}]", character):
        return say("character.space", number=number)
    like = latin(character)
    script = unicodedata.name(character, "").partition(" ")[0]
    word = {"CYRILLIC": "character.cyrillic", "GREEK": "character.greek", "FULLWIDTH": "character.wide"}
    said = word.get(script, "character.other")
    alike = say("character.alike", like=like) if like != character and like.isascii() and like.strip() else ""
    return f"{say(said)} ‘{character}’ ({number}{alike})"


def latin(text: str) -> str:
    """A text as somebody may have meant it: plain letters and spaces, without what nobody sees."""
    return unicodedata.normalize("NFKC", HIDDEN.sub("", text)).translate(LATIN).strip()


def odd_name(name: str) -> str | None:
    """The first character of a name that no name can hold and that a reader may take for another one."""
    odd = next((letter for letter in name if not letter.isascii() or not letter.isprintable()), None)
    return described(odd) if odd else None


@dataclass(frozen=True)
class Cleaned:
    """A text of as many lines without odd characters, and what was wrong with it."""

    text: str
    problems: list[Problem]


def clean(text: str, shown: str) -> Cleaned:
    """Take the odd characters out of the text of a file, so that what else is wrong is found in its own place."""
    if text.isascii() and not CONTROL.search(text):
        return Cleaned(text, [])
    problems: list[Problem] = []
    pieces: list[str] = []
    end = line = begin = 0
    told: set[tuple[int, str]] = set()
    for match in ODD.finditer(text):
        group = match.lastgroup or "hidden"
        at = match.start(group)
        odd = match.group(group)
        breaks = list(re.finditer(r"\r\n|\r|\n", text[end:at]))
        line += len(breaks)
        begin = end + breaks[-1].end() if breaks else begin
        pieces += [text[end:at], _instead(odd)]
        end = match.end(group)
        if (line, odd) not in told and len(problems) < MOST:
            told.add((line, odd))
            problems.append(_problem(shown, line + 1, at - begin + 1, odd))
    pieces.append(text[end:])
    return Cleaned("".join(pieces), problems)


def _instead(odd: str) -> str:
    """What stands for an odd character while the rest is read."""
    if odd in "\x85\u2028\u2029" or re.match(f"[{SPACES}]", odd):
        return " "
    return "" if HIDDEN.search(odd) else latin(odd)


def _problem(shown: str, line: int, column: int, odd: str) -> Problem:
    unseen = say("character.unseen") if HIDDEN.search(odd) and NAMES.get(ord(odd), SAY_SO[0]) not in SAY_SO else ""
    hint = say("character.remove")
    if re.match(f"[{SPACES}]", odd):
        hint = say("character.use_space")
    elif re.match(f"[{FOREIGN}]", odd):
        hint = say("word.type_again")
    return Problem(
        shown, line, column, "W002", "error", say("character.found", unseen=unseen, character=described(odd)), hint
    )


CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$")


def conflict(text: str, shown: str, *, heading: bool = False) -> list[Problem]:
    """Where git left both versions of a piece of text; one problem for every such place.

    With `heading` a line of seven `=` alone is none: in Markdown it makes a heading.
    """
    if not any(mark * 7 in text for mark in "<>|="):
        return []
    problems, inside = [], False
    for number, line in enumerate(lines_of(text), 1):
        mark = line[:7] if CONFLICT.match(line) else ""
        if mark and not inside and not (heading and mark == "======="):
            message = say("git.conflict")
            hint = say("git.keep_one")
            problems.append(Problem(shown, number, 1, "W002", "error", message, hint))
        inside = mark != ">>>>>>>" and (inside or bool(mark))
    return problems
