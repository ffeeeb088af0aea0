"""Rules on how a tree hangs together: proof, not hope (W2)."""

from wegwijzer.check.rules.structure import (
    dead_end,
    empty_action,
    endless_loop,
    handover_loop,
    hidden_content,
    long_row,
    one_answer,
    same_answer,
    too_many_situations,
    unreachable_action,
    unreachable_answer,
    unreachable_question,
    unreachable_route,
)

RULES = (
    too_many_situations.RULE,
    dead_end.RULE,
    unreachable_question.RULE,
    unreachable_answer.RULE,
    unreachable_route.RULE,
    unreachable_action.RULE,
    endless_loop.RULE,
    handover_loop.RULE,
    empty_action.RULE,
    hidden_content.RULE,
    one_answer.RULE,
    same_answer.RULE,
    long_row.RULE,
)
"""In the order in which they run: a rule stands after those it requires."""
