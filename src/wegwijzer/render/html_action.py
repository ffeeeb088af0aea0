"""The body of an action as HTML: steps to take, a model reply, a document, who helps, where to go on."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.markup import inline, onward_link, words
from wegwijzer.stepview import Line, Reference, StepView


def action_body(view: StepView, *, live: bool) -> str:
    parts = [] if view.final else [f'<p class="ww-interim">{words("step.interim")}</p>']
    if view.lines:
        parts.append('<ol class="ww-todo">\n' + "\n".join(f"<li>{_line(line)}</li>" for line in view.lines) + "\n</ol>")
    if view.document:
        parts.append(f'<div class="ww-document"><h4>{words("step.document")}</h4>\n{_document(view.document)}\n</div>')
    if view.reply:
        paragraphs = "".join(f"<p>{inline(text)}</p>" for text in view.reply.split("\n") if text.strip())
        parts.append(
            f'<figure class="ww-reply"><figcaption>{words("step.reply")}</figcaption>\n'
            f"<blockquote>{paragraphs}</blockquote>{_copy() if live else ''}</figure>"
        )
    if view.contacts:
        parts.append(
            f'<h4>{words("step.contacts")}</h4>\n<ul class="ww-contacts">\n'
            + "\n".join(map(_contact, view.contacts))
            + "\n</ul>"
        )
    parts += [
        f'<p class="ww-onward"><a class="ww-button" data-handover="{ref.tree}" href="{_reference(ref)}">'
        f"{words('step.handover')} ‘{escape(ref.title)}’</a></p>"
        for ref in view.handover
    ]
    parts += [_links(say("step.frames"), view.frames), _links(say("step.see"), view.see)]
    if view.final and live and view.closing:
        parts.append(f"<h4>{words('step.closing')}</h4>\n{line_list(view.closing)}")
    elif view.final and not live:
        parts.append(f'<p class="ww-closing-see">{words("step.closing_see")}</p>')
    parts.append(onward_link(view, say("step.continue")))
    return "\n".join(filter(None, parts))


def _copy() -> str:
    return (
        f'<button type="button" class="ww-plain-button" data-copy data-copied="{words("step.copied")}">'
        f"{words('step.copy')}</button>"
    )


def _line(line: Line) -> str:
    text = f"<em>{escape(line.condition)}:</em> {inline(line.text)}" if line.condition else inline(line.text)
    notes = []
    if line.who:
        notes.append(words("step.who", who=line.who))
    if line.within:
        notes.append(words("step.within", term=line.within))
    note = f' <span class="ww-note">({", ".join(notes)})</span>' if notes else ""
    tag = (
        f' <span class="ww-editorial" title="{words("step.editorial_help")}">{words("step.editorial")}</span>'
        if line.editorial
        else ""
    )
    points = "".join(f"<li>{inline(point)}</li>" for point in line.points)
    return f"{text}{note}{tag}" + (f"<ul>{points}</ul>" if points else "")


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
    ways = []
    if contact.phone:
        ways.append(f'<a href="tel:{escape(contact.phone.replace(" ", ""))}">{escape(contact.phone)}</a>')
    if contact.email:
        ways.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact.url:
        ways.append(f'<a href="{escape(contact.url)}" rel="noreferrer">{escape(contact.url)}</a>')
    checked = words("step.checked", date=contact.checked) if contact.checked else words("step.unchecked")
    return (
        f"<li><strong>{escape(contact.name)}</strong>: {inline(contact.for_)} {' · '.join(ways)}"
        + (f' <span class="ww-note">({checked})</span>' if ways else "")
        + "</li>"
    )


def _links(heading: str, references: tuple[Reference, ...]) -> str:
    if not references:
        return ""
    links = "\n".join(f'<li><a href="{_reference(ref)}">{escape(ref.title)}</a></li>' for ref in references)
    return f'<h4>{escape(heading)}</h4>\n<ul class="ww-see">\n{links}\n</ul>'


def _reference(ref: Reference) -> str:
    if ref.path:
        return escape("../.." + ref.path)
    return escape(f"../{ref.tree}/" + (f"#{ref.tree}-{ref.step}" if ref.step else ""))
