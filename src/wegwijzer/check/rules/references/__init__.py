"""Rules on what refers to something else (W1)."""

from wegwijzer.check.rules.references import (
    double_node,
    missing_route,
    policy_question,
    unexplained_mark,
    unknown_contact,
    unknown_fact,
    unknown_item,
    unknown_node,
    unknown_placeholder,
    unknown_source,
    unknown_standard_task,
    unknown_tree,
    unused_contact,
    unused_entry,
    unused_mark,
    unused_policy,
    unused_standard_task,
)

RULES = (
    double_node.RULE,
    unknown_node.RULE,
    unknown_tree.RULE,
    unknown_fact.RULE,
    unexplained_mark.RULE,
    unknown_source.RULE,
    unknown_contact.RULE,
    unknown_standard_task.RULE,
    unknown_item.RULE,
    unknown_placeholder.RULE,
    missing_route.RULE,
    policy_question.RULE,
    unused_mark.RULE,
    unused_policy.RULE,
    unused_contact.RULE,
    unused_entry.RULE,
    unused_standard_task.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
