"""Rules on what refers to something else (W1)."""

from wegwijzer.check.rules.references import (
    double_step,
    local_choice,
    missing_route,
    unexplained_mark,
    unknown_contact,
    unknown_fact,
    unknown_item,
    unknown_placeholder,
    unknown_source,
    unknown_standard_step,
    unknown_step,
    unknown_tree,
    unused_choice,
    unused_contact,
    unused_entry,
    unused_mark,
    unused_standard_step,
)

RULES = (
    double_step.RULE,
    unknown_step.RULE,
    unknown_tree.RULE,
    unknown_fact.RULE,
    unexplained_mark.RULE,
    unknown_source.RULE,
    unknown_contact.RULE,
    unknown_standard_step.RULE,
    unknown_item.RULE,
    unknown_placeholder.RULE,
    missing_route.RULE,
    local_choice.RULE,
    unused_mark.RULE,
    unused_choice.RULE,
    unused_contact.RULE,
    unused_entry.RULE,
    unused_standard_step.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
