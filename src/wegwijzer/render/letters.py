"""How wide a text is in the letter of the project: whoever lays out a drawing is told, and measures nothing.

The engine reads no file, so it knows its letter by heart; `tests/site/test_letter.py` holds this table to the file itself.
"""

from __future__ import annotations

import unicodedata

OF_WIDTH = {
    22: "`´",
    23: ".:·",
    24: ";¸¹‘’",
    25: " ',iı‚",
    26: "!¡",
    27: "j|¦",
    28: "ĩ‹›",
    29: "Iīȋ",
    30: "¨",
    31: "()[]lï",
    32: "•",
    33: "{¯",
    34: "}",
    36: "/\\ŀł",
    37: "²",
    38: "-",
    39: "Jtŧ",
    40: "*fr",
    41: "1ª³º",
    42: "“”",
    43: '"ť„',
    46: "«†",
    47: "°",
    48: "^»",
    49: "z",
    50: "§",
    51: "sv",
    52: "_¿",
    53: "?",
    54: "y¤®×",
    55: "<>c¢",
    56: "+=a¬±¶÷–−",
    57: "ekox~ð",
    58: "Lhnĸ",
    59: "uµßøþħŁŋ",
    60: "2FTbdpqŦ€",
    61: "#7Yơ",
    62: "0£¥đ",
    63: "3469Eg",
    64: "PZ",
    65: "58",
    66: "$Þư",
    67: "S",
    68: "BRV",
    69: "CKX",
    70: "D",
    71: "&AUÐĐ",
    74: "GO",
    75: "Q",
    76: "NØŊ",
    77: "H…",
    78: "w",
    79: "Ơ",
    80: "¼Ħ",
    81: "Ư",
    82: "©",
    84: "@",
    87: "m½",
    89: "M",
    91: "%",
    92: "¾æ™",
    95: "œ",
    96: "W",
    98: "Æ",
    112: "Œ—",
}
"""Hundredths of the type size, rounded up → the letters of that width. A letter with an accent is as wide as without."""
WIDTHS = {letter: width for width, letters in OF_WIDTH.items() for letter in letters}
WIDEST = 100
"""Of a letter that is not in the table."""


def text_width(text: str, size: float) -> float:
    """The width of one line at this type size, in points; at most a little too much."""
    return sum(map(_width, text)) * size / 100


def _width(letter: str) -> int:
    plain = letter if letter in WIDTHS else unicodedata.normalize("NFKD", letter)[0]
    return WIDTHS.get(plain, WIDEST)
