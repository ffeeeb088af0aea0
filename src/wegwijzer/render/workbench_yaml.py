"""The view of a file as it is written: room for an editor, and the words that it says."""

from __future__ import annotations

import json

from wegwijzer.locale import say
from wegwijzer.render.element import Attributes, Markup, element, lines

PHRASES = {
    "Completions": "completions",
    "Find": "find",
    "Replace": "replace_by",
    "next": "next",
    "previous": "previous",
    "all": "all",
    "match case": "match_case",
    "replace": "replace",
    "replace all": "replace_all",
    "close": "close",
    "current match": "current_match",
    "on line": "on_line",
    "replaced match on line $": "replaced",
    "replaced $ matches": "replaced_all",
    "Go to line": "go_to_line",
    "go": "go",
    "Selection deleted": "deleted",
}
"""What the library of the editor says in English, and what it says here."""


def yaml_view() -> Markup:
    """Room for the editor, what is told of a text that does not fit, and which keys help."""
    said: Attributes = {
        "class": "ww-bench-editor",
        "data-label": say("editor.label"),
        "data-too-large": say("editor.too_large"),
        "data-too-much": say("editor.too_much"),
        "data-phrases": json.dumps(
            {theirs: say(f"editor.{ours}") for theirs, ours in PHRASES.items()}, ensure_ascii=False
        ),
    }
    return lines(
        element("div", said),
        element("p", {"role": "status"}),
        element("p", {"class": "ww-note"}, say("editor.note")),
    )
