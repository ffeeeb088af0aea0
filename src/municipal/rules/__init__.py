"""What the checker says of this site's own kinds of content."""

from municipal.rules import frame_number, frame_pairs

RULES = (frame_number.RULE, frame_pairs.RULE)
"""In the order in which they run."""
