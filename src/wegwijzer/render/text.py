"""A tree as numbered plain text: ‘ga naar 14’. The paper version and the text beside a diagram."""

from __future__ import annotations

import textwrap

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.text import with_addresses
from wegwijzer.view.nodes import closing_lines, node_ids, static_view
from wegwijzer.view.phrases import danger, first_number
from wegwijzer.view.records import Line, NodeView

WIDTH = 100


def tree_text(compiled: Compiled) -> str:
    """The whole tree, one block a step, in order of number."""
    title = compiled.tree.title
    blocks = [
        f"{title}\n{'=' * len(title)}",
        danger(),
        say("tree.disclaimer"),
        say("tree.how", number=first_number(compiled)),
    ]
    blocks += [view_text(static_view(compiled, name)) for name in node_ids(compiled)]
    closing = closing_lines(compiled)
    if closing:
        blocks.append("\n".join([say("node.closing"), *_lines(closing, "-")]))
    blocks.append(say("tree.version", version=compiled.version))
    return "\n\n".join(blocks) + "\n"


def view_text(view: NodeView) -> str:
    """One step as text."""
    label = say("tree.action").upper() + ": " if view.kind == "action" else ""
    head = f"{view.number}. {label}{with_addresses(view.title)}"
    if view.urgency:
        head += f" [{say('urgency.' + view.urgency)}]"
    lines = [_wrap(head, "")]
    if view.help:
        lines.append(_wrap(with_addresses(view.help), "   "))
    for answer in view.answers:
        arrow = f" → {say('node.goto', number=answer.arrow.number)}" if answer.arrow else ""
        lines.append(_wrap(f"- {with_addresses(answer.text)}{arrow}", "   ", "     "))
    if view.warning:
        lines.append(_wrap(f"! {view.warning}", "   ", "     "))
    lines += _lines(view.lines, "1")
    lines += _lines(view.document, "-")
    if view.reply:
        said = f"{say('node.reply')}: {with_addresses(view.reply)}"
        lines += [_wrap(line, "   ") for line in said.split("\n") if line.strip()]
    lines += [_wrap(f"{say('node.contacts')}: {contact.name}", "   ") for contact in view.contacts]
    lines += [_wrap(f"{say('node.handover')} ‘{ref.title}’.", "   ") for ref in view.handover]
    for said, references in (*view.related, (say("node.see"), view.see)):
        if references:
            lines.append(_wrap(f"{said}: {', '.join(ref.title for ref in references)}", "   "))
    if view.onward:
        lines.append(f"   → {say('node.goto', number=view.onward.number)}")
    return "\n".join(lines)


def _lines(lines: tuple[Line, ...], mark: str) -> list[str]:
    shown = []
    for number, line in enumerate(lines, 1):
        bullet = f"{number})" if mark == "1" else mark
        notes = [
            note
            for note in (
                line.who and say("node.who", who=line.who),
                line.within and say("node.within", term=line.within),
            )
            if note
        ]
        text = (f"{line.condition}: " if line.condition else "") + with_addresses(line.text)
        text += f" ({', '.join(notes)})" if notes else ""
        shown.append(_wrap(f"{bullet} {text}", "   ", "      "))
        shown += [_wrap(f"· {with_addresses(point)}", "      ", "        ") for point in line.points]
    return shown


def _wrap(text: str, first: str, rest: str | None = None) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
