"""What the form of the workbench says besides what Python says of its fields, and the list of what is wrong."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.render.element import Attributes

SAID = (
    "search",
    "search_or_new",
    "nothing_found",
    "more_found",
    "close",
    "pick",
    "pick_more",
    "clear",
    "remove",
    "part",
    "nth",
    "count",
    "add_text",
    "new_question",
    "new_action",
    "open",
    "add_route",
    "only_if",
    "otherwise",
    "always",
    "add_condition",
    "drop_condition",
    "which",
    "all",
    "any",
    "none",
    "add_fact",
    "add_answer",
    "broken",
    "more",
    "name",
    "name_help",
    "add",
    "another",
    "depends",
    "empty",
    "example",
    "up",
    "down",
    "put",
    "show_all",
    "error",
    "warning",
    "advice",
    "line",
    "more_problems",
    "no_problems",
)
"""Each under its name; %1 and %2 are what is filled in."""


def form_words() -> Attributes:
    """The words as attributes of the workbench."""
    return {f"data-form-{name.replace('_', '-')}": say(f"form.{name}") for name in SAID}
