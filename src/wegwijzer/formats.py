"""What a reader can take along: one entry a format. The buttons, and what the browser loads for them, follow from it.

To add one to the kit: its module in `render/documents/`, an entry here, and the word on its button (`take.` and the id). An
extension has the same in a module `formats`: `FORMATS`, with modules of its own (see `wegwijzer.kinds.extensions`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCUMENTS = "wegwijzer.render.documents"


@dataclass(frozen=True)
class Format:
    """`make` is what makes it, as `module:function` in the package `home`: by name, because a page loads that part only
    when a reader asks. It gets what `of` says: the blocks of a result, those of the text that a reader made (of a result
    without one, all of it), of the sheet beside that text, a walk with what only the page knows, or those with a case file before them. `to` is what the page does with it: a `file` (with `ending` and `media`) gives text or
    bytes, the others a mapping. `offered`: under which nodes there is a button, every `final` action, those with a
    `document`, or each node with a `term` for something; `first`: of a document the button stands before the others. None for what has its button elsewhere. All of it is data: a tree carries it to the page.

    The package of an extension is filled in for it.
    """

    id: str
    make: str
    offered: Literal["final", "document", "term"] | None
    to: Literal["file", "clipboard", "printer", "page"] = "file"
    of: Literal["result", "text", "checklist", "walk", "case"] = "result"
    ending: str = ""
    media: str = ""
    home: str = DOCUMENTS
    first: bool = False


FORMATS = (
    Format("print", "page:printed", "document", to="printer", of="text"),
    Format("rich", "page:rich", "final", to="clipboard", of="text"),
    Format("docx", "docx:docx", "final", of="text", ending="docx", media=WORD, first=True),
    Format("sheet", "docx:docx", "document", of="checklist", ending="docx", media=WORD, first=True),
    Format("md", "markdown:markdown", "final", of="text", ending="md", media="text/markdown"),
    Format("sheet-md", "markdown:markdown", "document", of="checklist", ending="md", media="text/markdown"),
    Format("ics", "ics:reminders", "term", of="walk", ending="ics", media="text/calendar"),
    Format("case", "casefile:opened", None, to="page", of="case"),
    Format("case-print", "casefile:printed", None, to="printer", of="case"),
)
"""Those of the kit."""
_added: dict[str, Format] = {}


def formats() -> tuple[Format, ...]:
    """Every format in order: those of the kit, and those that extensions add."""
    return (*FORMATS, *_added.values())


def added() -> tuple[Format, ...]:
    """Those that extensions add."""
    return tuple(_added.values())


def add(more: Iterable[Format]) -> None:
    """Let formats of extensions count; one that is there already changes nothing."""
    _added.update({form.id: form for form in more})
