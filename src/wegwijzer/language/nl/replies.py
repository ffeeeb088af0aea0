"""Words that a reply to somebody who crossed a line does not use. `*` stands for any ending."""

from __future__ import annotations

THANKS = (
    "bedankt",
    "dank je",
    "dank je wel",
    "dankjewel",
    "dank u",
    "dank u wel",
    "dankuwel",
    "we danken",
    "wij danken",
    "dankbaar",
)
"""Nowhere: nobody thanks for a threat."""
WARM = ("fijn", "leuk", "mooi", "tof", "super", "blij", "prettig", "knap", "welkom", "we waarderen", "wij waarderen")
"""Not in the opening: what is kind elsewhere sounds false here."""
