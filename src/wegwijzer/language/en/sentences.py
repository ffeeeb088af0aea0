"""Where a sentence does not end, and what stands for an address in one that is measured."""

from __future__ import annotations

import re

ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|approx|mr|mrs|ms|dr|prof|rev|cllr|sgt|st)\.$",
    re.IGNORECASE,
)
"""What hardly ever ends one. ‘etc.’ and ‘p.m.’ often do, and so does ‘no.’."""
ADDRESS = "address"
JOINING = ("but", "so", "and", "yet")
"""What joins two sentences behind a comma: without it each stands by itself."""
