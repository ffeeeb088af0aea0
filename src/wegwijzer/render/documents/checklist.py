"""The sheet beside a text that a reader made, "before you publish": what is still open, and what there is to do first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.locale import say
from wegwijzer.render.blocks import Block, document_blocks, entry_blocks, own
from wegwijzer.render.documents.paper import Made, paper, reasons, sections
from wegwijzer.render.documents.written import lines_at, version
from wegwijzer.view.document import default_lines, undecided_lines, unfilled_lines
from wegwijzer.view.nodes import live_view
from wegwijzer.view.records import Line
from wegwijzer.walk.walker import Walker

OPEN = {"help", "undecided", "document", "tasks", "closing"}
"""The sections that have a form of their own here, or that speak of the step."""


def checklist(walker: Walker, made: Made) -> list[Block]:
    """All that a node says besides the text itself: first what to tick off. Of a result without a text, all of it."""
    view = live_view(walker)
    texts, lines = lines_at(walker)
    if not lines:
        return paper(walker, made)
    title = next((block.text for block in document_blocks(lines) if block.kind == "title"), view.title)
    return [
        own("title", say("document.before")),
        own("note", f"{title} · {version(walker, made)}"),
        *_ticked(say("paper.steps"), (*view.about("tasks"), *view.about("closing"))),
        *_ticked(say("document.unfilled_heading"), unfilled_lines(texts)),
        *_ticked(say("document.undecided_heading"), undecided_lines(texts)),
        *_ticked(say("document.defaults_heading"), default_lines(texts)),
        *sections(view, made, OPEN),
        *reasons(walker, view),
        own("note", say("tree.disclaimer")),
        *([own("note", made.link, made.link)] if made.link else []),
    ]


def _ticked(heading: str, lines: tuple[Line, ...]) -> Iterator[Block]:
    """Lines under a heading, each with a box before it; what explains them stands above without one. Of a task that may be
    needless, who ticks it off knows whether it is.
    """
    if lines:
        yield own("heading", heading)
    for line in lines:
        for block in entry_blocks(replace(line, condition="")):
            yield replace(block, kind="check") if block.kind in ("task", "item") else block
