"""The body of an action as HTML: steps to take, a model reply, a document, who helps, where to go on."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain, with_addresses
from wegwijzer.render.contact import ways_to
from wegwijzer.render.markup import copy_button, copy_words, inline, onward_link, words
from wegwijzer.view.records import Line, NodeView, Related


def action_body(view: NodeView, *, live: bool) -> str:
    parts = [] if view.final else [f'<p class="ww-interim">{words("node.interim")}</p>']
    if view.warning:
        parts.append(f'<p class="ww-warning">{escape(view.warning)}</p>')
    if view.lines:
        items = (_tick(index, line) if live else _line(line) for index, line in enumerate(view.lines))
        parts.append('<ol class="ww-todo">\n' + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ol>")
    if view.document:
        parts.append(f'<div class="ww-document"><h4>{words("node.document")}</h4>\n{_document(view.document)}\n</div>')
    if view.reply:
        parts.append(_editable_reply(view) if live else _reply(view))
    if view.contacts:
        parts.append(
            f'<h4>{words("node.contacts")}</h4>\n<ul class="ww-contacts">\n'
            + "\n".join(map(_contact, view.contacts))
            + "\n</ul>"
        )
    parts += [
        f'<p class="ww-onward"><a class="ww-button" data-handover="{ref.tree}" href="{_reference(ref)}">'
        f"{words('node.handover')} ‘{escape(ref.title)}’</a></p>"
        for ref in view.handover
    ]
    parts += [_links(said, links) for said, links in (*view.related, (say("node.see"), view.see))]
    if view.final and live and view.closing:
        parts.append(f"<h4>{words('node.closing')}</h4>\n{line_list(view.closing)}")
    elif view.final and not live:
        parts.append(f'<p class="ww-closing-see">{words("node.closing_see")}</p>')
    if live:
        parts += [_policies(view), _take(view)]
    parts.append(onward_link(view, say("node.continue")))
    return "\n".join(filter(None, parts))


def _tick(index: int, line: Line) -> str:
    """A step with a box to tick; whatever is ticked stays on the page."""
    text, below = _line_parts(line)
    return f'<label class="ww-tick"><input type="checkbox" data-tick="{index}"> <span>{text}</span></label>{below}'


def _reply(view: NodeView) -> str:
    paragraphs = "".join(f"<p>{inline(text)}</p>" for text in view.reply.split("\n") if text.strip())
    return (
        f'<figure class="ww-reply"><figcaption>{words("node.reply")}</figcaption>\n'
        f"<blockquote>{paragraphs}</blockquote></figure>"
    )


def _editable_reply(view: NodeView) -> str:
    """The model reply in a field, so that the reader can make it theirs before copying it."""
    text = with_addresses(view.reply).strip()
    rows = sum(1 + len(paragraph) // 60 for paragraph in text.split("\n")) + 1
    return (
        f'<figure class="ww-reply"><figcaption><label for="ww-antwoord">{words("node.reply")}</label>'
        f' <span class="ww-note" id="ww-antwoord-uitleg">{words("node.reply_help")}</span></figcaption>\n'
        f'<textarea id="ww-antwoord" data-reply rows="{rows}" aria-describedby="ww-antwoord-uitleg">\n{escape(text)}</textarea>'
        f"{copy_button('text')}</figure>"
    )


def _policies(view: NodeView) -> str:
    """What the municipality's own choices changed here, each with why it counts."""
    if not view.policies:
        return ""
    items = "\n".join(
        f"<li>{escape(use.question)} <strong>{escape(plain(use.value))}</strong>"
        f' <span class="ww-note">({words("origin." + use.origin)})</span></li>'
        for use in view.policies
    )
    summary = words("node.policies", count=len(view.policies))
    return f'<details class="ww-policies"><summary>{summary}</summary>\n<ul>\n{items}\n</ul></details>'


def _take(view: NodeView) -> str:
    """What a reader can take along; made in the browser when asked."""
    kinds = ["print", "rich", "docx", "md"] if view.final else []
    if any(line.due for line in view.lines):
        kinds.append("ics")
    if not kinds:
        return ""
    buttons = "\n".join(
        f'<button type="button" class="ww-plain-button" data-take="{kind}">{words("take." + kind)}</button>'
        for kind in kinds
    )
    return (
        f'<div class="ww-take" data-done="{words("take.done")}" {copy_words()}'
        f' data-failed="{words("take.failed")}"><h4>{words("take.heading")}</h4>\n{buttons}</div>'
    )


def _line(line: Line) -> str:
    return "".join(_line_parts(line))


def _line_parts(line: Line) -> tuple[str, str]:
    """A step or paragraph with its notes, and its points below it."""
    text = f"<em>{escape(line.condition)}:</em> {inline(line.text)}" if line.condition else inline(line.text)
    notes = []
    if line.who:
        notes.append(words("node.who", who=line.who))
    if line.within:
        notes.append(words("node.within", term=line.within))
    note = f' <span class="ww-note">({", ".join(notes)})</span>' if notes else ""
    tag = (
        f' <span class="ww-editorial" title="{words("node.editorial_help")}">{words("node.editorial")}</span>'
        if line.editorial
        else ""
    )
    points = "".join(f"<li>{inline(point)}</li>" for point in line.points)
    return f"{text}{note}{tag}", f"<ul>{points}</ul>" if points else ""


def line_list(lines: Iterable[Line]) -> str:
    return '<ul class="ww-lines">\n' + "\n".join(f"<li>{_line(line)}</li>" for line in lines) + "\n</ul>"


def _document(lines: tuple[Line, ...]) -> str:
    parts, items = [], []
    for line in (*lines, None):
        if line and line.style == "item":
            items.append(f"<li>{_line(line)}</li>")
            continue
        if items:
            parts.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if line:
            parts.append(f"<h5>{_line(line)}</h5>" if line.style == "heading" else f"<p>{_line(line)}</p>")
    return "\n".join(parts)


def _contact(contact: Contact) -> str:
    return f"<li><strong>{escape(contact.name)}</strong>: {inline(contact.for_)} {ways_to(contact).html}</li>"


def _links(heading: str, references: tuple[Related, ...]) -> str:
    if not references:
        return ""
    links = "\n".join(f'<li><a href="{_reference(ref)}">{escape(ref.title)}</a></li>' for ref in references)
    return f'<h4>{escape(heading)}</h4>\n<ul class="ww-see">\n{links}\n</ul>'


def _reference(ref: Related) -> str:
    if ref.path:
        return escape("../.." + ref.path)
    return escape(f"../{ref.tree}/" + (f"#{ref.tree}-{ref.node}" if ref.node else ""))
