"""Rules on harm: danger, evidence, links, what a form can hold (W4)."""

from wegwijzer.check.rules.safety import (
    emergency_number,
    forbidden_contact,
    forbidden_link,
    long_text,
    page_html,
    raw_html,
    unasked_evidence,
)

RULES = (
    forbidden_link.RULE,
    emergency_number.RULE,
    unasked_evidence.RULE,
    forbidden_contact.RULE,
    raw_html.RULE,
    page_html.RULE,
    long_text.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
