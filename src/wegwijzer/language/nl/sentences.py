"""Where a sentence does not end, and what stands for an address in one that is measured."""

from __future__ import annotations

import re

ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:bv|bijv|nr|art|blz|enz|m\.a\.w|o\.a|d\.w\.z|t\.e\.m|incl|excl|tel|dr|mr)\.$", re.IGNORECASE
)
ADDRESS = "adres"
JOINING = ("maar", "dus", "want", "en")
"""What joins two sentences behind a comma: without it each stands by itself."""
