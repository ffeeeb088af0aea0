"""What a reader can take along: one entry a format. The buttons, and what the browser loads for them, follow from it.

To add one: its module in `render/documents/`, an entry here, and the word on its button (`take.` and the id).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from wegwijzer.view.records import NodeView

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _final(view: NodeView) -> bool:
    return view.final


def _has_term(view: NodeView) -> bool:
    return any(task.due for task in view.about("tasks"))


@dataclass(frozen=True)
class Format:
    """`make` is what makes it, as `module:function` in `render/documents/`: by name, because a page loads that part only
    when a reader asks. It gets what `of` says: the blocks of a result, a walk with what only the page knows, or those with
    a case file before them. `to` is what the page does with it: a `file` (with `ending` and `media`) gives text or bytes,
    the others a mapping. `offered`: under which nodes there is a button; None for what has its button elsewhere.
    """

    id: str
    make: str
    offered: Callable[[NodeView], bool] | None
    to: Literal["file", "clipboard", "printer", "page"] = "file"
    of: Literal["result", "walk", "case"] = "result"
    ending: str = ""
    media: str = ""


FORMATS = (
    Format("print", "page:printed", _final, to="printer"),
    Format("rich", "page:rich", _final, to="clipboard"),
    Format("docx", "docx:docx", _final, ending="docx", media=WORD),
    Format("md", "markdown:markdown", _final, ending="md", media="text/markdown"),
    Format("ics", "ics:reminders", _has_term, of="walk", ending="ics", media="text/calendar"),
    Format("case", "casefile:opened", None, to="page", of="case"),
    Format("case-print", "casefile:printed", None, to="printer", of="case"),
)


def offered(view: NodeView) -> list[Format]:
    """The formats with a button under a node, in order."""
    return [form for form in FORMATS if form.offered and form.offered(view)]
