"""Words for a link that do not say where it leads."""

from __future__ import annotations

import re

EMPTY = re.compile(
    r"(?:(?:(?:click|tap|press)\s+)?(?:on\s+)?(?:here|(?:this|the)\s+link|link)|(?:read|see|learn|show|find\s+out)\s+more(?:\s+here)?|"
    r"read\s+on|more(?:\s+info(?:rmation)?)?|further\s+information|continue\s+reading)[.!…]*",
    re.IGNORECASE,
)
"""What such a link says."""
CLICK = re.compile(r"\b(?:click|tap|press)(?:ing)?\s+(?:on\s+)?here\b", re.IGNORECASE)
"""What stands in a sentence beside one."""
SAID = "click here"
