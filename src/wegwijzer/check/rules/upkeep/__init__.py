"""Rules on cases and on keeping content true (W3)."""

from wegwijzer.check.rules.upkeep import (
    broken_case,
    review_passed,
    uncovered_action,
)

RULES = (
    broken_case.RULE,
    uncovered_action.RULE,
    review_passed.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
