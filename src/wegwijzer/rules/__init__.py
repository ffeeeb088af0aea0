"""The rules, one a file. A rule yields findings; `wegwijzer.check` stamps place, code and level.

A rule module has a Dutch docstring (its page), CODE, LEVEL, REQUIRES (rules that must have found nothing, so that
one fault gives one message), and `check(context)` for trees, `check_data(record, library)` for every other file, or both.
"""

from wegwijzer.rules import (
    broken_case,
    dead_end,
    double_step,
    empty_action,
    endless_loop,
    forbidden_link,
    frame_number,
    frame_pairs,
    hidden_content,
    local_choice,
    missing_route,
    too_many_situations,
    unexplained_mark,
    unknown_contact,
    unknown_fact,
    unknown_item,
    unknown_placeholder,
    unknown_source,
    unknown_standard_step,
    unknown_step,
    unknown_tree,
    unreachable_action,
    unreachable_answer,
    unreachable_question,
    unreachable_route,
)

RULES = (  # in the order in which they run: a rule stands after those it requires
    double_step,
    unknown_step,
    unknown_tree,
    unknown_fact,
    unexplained_mark,
    unknown_source,
    unknown_contact,
    unknown_standard_step,
    unknown_item,
    unknown_placeholder,
    missing_route,
    local_choice,
    too_many_situations,
    dead_end,
    unreachable_question,
    unreachable_answer,
    unreachable_route,
    unreachable_action,
    endless_loop,
    empty_action,
    hidden_content,
    broken_case,
    forbidden_link,
    frame_number,
    frame_pairs,
)


def name_of(rule: object) -> str:
    """The name under which other rules require this one."""
    return rule.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
