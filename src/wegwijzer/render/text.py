"""A tree as numbered plain text: ‘ga naar 14’. The paper version and the text beside a diagram."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import with_addresses
from wegwijzer.render.anyway import anyway_lines
from wegwijzer.render.blocks import conditional, entry_blocks, noted
from wegwijzer.view.nodes import closing_lines, node_ids, static_view
from wegwijzer.view.phrases import danger, first_number, followed_words
from wegwijzer.view.records import Line, NodeView, Related, Section

WIDTH = 100
AFTER = {"closing", "policies", "sources"}
"""The sections that stand in no block of text: the closing stands once below all, the others would fill paper or screen."""


def tree_text(compiled: Compiled) -> str:
    """The whole tree, one block a node, in order of number."""
    title = compiled.tree.title
    blocks = [
        f"{title}\n{'=' * len(title)}",
        *filter(None, [danger()]),
        say("tree.disclaimer"),
        say("tree.how", number=first_number(compiled)),
    ]
    doubts = anyway_lines(compiled)
    for name in node_ids(compiled):
        doubt = [_wrap(with_addresses(doubts[name]), "   ")] if name in doubts else []
        blocks.append("\n".join([view_text(static_view(compiled, name)), *doubt]))
    closing = closing_lines(compiled)
    if closing:
        blocks.append("\n".join([say("node.closing"), *_lines(closing)]))
    blocks.append(say("tree.version", version=compiled.version))
    return "\n\n".join(blocks) + "\n"


def view_text(view: NodeView) -> str:
    """One node as text."""
    label = say("tree.action").upper() + ": " if view.kind == "action" else ""
    head = f"{view.number}. {label}{with_addresses(view.title)}"
    marks = [say("urgency." + view.urgency)] if view.urgency else []
    marks += [view.outcome.text] if view.outcome else []
    head += "".join(f" [{mark}]" for mark in marks)
    lines = [_wrap(head, "")]
    for section in view.sections:
        if section.name not in AFTER:
            lines += _section(section)
    for begin, uses in followed_words(view):
        lines.append(_wrap(f"{begin} {'; '.join(f'{use.short}: {use.value}' for use in uses)}", "   "))
    for answer in view.answers:
        kept = f" ({say('origin.kept')})" if answer.kept else ""
        arrow = f" → {say('node.goto', number=answer.arrow.number)}" if answer.arrow else ""
        example = f" ({with_addresses(answer.example)})" if answer.example else ""
        lines.append(_wrap(f"- {with_addresses(answer.text)}{example}{kept}{arrow}", "   ", "     "))
    if view.onward:
        lines.append(f"   → {say('node.goto', number=view.onward.number)}")
    return "\n".join(lines)


def _section(section: Section) -> Iterable[str]:
    match section.name:
        case "tasks" | "document":
            return _lines(section.of(Line))
        case "handover":
            return [_wrap(f"{section.heading} ‘{ref.title}’.", "   ") for ref in section.of(Related)]
        case "contacts":
            return [_wrap(f"{section.heading}: {contact.name}", "   ") for contact in section.of(Contact)]
    if section.refers:
        return [_wrap(f"{section.heading}: {', '.join(ref.title for ref in section.of(Related))}", "   ")]
    return _told(section)


def _told(section: Section) -> Iterator[str]:
    """Running text: its heading stands before its first line."""
    before = f"{section.heading}: " if section.heading else ""
    for entry in section.entries:
        if isinstance(entry, Line):
            text = with_addresses(entry.text)
        else:
            text = "\n".join(block.text for block in entry_blocks(entry))
        mark, hang = ("! ", "     ") if isinstance(entry, Line) and entry.style == "warning" else ("", "   ")
        for line in filter(str.strip, text.split("\n")):
            yield _wrap(mark + before + line, "   ", hang)
            before = ""


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    """Tasks with their number, other lines with a dash."""
    for number, line in enumerate(lines, 1):
        bullet = f"{number})" if line.style == "task" else "-"
        text = conditional(line) + with_addresses(line.text) + noted(line, marked=False)
        yield _wrap(f"{bullet} {text}", "   ", "      ")
        yield from (_wrap(f"· {with_addresses(point)}", "      ", "        ") for point in line.points)


def _wrap(text: str, first: str, rest: str | None = None) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
