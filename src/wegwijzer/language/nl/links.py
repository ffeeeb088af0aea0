"""Words for a link that do not say where it leads."""

from __future__ import annotations

import re

EMPTY = re.compile(
    r"(?:klik\s+)?(?:hier|deze\s+link|link|lees\s+(?:hier\s+)?(?:meer|verder)|meer(?:\s+info(?:rmatie)?)?)[.!…]*",
    re.IGNORECASE,
)
"""What such a link says."""
CLICK = re.compile(r"\bklik(?:ken)?\s+(?:dan\s+)?hier\b", re.IGNORECASE)
"""What stands in a sentence beside one."""
SAID = "klik hier"
