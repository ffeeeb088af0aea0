"""Words that a reply to somebody who crossed a line does not use. `*` stands for any ending."""

from __future__ import annotations

THANKS = ("thank you", "thanks", "many thanks", "we thank", "grateful")
"""Nowhere: nobody thanks for a threat."""
WARM = ("nice", "great", "lovely", "glad", "happy", "pleased", "wonderful", "welcome", "we appreciate", "we value")
"""Not in the opening: what is kind elsewhere sounds false here."""
